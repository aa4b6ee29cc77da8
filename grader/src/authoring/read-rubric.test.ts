import { expect, test } from "vitest";
import { checks } from "../checks/index.ts";
import { problemWords } from "./read-yaml.ts";
import { readRubric } from "./read-rubric.ts";
import { rubricJsonSchema } from "./rubric-json-schema.ts";

const problems = (text: string): string[] => {
  const read = readRubric("rubric.yaml", text);
  return "problems" in read ? read.problems.map(problemWords) : [];
};

test("every error in one run, with its place, what was expected and what was probably meant", () => {
  const text = `version: 2
imagee: { tag: a }
criteria:
  - id: Cached
    titel: One
    points: 0.3
    check: staysCashed
    with: { edit: a }
  - id: two
    title: Two
    points: two
    check: staysCached
    with: { edit: a, stp: b }
  - id: two
    title: Three
    points: 1
    when: tow
    any:
      - check: hasFile
        with: { path: 3, type: fiel }
      - chekc: hasFile
`;
  expect(problems(text)).toMatchInlineSnapshot(`
    [
      "rubric.yaml:1:10: version: expected 1, received number 2",
      "rubric.yaml:2:1: unknown key "imagee"; did you mean "image"?",
      "rubric.yaml:4:5: title is missing: expected a text, received nothing",
      "rubric.yaml:4:9: id: expected lower-case words joined by hyphens, received text "Cached"",
      "rubric.yaml:5:5: unknown key "titel"; did you mean "title"?",
      "rubric.yaml:6:13: points: expected whole or half points, received number 0.3",
      "rubric.yaml:7:12: no check is called "staysCashed"; did you mean "staysCached"?",
      "rubric.yaml:11:13: points: expected a number, received text "two"",
      "rubric.yaml:13:11: step is missing: expected a text, received nothing",
      "rubric.yaml:13:22: unknown key "stp"; did you mean "step"?",
      "rubric.yaml:14:9: the id "two" is used twice",
      "rubric.yaml:17:11: expected the id of a criterion, received text "tow"; did you mean "two"?",
      "rubric.yaml:20:23: path: expected a text, received number 3",
      "rubric.yaml:20:32: type: expected "file" or "directory" or "symlink", received text "fiel"; did you mean "file"?",
      "rubric.yaml:21:9: unknown key "chekc"; did you mean "check"?",
    ]
  `);
});

test("broken YAML is told with its place, duplicate keys too", () => {
  expect(problems("version: 1\ncriteria:\n  - id: a\n   title: b\n")[0]).toMatch(/^rubric\.yaml:4:\d+: /);
  expect(problems("version: 1\nversion: 1\n")).toEqual(["rubric.yaml:2:1: this key stands here twice"]);
  expect(problems("")).toEqual(["rubric.yaml:1:1: expected a map, received nothing"]);
});

test("a bomb of aliases and a huge file are refused at once", () => {
  const bomb = [
    "a: &a [x,x,x,x,x,x,x,x,x]",
    ...Array.from(
      { length: 9 },
      (_, i) =>
        `b${i}: &b${i} [${Array(9)
          .fill(i === 0 ? "*a" : `*b${i - 1}`)
          .join(",")}]`,
    ),
  ].join("\n");
  expect(problems(bomb)).toHaveLength(1);
  expect(problems(`version: 1\n# ${"x".repeat(2 ** 20)}\n`)).toEqual([
    "rubric.yaml:1:1: the file is larger than 512 KiB",
  ]);
});

test("criteria that wait for each other are refused", () => {
  const criterion = (id: string, when: string): string =>
    `  - { id: ${id}, title: T, points: 1, when: ${when}, check: builds }\n`;
  expect(problems(`version: 1\ncriteria:\n${criterion("a", "b")}${criterion("b", "a")}`)).toEqual([
    "rubric.yaml:3:41: waits for itself: a → b → a",
    "rubric.yaml:4:41: waits for itself: b → a → b",
  ]);
});

test("a pattern that is not linear is refused with the reason", () => {
  const text = `version: 1\ncriteria:\n  - { id: a, title: T, points: 1, check: runs, with: { stdout: { matches: "(?=a)" } } }\n`;
  expect(problems(text)).toHaveLength(1);
});

test("an octal number is read as a mode is written", () => {
  const read = readRubric(
    "r",
    "version: 1\ncriteria:\n  - { id: a, title: T, points: 1, check: hasFile, with: { path: /a, mode: 0o644 } }\n",
  );
  expect("rubric" in read && read.rubric.criteria[0]?.test).toEqual({
    check: "hasFile",
    with: { path: "/a", mode: "0644" },
  });
});

test("a rubric is plain JSON", () => {
  const read = readRubric(
    "r",
    "version: 1\ncriteria:\n  - { id: a, title: T, points: 1, all: [{ check: builds }, { any: [{ check: builds }] }] }\n",
  );
  expect("rubric" in read && JSON.parse(JSON.stringify(read.rubric))).toEqual(
    "rubric" in read && read.rubric,
  );
});

test("the JSON Schema knows every check and its parameters", () => {
  const text = JSON.stringify(rubricJsonSchema());
  for (const { name } of checks) expect(text).toContain(`{"const":"${name}"}`);
  expect(text).toContain('"required":["edit","step"]');
});
