import type { BuildResult, Instruction } from "@drydock/engine";
import type { Subject } from "../../subject.ts";
import { causeOf, lastInstruction, lineOf } from "../words/place.ts";
import type { NotHere } from "../words/not-here.ts";

/** Characters of a script that are looked at. */
const MOST = 4000;

/** A RUN that does the thing for its own shell, which ends with the step: `RUN export A=1`, `RUN cd /app`. */
export function withinStep(subject: Subject, result: BuildResult, does: RegExp): NotHere | undefined {
  const run = lastInstruction(subject, result, (one) => one.kind === "RUN" && does.test(scriptOf(one)));
  return run && { why: `: ${lineOf(run)} does so for that step alone`, cause: causeOf(subject, run) };
}

const scriptOf = (run: Instruction & { kind: "RUN" }): string =>
  [...run.args, ...run.files.map(({ data }) => data)].join("\n").slice(0, MOST);

/** A text that a pattern finds as it stands. */
export const literally = (text: string): string => text.replaceAll(/\W/g, "\\$&");
