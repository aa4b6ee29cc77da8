import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { programs } from "./index.ts";

const folder = new URL(".", import.meta.url);

test("the list is the folder", () => {
  const files = readdirSync(folder).filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && file !== "index.ts",
  );
  const listed = [...readFileSync(new URL("index.ts", folder), "utf8").matchAll(/from "\.\/(.+?)"/g)].map(
    (match) => match[1] ?? "",
  );
  expect(listed.toSorted()).toEqual(files.toSorted());
  expect(programs.length).toBe(files.length);
});

test("no two programs share a name", () => {
  const names = programs.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
