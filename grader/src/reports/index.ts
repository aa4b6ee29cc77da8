import { ags } from "./ags.ts";
import { canvas } from "./canvas.ts";
import { classroom } from "./classroom.ts";
import { csv } from "./csv.ts";
import { exercism } from "./exercism.ts";
import type { ReportFormat } from "./format.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { gradescope } from "./gradescope.ts";
import { html } from "./html.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown.ts";
import { moodle } from "./moodle.ts";
import { ndjson } from "./ndjson.ts";
import { prairielearn } from "./prairielearn.ts";
import { sarif } from "./sarif.ts";
import { tap } from "./tap.ts";
import { text } from "./text.ts";
import { xapi } from "./xapi.ts";

/** Every format. A test compares it with the folder. */
export const reportFormats: readonly ReportFormat[] = [
  ags,
  canvas,
  classroom,
  csv,
  exercism,
  github,
  gitlab,
  gradescope,
  html,
  json,
  junit,
  markdown,
  moodle,
  ndjson,
  prairielearn,
  sarif,
  tap,
  text,
  xapi,
];

export const findReportFormat = (name: string): ReportFormat | undefined =>
  reportFormats.find((format) => format.name === name);
