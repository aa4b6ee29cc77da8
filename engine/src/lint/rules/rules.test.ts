import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkExample } from "../../build/check-example.ts";
import { ruleSlug } from "../rule-slug.ts";
import { rules } from "./index.ts";

it("every file is a rule of the list, and bears its name", () => {
  const files = readdirSync(import.meta.dirname).filter(
    (name) => name !== "index.ts" && !name.endsWith(".test.ts"),
  );
  expect(files.toSorted()).toEqual(rules.map(({ name }) => `${ruleSlug(name)}.ts`).toSorted());
});

describe.each(rules)("$name", (rule) => {
  it.each(rule.good)("says nothing about %j", (text) => {
    expect(checkExample(rule, text)).toEqual([]);
  });

  it.each(rule.bad)("finds one thing in %j", (text) => {
    const found = checkExample(rule, text);
    expect(found).toHaveLength(1);
    expect(found[0]?.range.start.line).toBeGreaterThan(0);
    expect(found[0]?.range.end.line).toBeLessThanOrEqual(text.split("\n").length);
    expect(found[0]?.message).not.toMatch(/undefined(?! variable)/);
  });

  it("says why, in a sentence", () => {
    expect(rule.why).toMatch(/^[A-Z].*\.$/);
  });

  it("is silent when it is skipped", () => {
    for (const text of rule.bad) {
      // Of an experimental rule the list that is asked for governs, and nothing else.
      const skipped = checkExample({ ...rule, experimental: false }, `# check=skip=${rule.name}\n${text}`);
      expect(skipped).toEqual([]);
    }
  });
});
