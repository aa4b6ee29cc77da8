import { readdirSync, readFileSync } from "node:fs";
import { bases } from "@drydock/engine/bases/index.ts";
import { expect, test } from "vitest";
import { type CheckExample, gradeExample, readCheckExamples } from "../authoring/check-example.ts";
import { checkParameters } from "../authoring/check-parameters.ts";
import { checks } from "./index.ts";

const examples = readCheckExamples(
  readFileSync(new URL("../../testing/examples.yaml", import.meta.url), "utf8"),
);

const outcomeOf = ({ pass, fail }: CheckExample): string =>
  pass !== undefined ? "pass" : fail !== undefined ? "fail" : "inconclusive";

test("the list is the folder", () => {
  const files = readdirSync(new URL(".", import.meta.url)).filter(
    (name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && name !== "index.ts",
  );
  const kebab = (name: string): string =>
    `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;
  expect(checks.map(({ name }) => kebab(name))).toEqual(files.sort());
});

test("every check has an example that passes and one that fails", () => {
  expect(Object.keys(examples).sort()).toEqual(checks.map(({ name }) => name).sort());
  for (const [name, list] of Object.entries(examples)) {
    const kinds = list.map(outcomeOf);
    expect(kinds, name).toEqual(expect.arrayContaining(["pass", "fail"]));
  }
});

const cases = Object.entries(examples).flatMap(([name, list]) =>
  list.map((example, i) => [name, i + 1, example] as const),
);

test.each(cases)("%s, example %i", (name, _, example) => {
  const verdict = gradeExample(name, example, { bases });
  expect(
    `${verdict.outcome}${example.line === undefined ? "" : ` on line ${verdict.cause?.range.start.line}`}`,
    verdict.message,
  ).toBe(`${outcomeOf(example)}${example.line === undefined ? "" : ` on line ${example.line}`}`);
  expect(verdict.message).toMatch(/[.?]$/);
});

test("every parameter of a check says what it is for and what kind of value it takes", () => {
  for (const check of checks)
    for (const { name, about, kind } of checkParameters(check)) {
      expect(about, `${check.name} ${name}`).toMatch(/\w/);
      expect(kind, `${check.name} ${name}`).not.toMatch(/anything|undefined/);
    }
});
