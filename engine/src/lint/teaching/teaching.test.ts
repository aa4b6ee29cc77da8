import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseDockerfile } from "../../dockerfile/parse.ts";
import { type Advice, advise } from "../advise.ts";
import { ruleSlug } from "../rule-slug.ts";
import { rules } from "../rules/index.ts";
import type { Beside, TeachingRule } from "../teaching-rule.ts";
import { teachingRules } from "./index.ts";

const advice = (rule: TeachingRule, text: string, beside: Beside | undefined): readonly Advice[] =>
  advise(
    parseDockerfile(text),
    beside === undefined ? {} : { context: { paths: Object.keys(beside), ignore: beside[".dockerignore"] } },
  ).filter(({ rule: name }) => name === rule.name);

it("every file is a rule of the list, and bears its name", () => {
  const files = readdirSync(import.meta.dirname).filter(
    (name) => name !== "index.ts" && !name.endsWith(".test.ts"),
  );
  expect(files.toSorted()).toEqual(teachingRules.map(({ name }) => `${ruleSlug(name)}.ts`).toSorted());
});

it("no name is one of Docker's", () => {
  const theirs = new Set(rules.map(({ name }) => name));
  expect(teachingRules.filter(({ name }) => theirs.has(name))).toEqual([]);
});

describe.each(teachingRules)("$name", (rule) => {
  it.each(rule.good)("says nothing about %j", (text) => {
    expect(parseDockerfile(text).problems).toEqual([]);
    expect(advice(rule, text, rule.beside?.good)).toEqual([]);
  });

  it.each(rule.bad)("finds one thing in %j", (text) => {
    const found = advice(rule, text, rule.beside?.bad);
    expect(found).toHaveLength(1);
    expect(found[0]?.message).not.toMatch(/undefined|\bNaN\b/);
    const { lines } = parseDockerfile(text);
    expect(found[0]?.range.end.line).toBeLessThanOrEqual(lines.length);
  });

  it("has words of its own", () => {
    expect(rule.why).toMatch(/^[A-Za-z].*\.$/);
    expect(rule.summary).not.toMatch(/\.$/);
  });
});
