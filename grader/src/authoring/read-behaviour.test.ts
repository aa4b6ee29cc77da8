import { bases } from "@drydock/engine/bases/index.ts";
import { digestOf } from "@drydock/engine";
import { expect, test } from "vitest";
import { grade } from "../grade.ts";
import type { Lesson } from "../lesson.ts";
import { readBehaviour } from "./read-behaviour.ts";
import { problemWords } from "./read-yaml.ts";
import { readRubric } from "./read-rubric.ts";

const source = "package main\n\nfunc main() { println() }\n";
const start = { "main.go": source, "go.mod": "module dock.example/tide\n" };
const yaml = `version: 1
programs:
  - name: tide
    sources:
      main.go: ${digestOf(source)}
      go.mod: ${digestOf(start["go.mod"])}
    build: { tool: go, size: 2100000, seconds: 4, usesC: true }
    runs:
      - stdout: "high at \${HOUR}\\n"
        needs: [{ env: HOUR, stderr: "no hour\\n", exit: 3 }]
`;
const problems = (text: string): string[] => {
  const read = readBehaviour("b.yaml", text, [start]);
  return "problems" in read ? read.problems.map(problemWords) : [];
};

test("everything wrong with the file is told with its place", () => {
  expect(problems(yaml)).toEqual([]);
  expect(
    problems(
      yaml.replace("tool: go", "tool: gox").replace("exit: 3", "exit: 300").replace("stdout", "stdot"),
    ),
  ).toEqual([
    'b.yaml:7:20: tool: expected "go" or "gcc" or "javac" or "mvn" or "gradle" or "cargo", received text "gox"; did you mean "go"?',
    'b.yaml:9:9: unknown key "stdot"; did you mean "stdout"?',
    "b.yaml:10:57: exit: expected at most 255, received number 300",
  ]);
  expect(problems(yaml.replace(/    build:.*\n/, ""))).toEqual([
    "b.yaml:3:5: expected either build or interpreter",
  ]);
});

test("a digest must be that of a file of the lesson", () => {
  const other = `sha256:${"0".repeat(64)}`;
  expect(problems(yaml.replace(digestOf(source), other))).toEqual([
    `b.yaml:5:16: main.go is ${digestOf(source)}`,
  ]);
  expect(problems(yaml.replace("main.go:", "lib.go:"))).toEqual([
    "b.yaml:5:15: neither start/ nor solution/ has lib.go",
  ]);
});

test("what it serves and how it stops is graded", () => {
  const rubric = readRubric(
    "rubric.yaml",
    `version: 1
criteria:
  - { id: serves, title: It serves, points: 1, check: serves, with: { port: 80, path: /tide, body: "high\\n" } }
  - { id: stops, title: It stops, points: 1, check: stopsWithin, with: { seconds: 1, exit: 0 } }
`,
  );
  const server = yaml.replace(
    /      - stdout[^]*/,
    `      - listens: { port: 80 }
        answers: [{ path: /tide, body: "high\\n" }]
        stop: { TERM: { exit: 0 } }
`,
  );
  const behaviour = readBehaviour("b.yaml", server, [start]);
  if ("problems" in rubric || "problems" in behaviour) throw new Error(JSON.stringify([rubric, behaviour]));
  const lesson: Lesson = {
    id: "tide",
    version: "1",
    rubric: rubric.rubric,
    start,
    solution: start,
    ...behaviour,
  };
  const outcome = (entrypoint: string): string => {
    const text = `FROM golang:1.26\nWORKDIR /s\nCOPY . .\nRUN go build -o /tide\nENTRYPOINT ${entrypoint}\n`;
    const report = grade(lesson, { id: "x", files: { ...start, Dockerfile: text } }, { bases });
    return report.criteria.map(({ outcome: each }) => each).join(" ");
  };
  expect(outcome('["/tide"]')).toBe("pass pass pass");
  // A shell in between gets the signal and passes nothing on.
  expect(outcome("/tide; echo over")).toBe("pass pass fail");
});

test("a submission is graded by what the program does in its image", () => {
  const rubric = readRubric(
    "rubric.yaml",
    "version: 1\ncriteria:\n  - { id: tells, title: It tells, points: 1, check: runs, with: { env: { HOUR: '7' }, stdout: \"high at 7\\n\", exit: 0 } }\n",
  );
  const behaviour = readBehaviour("b.yaml", yaml, [start]);
  if ("problems" in rubric || "problems" in behaviour) throw new Error("not read");
  const lesson: Lesson = {
    id: "tide",
    version: "1",
    rubric: rubric.rubric,
    start,
    solution: start,
    ...behaviour,
  };
  const outcome = (how: string, files: Record<string, string> = {}): string => {
    const text = `FROM golang:1.26 AS b\nWORKDIR /s\nCOPY . .\nRUN ${how} go build -o /tide\nFROM scratch\nCOPY --from=b /tide /\nENTRYPOINT ["/tide"]\n`;
    const report = grade(lesson, { id: "x", files: { ...start, Dockerfile: text, ...files } }, { bases });
    return report.criteria.map(({ outcome: each }) => each).join(" ");
  };
  expect(outcome("CGO_ENABLED=0")).toBe("pass pass");
  // Linked against glibc, which an empty image lacks.
  expect(outcome("")).toBe("pass fail");
  expect(outcome("CGO_ENABLED=0", { "main.go": `${source}\n` })).toBe("inconclusive inconclusive");
});
