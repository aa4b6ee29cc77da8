import type { ReportFormat } from "./format.ts";
import { listFormat } from "./parts/list-format.ts";

/** The report itself, indented; of many, a list. */
export const json: ReportFormat = listFormat("json", "the report itself, indented", (report) => report);
