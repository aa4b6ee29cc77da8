import type { BuildResult } from "@drydock/engine";
import * as z from "zod/mini";
import type { Cause, Evidence } from "./check.ts";
import { findCheck } from "./checks/index.ts";
import { type Edit, editedFile, editSchema } from "./edit.ts";
import { inconclusive } from "./judge.ts";
import { reasonWords } from "./look/build/second-build.ts";
import { stepsOf } from "./look/build/step-pattern.ts";
import { megabytes, seconds, shorten } from "./look/words/words.ts";
import type { Verdict } from "./report.ts";
import type { Criterion, Question, Test } from "./rubric/rubric.ts";
import type { Subject } from "./subject.ts";

const AROUND = 20;
const OUTPUT = 30;

/** All that was seen for one criterion, in lines: verdict, file, both builds, layers, session, evidence and facts. */
export function explained(
  subject: Subject,
  asked: Criterion | Question | undefined,
  verdict: Verdict,
): readonly string[] {
  const test: Test | undefined =
    asked === undefined ? undefined : "test" in asked ? asked.test : { check: asked.check, with: asked.with };
  const tests = test === undefined ? [] : parts(test);
  const needs = tests.map(({ check }) => findCheck(check)?.needs);
  const image = verdict.id === "builds" || needs.includes("image");
  return [
    `${verdict.title}: ${verdict.outcome}, ${verdict.points} of ${verdict.maximum} points`,
    verdict.message,
    ...(verdict.because === "" ? [] : [verdict.because]),
    ...section(
      "Asked",
      tests.map(({ check, with: given }) => `${check} ${JSON.stringify(given)}`),
    ),
    ...(verdict.cause ? section(`In ${verdict.cause.file}`, fileLines(subject, verdict.cause)) : []),
    ...tests.flatMap(({ with: given }) => {
      const edit = z.safeParse(editSchema, given.edit);
      return edit.success ? bothBuilds(subject, edit.data) : [];
    }),
    ...(image ? section("Layers above the base", layerLines(subject)) : []),
    ...(needs.includes("machine") ? section("The session, replayed", sessionLines(subject)) : []),
    ...section("Seen", verdict.evidence.map(evidenceLine)),
    ...section(
      "Facts",
      Object.entries(verdict.facts).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
    ),
  ];
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ["", `${title}:`, ...lines.map((line) => `  ${line}`)];

interface Part {
  readonly check: string;
  readonly with: Readonly<Record<string, unknown>>;
}

const parts = (test: Test): readonly Part[] =>
  "check" in test ? [test] : ("any" in test ? test.any : test.all).flatMap(parts);

/** The lines around what is blamed; `>` stands before those that are. */
function fileLines(subject: Subject, { file, range }: Cause): string[] {
  const all = (subject.text(file) ?? "").trimEnd().split(/\r?\n/);
  const from = Math.max(1, range.start.line - AROUND);
  const to = Math.min(all.length, range.end.line + AROUND);
  return all.slice(from - 1, to).map((line, i) => {
    const number = from + i;
    const blamed = number >= range.start.line && number <= range.end.line;
    return `${blamed ? ">" : " "} ${String(number).padStart(String(to).length)} ${line}`.trimEnd();
  });
}

function bothBuilds(subject: Subject, edit: Edit): string[] {
  return section(
    `Both builds, before and after an edit to ${editedFile(edit)}`,
    looked(() => {
      const first = stepsOf(subject.build());
      return stepsOf(subject.rebuild(edit)).map(({ name, status, duration, step: { miss } }) => {
        const before = first.find((each) => each.name === name);
        const why = status === "CACHED" || !miss ? "" : `  (${reasonWords(miss)})`;
        const time = status === "DONE" ? seconds(duration) : "";
        return `${(before?.status ?? "").padEnd(8)} ${status.padEnd(8)} ${time.padStart(7)}  ${shorten(name, 120)}${why}`;
      });
    }),
  );
}

const layerLines = (subject: Subject): string[] =>
  looked(() => {
    const result: BuildResult = subject.build();
    return (result.image?.layers ?? []).flatMap(({ size, origin }) => {
      if (!origin) return [];
      const { line } = origin.range.start;
      const text = subject.dockerfileText?.split(/\r?\n/)[line - 1] ?? "";
      return [`${megabytes(size).padStart(8)}  line ${line}: ${shorten(text, 120)}`];
    });
  });

const sessionLines = (subject: Subject): string[] =>
  looked(() =>
    subject.replayed.log.flatMap(({ line, exitCode, stdout, stderr }) => {
      const output = `${stdout}${stderr}`.split("\n").filter(Boolean);
      const cut = output.length > OUTPUT ? [`… ${output.length - OUTPUT} more lines`] : [];
      return [
        `$ ${line}${exitCode === 0 ? "" : `  (exit ${exitCode})`}`,
        ...[...output.slice(0, OUTPUT), ...cut].map((each) => `    ${each}`),
      ];
    }),
  );

const evidenceLine = ({ kind, text, state, reason }: Evidence): string =>
  `${kind.padEnd(8)} ${(state ?? "").padEnd(8)} ${text}${reason === undefined ? "" : `  (${reason})`}`;

/** What Drydock does not model is told in its place. */
function looked(look: () => string[]): string[] {
  try {
    return look();
  } catch (error) {
    const finding = inconclusive(error);
    if (finding) return [finding.message];
    throw error;
  }
}
