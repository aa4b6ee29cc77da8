import type { ReportFormat } from "./format.ts";
import { classPage } from "./page/class-page.ts";
import { learnerPage } from "./page/learner-page.ts";

/** One file to read and to print, without a script: a learner's criteria; of many, the class before its learners. */
export const html: ReportFormat = {
  name: "html",
  summary: "one page to read and to print",
  one: learnerPage,
  open: "",
  entry: learnerPage,
  between: "",
  close: "",
  ofClass: classPage,
};
