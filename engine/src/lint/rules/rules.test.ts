import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { makePlan } from "../../build/make-plan.ts";
import { parseIgnore } from "../../context/ignore.ts";
import { parseDockerfile } from "../../dockerfile/parse.ts";
import type { ImageConfig } from "../../oci/image-config.ts";
import type { Finding } from "../lint.ts";
import type { Rule } from "../rule.ts";
import { rules } from "./index.ts";

/** An image for every name; one of them is for another machine. */
const image = (reference: string): ImageConfig => ({
  architecture: reference.includes("arm64only") ? "arm64" : "amd64",
  os: "linux",
  config: { Env: ["PATH=/bin"] },
  rootfs: { type: "layers", diff_ids: [] },
  history: [],
});

const findings = (rule: Rule, text: string): readonly Finding[] =>
  makePlan(
    parseDockerfile(`# check=experimental=all\n${text}`),
    { check: true, ignore: parseIgnore(rule.ignore ?? "") },
    image,
  ).warnings.filter(({ rule: name }) => name === rule.name);

const kebab = (name: string): string =>
  name.replace(/([a-z])([A-Z])|([A-Z])([A-Z][a-z])/g, "$1$3-$2$4").toLowerCase();

it("every file is a rule of the list, and bears its name", () => {
  const files = readdirSync(import.meta.dirname).filter(
    (name) => name !== "index.ts" && !name.endsWith(".test.ts"),
  );
  expect(files.toSorted()).toEqual(rules.map(({ name }) => `${kebab(name)}.ts`).toSorted());
});

describe.each(rules)("$name", (rule) => {
  it.each(rule.good)("says nothing about %j", (text) => {
    expect(findings(rule, text)).toEqual([]);
  });

  it.each(rule.bad)("finds one thing in %j", (text) => {
    const found = findings(rule, text);
    expect(found).toHaveLength(1);
    expect(found[0]?.range.start.line).toBeGreaterThan(1);
    expect(found[0]?.message).not.toMatch(/undefined(?! variable)/);
  });

  it("is silent when it is skipped", () => {
    for (const text of rule.bad) {
      const file = parseDockerfile(`# check=skip=${rule.name}\n${text}`);
      const { warnings } = makePlan(file, { check: true, ignore: parseIgnore(rule.ignore ?? "") }, image);
      expect(warnings.map(({ rule: name }) => name)).not.toContain(rule.name);
    }
  });
});
