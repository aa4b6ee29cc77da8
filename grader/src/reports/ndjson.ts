import type { ReportFormat } from "./format.ts";
import { visibleJson } from "./visible.ts";

/** One report a line. Files of several runs can be put one after the other. */
export const ndjson: ReportFormat = {
  name: "ndjson",
  summary: "a report a line",
  one: (report) => `${visibleJson(JSON.stringify(report))}\n`,
  open: "",
  entry: (report) => `${visibleJson(JSON.stringify(report))}\n`,
  between: "",
  close: "",
};
