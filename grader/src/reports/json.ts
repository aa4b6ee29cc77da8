import type { ReportFormat } from "./format.ts";
import { listFormat } from "./parts/list-format.ts";
import { visibleJson } from "./visible.ts";

/** The report itself, indented; of many, a list. */
export const json: ReportFormat = listFormat(
  "json",
  "the report itself, indented",
  (report) => report,
  (report) => visibleJson(JSON.stringify(report, null, 2)),
);
