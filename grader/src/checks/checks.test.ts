import { readdirSync, readFileSync } from "node:fs";
import { bases } from "@drydock/engine/bases/index.ts";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { readRubric } from "../authoring/read-rubric.ts";
import { grade } from "../grade.ts";
import { checks } from "./index.ts";

interface Example {
  readonly pass?: string;
  readonly fail?: string;
  readonly line?: number;
  readonly with?: object;
  readonly image?: object;
  readonly files?: Record<string, string>;
  readonly commands?: string[];
  readonly answers?: Record<string, unknown>;
}

const { undecided, ...examples } = parse(
  readFileSync(new URL("../../testing/examples.yaml", import.meta.url), "utf8"),
) as Record<string, Example[]> & { undecided: string[] };
const reference = { Dockerfile: "FROM busybox\nRUN echo 1 > /a\n" };

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
    const kinds = new Set(list.map((example) => (example.pass === undefined ? "fail" : "pass")));
    if (!undecided.includes(name)) expect(kinds, name).toEqual(new Set(["pass", "fail"]));
  }
});

const cases = Object.entries(examples).flatMap(([name, list]) =>
  list.map((example, i) => [name, i + 1, example] as const),
);

test.each(cases)("%s, example %i", (name, _, example) => {
  const criterion = {
    id: "it",
    title: "It",
    points: 1,
    check: name,
    ...(example.with && { with: example.with }),
  };
  const read = readRubric(
    "rubric.yaml",
    JSON.stringify({ version: 1, image: example.image ?? {}, criteria: [criterion] }),
  );
  if (!("rubric" in read)) throw new Error(JSON.stringify(read.problems));
  const lesson = {
    id: "example",
    version: "sha256:0",
    rubric: read.rubric,
    start: reference,
    solution: reference,
  };
  const files = { Dockerfile: `${example.pass ?? example.fail}\n`, ...example.files };
  const session =
    example.commands || example.answers
      ? {
          format: 1 as const,
          commands: (example.commands ?? []).map((line) => ({ line })),
          answers: example.answers,
        }
      : undefined;
  const verdict = grade(lesson, { id: "a", files, session }, { bases }).criteria.find(
    ({ id }) => id === "it",
  );
  expect(
    `${verdict?.outcome}${example.line === undefined ? "" : ` on line ${verdict?.cause?.range.start.line}`}`,
    verdict?.message,
  ).toBe(
    `${example.pass === undefined ? "fail" : "pass"}${example.line === undefined ? "" : ` on line ${example.line}`}`,
  );
  expect(verdict?.message).toMatch(/[.?]$/);
});
