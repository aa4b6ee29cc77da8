import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { builtins } from "./index.ts";

const folder = new URL(".", import.meta.url);

test("the list is every file that defines a builtin", () => {
  const files = readdirSync(folder).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  const defining = files.filter((file) =>
    /^export const \w+: Builtin\b/m.test(readFileSync(new URL(file, folder), "utf8")),
  );
  expect(builtins.length).toBe(defining.length);
  expect(new Set(builtins.map(({ name }) => name)).size).toBe(defining.length);
});
