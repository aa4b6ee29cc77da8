import type { ReportFormat } from "./format.ts";
import { visibleJson } from "./visible.ts";

/** The report itself, indented; of many, a list. */
export const json: ReportFormat = {
  name: "json",
  one: (report) => `${visibleJson(JSON.stringify(report, null, 2))}\n`,
  open: "[\n",
  entry: (report) => visibleJson(JSON.stringify(report, null, 2)),
  between: ",\n",
  close: "\n]\n",
};
