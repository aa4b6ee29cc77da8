import type { BuildRequest } from "../request.ts";
import type { BuildResult } from "../result.ts";
import { vertexText } from "./plain.ts";
import { sourceFrame } from "./source-frame.ts";
import { warningText } from "./warning-text.ts";

export interface CheckReport {
  /** What was looked at, as `docker build --progress=plain` tells it. */
  readonly progress: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: 0 | 1;
}

const header = (count: number): string =>
  count === 1
    ? "Check complete, 1 warning has been found!\n"
    : `Check complete, ${count} warnings have been found!\n`;

/**
 * What `docker build --check` prints for a build with `check` (recordings build/check/…): warnings by line with their
 * source on stdout; an error, which a check can have too, on stderr below the progress. Anything but silence is exit status 1.
 */
export function checkReport(result: BuildResult, request: Pick<BuildRequest, "dockerfile">): CheckReport {
  const { error, warnings } = result;
  const { name, text = "" } = request.dockerfile;
  const told = warnings
    .toSorted((a, b) => a.range.start.line - b.range.start.line)
    .map((each) => `\n${warningText(name, text, each)}`);
  const list = told.length > 0 ? header(told.length) + told.join("") : "";
  const progress = vertexText(result, []);
  if (!error) {
    const stdout = list || "Check complete, no warnings found.\n";
    return { progress, stdout, stderr: "", exitCode: told.length > 0 ? 1 : 0 };
  }
  const place = error.told ?? error.range;
  const frame = place ? sourceFrame(name, text, place, ...(error.frames ?? [])) : "";
  const stdout = list && `${list}\n`;
  return { progress, stdout, stderr: `ERROR: ${error.message}\n${frame}\n`, exitCode: 1 };
}
