import { bases } from "@drydock/engine/bases/index.ts";
import { describe, expect, test } from "vitest";
import { readRubric } from "./authoring/read-rubric.ts";
import { bringRuntimes } from "./cli/single/bring-runtimes.ts";
import { loadLesson } from "./cli/lesson/load-lesson.ts";
import { grade } from "./grade.ts";
import type { Lesson } from "./lesson.ts";
import { digestOfFiles, lessonVersion } from "./lesson-version.ts";
import type { Report } from "./report.ts";

const lesson = loadLesson(new URL("../testing/lessons/tide-table", import.meta.url).pathname);
const world = { bases };
const outcomes = (report: Report): Record<string, string> =>
  Object.fromEntries(report.criteria.map(({ id, outcome }) => [id, outcome]));

function lessonOf(criteria: readonly object[], files: Record<string, string> = {}): Lesson {
  const read = readRubric("rubric.yaml", JSON.stringify({ version: 1, criteria }));
  if (!("rubric" in read)) throw new Error(JSON.stringify(read.problems));
  return { id: "a", version: "sha256:0", rubric: read.rubric, start: files, solution: files };
}

test("the solution earns everything", () => {
  const report = grade(lesson, { id: "solution", files: lesson.solution }, world);
  expect(report).toMatchObject({
    status: "passed",
    points: 4.5,
    maximum: 4.5,
    scoredMaximum: 4.5,
    bonus: 1,
    rootCause: null,
    notes: [],
  });
  expect(report.build).toMatchObject({ outcome: "ok", steps: 3, layers: 3, warnings: [] });
});

