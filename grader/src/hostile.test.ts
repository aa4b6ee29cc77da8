import { bases } from "@drydock/engine/bases/index.ts";
import { describe, expect, test } from "vitest";
import { readRubric } from "./authoring/index.ts";
import { grade } from "./grade.ts";
import type { Lesson, Session } from "./lesson.ts";
import type { Report } from "./report.ts";
import { text } from "./reports/text.ts";

const lessonOf = (criteria: string): Lesson => {
  const read = readRubric(
    "rubric.yaml",
    `version: 1\ncriteria:\n  - { id: a, title: A, points: 2, ${criteria} }\n`,
  );
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return { id: "l", version: "v", rubric: read.rubric, start: {}, solution: {} };
};
const built = lessonOf("check: hasFile, with: { path: /wanted }");
const judged = (dockerfile: string, more = {}): Report =>
  grade(built, { id: "s", files: { Dockerfile: dockerfile, ...more } }, { bases });
const run = (script: string): string => `FROM python:3.13-slim\nRUN ${script}\nRUN touch /wanted\n`;

describe("what never ends, or grows for ever, is undecided: neither a zero nor a crash", () => {
  test.each([
    "while :; do :; done",
    "x=aaaaaaaaaaaaaaaa; while :; do x=$x$x; done",
    "f(){ f; }; f",
    "f(){ f|f & }; f",
    "echo 'sh /a' > /a && sh /a",
    "seq 1 1000000000",
    "cat /dev/zero > /x",
    "i=0; while [ $i -lt 100000000 ]; do i=$((i+1)); done",
    "echo aaaaaaaaaaaaaaaa > /f; while :; do cat /f /f > /g; mv /g /f; done",
  ])("RUN %s", (script) => {
    expect(judged(run(script))).toMatchObject({ status: "needsReview", points: 0, scoredMaximum: 0 });
  });

  test("a variable that doubles with every ENV", () => {
    const doubling = `FROM busybox:1.37\nENV A=aaaaaaaaaaaaaaaa\n${"ENV A=$A$A$A$A\n".repeat(200)}`;
    expect(judged(doubling)).toMatchObject({ status: "needsReview", scoredMaximum: 0 });
  });
});

describe("patterns and nesting that backtracking readers fall over", () => {
  test.each([
    ["${ nested 5,000 deep", `FROM busybox:1.37\nENV B=${"${${".repeat(5000)}\n`, {}],
    ["$( nested 5,000 deep", run("$(".repeat(5000)), {}],
    ["stars in COPY", `FROM busybox:1.37\nCOPY ${"*a".repeat(100)}b /x/\n`, { ["a".repeat(180)]: "x" }],
    [
      "stars in .dockerignore",
      "FROM busybox:1.37\nCOPY . /\n",
      { ".dockerignore": `${"**/*a".repeat(60)}b\n`, ["a".repeat(180)]: "x" },
    ],
    ["stages that wait for each other", "FROM b AS a\nFROM a AS b\n", {}],
  ])("%s", (_, dockerfile, more) => {
    expect(["failed", "needsReview"]).toContain(judged(dockerfile, more).status);
  });
});

test("terminal escapes in a Dockerfile never reach the words for people", () => {
  const shown = text.one(judged('FROM busybox:1.37\nCOPY "a\u001b::error::\u0007" /nope\n'));
  expect(shown).toMatch(/error/);
  expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
});

describe("a session", () => {
  const lesson = lessonOf("check: hasImage, with: { reference: web }");
  const replayed = (session: Partial<Session>): Report =>
    grade(
      lesson,
      { id: "s", files: { Dockerfile: "FROM busybox:1.37\n" }, session: { format: 1, ...session } },
      { bases },
    );

  test("five hundred lines that never end take no longer than one", () => {
    const commands = Array.from({ length: 500 }, () => ({ line: "while :; do :; done" }));
    expect(replayed({ commands })).toMatchObject({ status: "needsReview", scoredMaximum: 0 });
  });

  test("a line that builds for ever ends with the steps of a line", () => {
    const commands = [{ line: "while :; do docker build -q .; done" }, { line: "docker build -t web ." }];
    expect(replayed({ commands })).toMatchObject({ status: "needsReview", scoredMaximum: 0 });
  });

  test("states of files are laid down once each, however often they are switched", () => {
    const state = (prefix: string): Record<string, string> =>
      Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`${prefix}${i}`, "x"]));
    const commands = Array.from({ length: 500 }, (_, i) => ({ line: "true", files: i % 2 ? "a" : "b" }));
    expect(replayed({ commands, snapshots: { a: state("f"), b: state("g") } }).status).toBe("failed");
  });

  test.each(["constructor", "__proto__", "toString", "never"])(
    "files %s, which it does not have, are those as they are",
    (files) => {
      expect(replayed({ commands: [{ line: "docker build -t web .", files }] }).status).toBe("passed");
    },
  );
});
