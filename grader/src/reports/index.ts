import type { ReportFormat } from "./format.ts";
import { html } from "./html.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { ndjson } from "./ndjson.ts";
import { text } from "./text.ts";

/** Every format. A test compares it with the folder. */
export const reportFormats: readonly ReportFormat[] = [html, json, junit, ndjson, text];

export const findReportFormat = (name: string): ReportFormat | undefined =>
  reportFormats.find((format) => format.name === name);
