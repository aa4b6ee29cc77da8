import { readdirSync } from "node:fs";
import { bases } from "@drydock/engine/bases/index.ts";
import { expect, test } from "vitest";
import { RECIPIENT, writtenBy } from "../../testing/sample-report.ts";
import { readRubric } from "../authoring/read-rubric.ts";
import { grade } from "../grade.ts";
import { spoiledReport } from "../spoiled-report.ts";
import { reportFormats } from "./index.ts";
import { junit } from "./junit.ts";
import { ndjson } from "./ndjson.ts";
import { text } from "./text.ts";

const EVIL = 'a"><b>&\u001b[31m\u009b2J\u202e\u0000\ufffe\ud800 ]]> ::error::x\r\n=cmd()';
const read = readRubric(
  "r",
  JSON.stringify({
    version: 1,
    criteria: [
      { id: "env", title: `T ${EVIL}`, points: 1, check: "sets", with: { env: "A", value: "1" } },
      { id: "extra", title: "E", points: 1, bonus: true, check: "exposes", with: { port: 1 } },
    ],
  }),
);
if (!("rubric" in read)) throw new Error("the rubric is good");
const lesson = { id: "03-layers/01", version: "sha256:0", rubric: read.rubric, start: {}, solution: {} };
const report = grade(
  lesson,
  {
    id: EVIL,
    files: { Dockerfile: `FROM busybox\nENV A='${EVIL.replaceAll(/[\r\n]/g, "")}'\n`, [EVIL]: "x" },
  },
  { bases },
);

test("the list is the folder", () => {
  const others = ["format.ts", "index.ts", "visible.ts"];
  const files = readdirSync(new URL(".", import.meta.url)).filter(
    (name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !others.includes(name),
  );
  expect(reportFormats.map(({ name }) => `${name}.ts`)).toEqual(files.sort());
});

test("nothing of a learner reaches a terminal as a command", () => {
  expect(report.status).toBe("failed");
  for (const format of reportFormats) {
    const written = format.one(report, RECIPIENT) + writtenBy(format, [report]);
    expect(written.isWellFormed(), format.name).toBe(true);
    expect(written, format.name).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
    expect(written, format.name).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u2028\u2029]/);
  }
  for (const line of text.one(report, RECIPIENT).split("\n")) expect(line).not.toMatch(/^(?:::|=)/);
});

test("JSON comes back as it was", () => {
  expect(JSON.parse(ndjson.one(report, RECIPIENT))).toEqual(JSON.parse(JSON.stringify(report)));
  expect(ndjson.entry(report, RECIPIENT).indexOf("\n")).toBe(ndjson.entry(report, RECIPIENT).length - 1);
});

test("JUnit is well-formed: every tag is closed, every attribute quoted, counts are right", () => {
  const whole = writtenBy(junit, [report, spoiledReport(lesson, "b.c", "refused", EVIL)]);
  const open: string[] = [];
  const rest = whole
    .replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, "")
    .replace(
      /<(\/?)([a-z]+)((?: [a-z_A-Z]+="[^"<]*")*)(\/?)>/g,
      (_, close: string, name: string, _attributes, self: string) => {
        if (close) expect(open.pop()).toBe(name);
        else if (!self) open.push(name);
        return "";
      },
    );
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot|apos|#\d+);)/);
  expect(whole).toContain('tests="3" failures="1" errors="0" skipped="1"');
  expect(whole).toContain('tests="1" failures="0" errors="1" skipped="0"');
  expect(whole).toContain('classname="03-layers/01.b·c" name="submission"');
});

test("for people: the failure in full, with its line", () => {
  const good = {
    ...lesson,
    rubric: {
      ...lesson.rubric,
      criteria: lesson.rubric.criteria.map((each) => ({
        ...each,
        title: "A is 1",
        because: "Two would be too many.",
      })),
    },
  };
  expect(
    text.one(
      grade(good, { id: "ada", files: { Dockerfile: "FROM busybox\nENV A=2\n" } }, { bases }),
      RECIPIENT,
    ),
  ).toMatchInlineSnapshot(`
    "03-layers/01: ada
    not yet, 0 of 1 points

    ✓ The image builds
    ✗ A is 1  0/1
        A container has \`A=2\` and not "1": \`ENV A=2\` (line 2) sets it. [Dockerfile:2]
        Two would be too many.
    ✗ A is 1  0/1 extra
        The image does not expose 1/tcp, it exposes none.
    "
  `);
});
