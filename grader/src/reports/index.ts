import { csv } from "./csv.ts";
import type { ReportFormat } from "./format.ts";
import { github } from "./github.ts";
import { gradescope } from "./gradescope.ts";
import { html } from "./html.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown.ts";
import { ndjson } from "./ndjson.ts";
import { prairielearn } from "./prairielearn.ts";
import { sarif } from "./sarif.ts";
import { tap } from "./tap.ts";
import { text } from "./text.ts";

/** Every format. A test compares it with the folder. */
export const reportFormats: readonly ReportFormat[] = [
  csv,
  github,
  gradescope,
  html,
  json,
  junit,
  markdown,
  ndjson,
  prairielearn,
  sarif,
  tap,
  text,
];

export const findReportFormat = (name: string): ReportFormat | undefined =>
  reportFormats.find((format) => format.name === name);