test("a failure names the line, the cause and the cost, and is the root of what waits for it", () => {
  const report = grade(lesson, { id: "start", files: lesson.start }, world);
  expect(report).toMatchObject({ status: "failed", points: 1, rootCause: "sorts-once" });
  const [, verdict] = report.criteria;
  expect(verdict).toMatchObject({
    outcome: "fail",
    points: 0,
    maximum: 2,
    cause: { file: "Dockerfile", range: { start: { line: 3, column: 1 }, end: { line: 3, column: 9 } } },
    facts: { cached: false, firstMiss: 3 },
    hint: { next: 0, of: 3 },
  });
  expect(verdict?.message).toMatch(
    /^After an edit to notes\.txt, `COPY \. \.` \(line 3\) misses the cache and takes `sort` \(line 4, \d/,
  );
  expect(verdict?.evidence).toContainEqual({
    kind: "step",
    text: "[3/4] COPY . .",
    state: "rerun",
    reason: "notes.txt changed",
  });
});

describe("what cannot be judged", () => {
  test("a build that fails blocks what needs the image, and only that", () => {
    const mixed = lessonOf([
      { id: "user", title: "User", points: 1, check: "runsAs", with: { user: "not-root" } },
      { id: "sent", title: "Sent", points: 1, check: "contextHolds", with: { paths: ["a"] } },
    ]);
    const report = grade(
      mixed,
      { id: "x", files: { Dockerfile: "FROM busybox\nRUN false\n", a: "" } },
      world,
    );
    expect(outcomes(report)).toEqual({ builds: "fail", user: "blocked", sent: "pass" });
    expect(report).toMatchObject({
      status: "failed",
      rootCause: "builds",
      points: 1,
      build: { outcome: "error" },
    });
    expect(report.criteria[0]?.cause?.range.start.line).toBe(2);
  });

  test("what is not simulated earns nothing, costs nothing and asks for a person", () => {
    const one = lessonOf([
      { id: "env", title: "Env", points: 2, check: "sets", with: { env: "A" } },
      { id: "sent", title: "Sent", points: 1, check: "contextHolds", with: { paths: ["Dockerfile"] } },
    ]);
    const report = grade(
      one,
      { id: "x", files: { Dockerfile: "FROM gcr.io/nobody/knows\nENV A=1\n" } },
      world,
    );
    expect(report).toMatchObject({ status: "needsReview", points: 1, maximum: 3, scoredMaximum: 1 });
    expect(report.criteria[1]?.message).toBe(
      "Drydock does not simulate the image gcr.io/nobody/knows:latest. The real one would ask its registry for it. This check does not count.",
    );
  });

  test("without a Dockerfile there is nothing to grade", () => {
    expect(grade(lesson, { id: "x", files: {} }, world)).toMatchObject({
      status: "ungradable",
      rootCause: "builds",
      build: null,
    });
  });

  test("a learner's endless loop comes to an end", () => {
    const one = lessonOf([{ id: "env", title: "Env", points: 2, check: "sets", with: { env: "A" } }]);
    expect(
      grade(one, { id: "x", files: { Dockerfile: "FROM busybox\nRUN while true; do :; done\n" } }, world)
        .status,
    ).toBe("needsReview");
  });
});

test("a container that does not start is one failure, told once", () => {
  const asks = [
    { id: "in-app", check: "worksIn", with: { directory: "/app" } },
    { id: "answers", check: "serves", with: { port: 80 } },
    { id: "closed", check: "refuses", with: { port: 80, status: 403 } },
    { id: "stops", check: "stopsWithin", with: { seconds: 1 } },
    { id: "tool", check: "runs", with: { args: ["echo", "a"], stdout: "a\n" } },
    {
      id: "either",
      any: [
        { check: "serves", with: { port: 80 } },
        { check: "serves", with: { port: 81 } },
      ],
    },
  ].map((each) => ({ title: each.id, points: 1, ...each }));
  const told = (cmd: string): Record<string, string> =>
    outcomes(grade(lessonOf(asks), { id: "a", files: { Dockerfile: `FROM busybox\nCMD ${cmd}\n` } }, world));
  const later = { closed: "blocked", stops: "blocked", tool: "pass", either: "blocked" };
  expect(told('["nothing"]')).toMatchObject({ "in-app": "fail", answers: "fail", ...later });
  expect(told('["sh", "-c", "echo no >&2; exit 3"]')).toMatchObject({ answers: "fail", ...later });
  expect(told('["sleep", "100"]')).toMatchObject({
    answers: "fail",
    closed: "fail",
    stops: "fail",
    either: "fail",
  });
});

describe("a program that fails", () => {
  const asks = [{ id: "ends", title: "Ends", points: 1, check: "runs", with: { exit: 0 } }];
  const blamed = (app: string, solution: Record<string, string> = {}): string => {
    const files = {
      Dockerfile: 'FROM python:3.13-slim\nWORKDIR /app\nCOPY app.py .\nCMD ["python", "app.py"]\n',
      "app.py": app,
    };
    const verdict = grade({ ...lessonOf(asks), solution }, { id: "a", files }, world).criteria[1];
    return `${verdict?.outcome} ${verdict?.cause?.file}:${verdict?.cause?.range.start.line}`;
  };

  test("is blamed by the line that it names itself", () => {
    bringRuntimes();
    expect(blamed("print(1)\nprint(x)\n")).toBe("fail app.py:2");
  });

  test("is not to blame for a module that the image lacks, nor where the solution has it too", () => {
    bringRuntimes();
    expect(blamed("import flask\n")).toBe("fail Dockerfile:4");
    expect(blamed("open('x')\n", { "app.py": "open('x')\n" })).toBe("fail Dockerfile:4");
    expect(blamed("open('x')\n", { "app.py": "open('y')\n" })).toBe("fail app.py:1");
  });
});

test("when: waits for another criterion, in any order", () => {
  const chain = lessonOf([
    { id: "third", title: "Third", points: 1, when: "second", check: "worksIn", with: { directory: "/" } },
    { id: "second", title: "Second", points: 1, check: "exposes", with: { port: 1 } },
  ]);
  expect(outcomes(grade(chain, { id: "x", files: { Dockerfile: "FROM busybox\n" } }, world))).toEqual({
    builds: "pass",
    third: "blocked",
    second: "fail",
  });
});

test("protected files are those of the start, and the report says so", () => {
  const report = grade(
    lesson,
    { id: "x", files: { Dockerfile: lesson.solution.Dockerfile ?? "", "tides.txt": "none" } },
    world,
  );
  expect(report.criteria.find(({ id }) => id === "no-raw-list")?.outcome).toBe("pass");
  expect(report.notes).toEqual(["tides.txt was restored: this lesson protects it"]);
});

test("questions count only with a session, item by item", () => {
  const session = {
    format: 1 as const,
    lesson: "another",
    answers: { "after-edit": ["2/4", "3/4"], "how-many": 3 },
    hints: { "sorts-once": 2 },
  };
  const report = grade(lesson, { id: "x", files: lesson.start, session }, world);
  const verdicts = Object.fromEntries(report.criteria.map((each) => [each.id, each]));
  expect(report.maximum).toBe(6);
  expect(verdicts["after-edit"]).toMatchObject({ outcome: "fail", points: 0.66, facts: { right: 2, of: 3 } });
  expect(verdicts["how-many"]).toMatchObject({ outcome: "pass", points: 0.5 });
  expect(verdicts["sorts-once"]?.hint).toEqual({ next: 2, of: 3 });
  expect(report.notes).toEqual(["the session is of another lesson"]);
});

test("the same submission gets the same bytes, whatever was graded before", () => {
  const bytes = (): string =>
    JSON.stringify(
      grade(
        lesson,
        {
          id: "x",
          files: lesson.start,
          session: { format: 1, commands: [{ line: "docker build -t tides ." }] },
        },
        world,
      ),
    );
  const first = bytes();
  grade(lesson, { id: "y", files: { ...lesson.solution, "notes.txt": "other" } }, world);
  expect(bytes()).toBe(first);
});

test("a replay runs on the lesson's own bytes of what it protects, in every state of the files; claims count for nothing", () => {
  const criteria = [
    { id: "held", title: "A", points: 1, check: "hasImage", with: { reference: "held" } },
    { id: "cheat", title: "B", points: 1, check: "lacksImage", with: { reference: "cheat" } },
  ];
  const read = readRubric("rubric.yaml", JSON.stringify({ version: 1, protect: ["key"], criteria }));
  if (!("rubric" in read)) throw new Error(JSON.stringify(read.problems));
  const start = { key: "given\n" };
  const replayed = { id: "a", version: "sha256:0", rubric: read.rubric, start, solution: start };
  const state = { key: "mine\n", "odd name'$(x).txt": "", Dockerfile: "FROM busybox\nCOPY key /\n" };
  const commands = [
    { line: "grep given key && docker build -t held .", files: "a" },
    { line: "grep mine key && docker build -t cheat .", files: "a" },
  ];
  const session = {
    format: 1 as const,
    commands,
    snapshots: { a: state },
    verdict: { points: 2, status: "passed" },
  };
  const report = grade(replayed, { id: "x", files: state, session }, world);
  expect(report).toMatchObject({ status: "passed", points: 2 });
  expect(report.notes).toEqual(["key was restored: this lesson protects it"]);
  const claims = { ...session, commands: [] };
  expect(grade(replayed, { id: "x", files: state, session: claims }, world)).toMatchObject({ points: 1 });
});

test("digests are over path, mode and bytes", () => {
  expect(digestOfFiles({ b: "2", a: "1" })).toBe(
    digestOfFiles({ a: { text: "1", mode: "0644" }, b: { base64: "Mg==" } }),
  );
  expect(digestOfFiles({ a: { text: "1", mode: "0755" } })).not.toBe(digestOfFiles({ a: "1" }));
  // printf 'a\0000644\0006b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b\n' | sha256sum
  expect(digestOfFiles({ a: "1" })).toBe(
    "sha256:a756c6bda9cb67476ae70001b0e28d1e7dc9e5f43e63a3daeb70ca1674badcd5",
  );
  const all = { "rubric.yaml": "r", "start/a": "1", "solution/a": "2" };
  expect(lessonVersion({ ...all, "lesson.mdx": "prose", "wrong/x/a": "3" })).toBe(lessonVersion(all));
});

test("a context below the submission, with the Dockerfile in it or named", () => {
  const files = {
    "app/Dockerfile": "FROM busybox\nCOPY a /\n",
    "app/a": "",
    "app/b": "",
    "app/.dockerignore": "b",
    "build.docker": "FROM busybox\nCOPY . /all\n",
  };
  for (const [image, path] of [
    [{ context: "app" }, "/a"],
    [{ context: "./app/", file: "build.docker" }, "/all/a"],
  ] as const) {
    const criteria = [
      { id: "a", title: "A", points: 1, check: "hasFile", with: { path } },
      { id: "b", title: "B", points: 1, check: "contextLacks", with: { paths: ["b"] } },
    ];
    const read = readRubric("rubric.yaml", JSON.stringify({ version: 1, image, criteria }));
    if (!("rubric" in read)) throw new Error(JSON.stringify(read.problems));
    const nested = { id: "a", version: "sha256:0", rubric: read.rubric, start: {}, solution: {} };
    expect(grade(nested, { id: "x", files }, world)).toMatchObject({ status: "passed", points: 2 });
  }
});
