import type { Report } from "../../report.ts";
import type { Recipient, ReportFormat } from "../format.ts";
import { visibleJson } from "../visible.ts";

/** A format that is one JSON value a submission; of many, a list of them. */
export const listFormat = (
  name: string,
  summary: string,
  value: (report: Report, to: Recipient) => unknown,
): ReportFormat => {
  const written = (report: Report, to: Recipient): string =>
    visibleJson(JSON.stringify(value(report, to), null, 2));
  return {
    name,
    summary,
    one: (report, to) => `${written(report, to)}\n`,
    open: "[\n",
    entry: written,
    between: ",\n",
    close: "\n]\n",
  };
};
