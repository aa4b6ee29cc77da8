import type { Report } from "../../report.ts";
import type { Recipient, ReportFormat } from "../format.ts";

/** A format that tells of a class as a whole. `named` says that files of several learners stand side by side. */
export const classFormat = (
  name: string,
  summary: string,
  write: (reports: Iterable<Report>, to: Recipient, named: boolean) => Iterable<string>,
): ReportFormat => ({
  name,
  summary,
  one: (report, to) => [...write([report], to, false)].join(""),
  open: "",
  entry: (report, to) => [...write([report], to, false)].join(""),
  between: "",
  close: "",
  ofClass: (reports, to) => write(reports, to, true),
});
