import type { Report } from "../../report.ts";
import type { Recipient, ReportFormat } from "../format.ts";
import { jsonFor } from "./json-for.ts";

/** A format that is one JSON value a submission; of many, a list of them. `write` makes text of a value. */
export const listFormat = (
  name: string,
  summary: string,
  value: (report: Report, to: Recipient) => unknown,
  write: (value: unknown) => string = (each) => jsonFor(each, 2),
): ReportFormat => {
  const written = (report: Report, to: Recipient): string => write(value(report, to));
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
