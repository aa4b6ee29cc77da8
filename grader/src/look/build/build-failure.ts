import type { BuildResult } from "@drydock/engine";
import type { Cause, Evidence, Finding } from "../../check.ts";
import type { Subject } from "../../subject.ts";
import { sentContext } from "./context.ts";
import { ruleThatDrops } from "./dropping-rule.ts";
import { code, notSimulatedWords, plural, shorten } from "../words/words.ts";

const MAX_LOG_LINES = 6;
const MAX_CAUSE_LINES = 3;

/** Docker's words as a sentence: with one full stop, whether they brought their own or none. */
export const ended = (words: string): string => `${words.replace(/\.+$/, "")}.`;

/** The verdict on a build that failed: the line and Docker's words, or that Drydock cannot tell. */
export function buildFailure(subject: Subject, result: BuildResult): Finding {
  const { error } = result;
  if (!error) throw new Error("a build without an image has no error");
  const cause = error.range && { file: subject.dockerfileName, range: error.range };
  if (error.drydock?.endless !== undefined) return endless(subject, result, error.drydock.endless, cause);
  if (error.drydock) {
    const { what, real } = error.drydock;
    return { outcome: "inconclusive", message: notSimulatedWords(what, real), cause };
  }
  const line = error.range?.start.line;
  const source = line === undefined ? undefined : subject.dockerfile.lines[line - 1];
  const place = line === undefined ? "" : ` on line ${line}${source?.trim() ? `, ${code(source)}` : ""}`;
  const others = result.problems.length - 1;
  const more = others > 0 ? ` ${plural(others, "more line")} of it cannot be read.` : "";
  return {
    outcome: "fail",
    message: `The build fails${place}: ${ended(shorten(withoutRef(error.message), 400))}${ignored(subject, error.message)}${more}`,
    cause,
    evidence: failureEvidence(result),
    facts: { error: shorten(error.message, 400), line: line ?? null },
  };
}

/** A step that starts what goes on until somebody stops it: Docker's build stands there for ever. */
function endless(subject: Subject, result: BuildResult, program: string, cause: Cause | undefined): Finding {
  const line = cause?.range.start.line;
  const source = line === undefined ? undefined : subject.dockerfile.lines[line - 1];
  return {
    outcome: "fail",
    message: `The build never ends: ${line === undefined ? "it" : `line ${line}, ${code(source ?? "")},`} starts ${code(program)} and waits for its end, and that goes on until somebody stops it. No image comes of it.`,
    cause,
    evidence: failureEvidence(result),
    facts: { error: "endless", line: line ?? null },
  };
}

/** The session's own id in BuildKit's words means nothing to anybody. */
const withoutRef = (words: string): string => words.replace(/ of ref \S+::\w+(?=: )/, "");

/** What COPY did not find may lie beside the Dockerfile all the same. */
function ignored(subject: Subject, words: string): string {
  const [, path] = /: "\/([^"]+)": not found$/.exec(words) ?? [];
  if (path === undefined) return "";
  const context = sentContext(subject);
  const there = context.all.find((file) => file === path || file.startsWith(`${path}/`));
  const rule = there === undefined ? undefined : ruleThatDrops(context, there);
  return rule
    ? ` It is there, but ${code(rule.text)} on line ${rule.line} of ${code(rule.cause.file)} keeps it from the builder.`
    : "";
}

/** How programs begin to say what went wrong. */
const TROUBLE =
  /\b(?:error|fatal|cannot|can't|could not|unable|denied|not found|no such|no matching|invalid|refused|failed|unknown|unrecognized|missing)\b|^E: |ERR!/i;

/** The end of what a step said, and before that the first lines that speak of trouble: the cause often stands there. */
function telling(log: readonly string[]): readonly string[] {
  const end = log.slice(-MAX_LOG_LINES);
  const before = log.slice(0, -MAX_LOG_LINES);
  const first = before.findIndex((line) => TROUBLE.test(line.slice(0, 500)));
  return first < 0 ? end : [...before.slice(first, first + MAX_CAUSE_LINES), ...end];
}

function failureEvidence(result: BuildResult): Evidence[] {
  const failed = result.vertices.find((vertex) => vertex.status === "ERROR");
  const problems = result.problems.map(({ message, range }): Evidence => ({
    kind: "problem",
    text: `line ${range.start.line}: ${shorten(message, 200)}`,
  }));
  if (!failed) return problems.slice(0, 10);
  const log = failed.log.flatMap(({ text }) => text.split("\n")).filter((text) => text.trim() !== "");
  return [
    { kind: "step", text: shorten(failed.name, 160), state: "failed" },
    ...telling(log).map((text): Evidence => ({ kind: "output", text: shorten(text, 200) })),
    ...problems.slice(0, 10),
  ];
}
