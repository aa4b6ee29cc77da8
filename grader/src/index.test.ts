import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Everything that a file imports, and what those import, by name as written for packages. */
function reached(start: URL, seen = new Set<string>(), packages = new Set<string>()): Set<string> {
  if (seen.has(start.href)) return packages;
  seen.add(start.href);
  const source = readFileSync(start, "utf8").replaceAll(/^(?:import|export) type .*$/gm, "");
  for (const [, name = ""] of source.matchAll(
    /^(?:import|export)\b[^;]*?from "([^"]+)"|import\("([^"]+)"\)/gm,
  )) {
    if (name.startsWith(".")) reached(new URL(name, start), seen, packages);
    else packages.add(name);
  }
  return packages;
}

test("a page loads no YAML reader, no zip reader and nothing of Node", () => {
  expect([...reached(new URL("index.ts", import.meta.url))].sort()).toEqual(["@drydock/engine", "zod/mini"]);
});

test("only the command line touches Node", () => {
  const authoring = reached(new URL("authoring/index.ts", import.meta.url));
  expect([...authoring].filter((name) => name.startsWith("node:"))).toEqual([]);
  expect([...reached(new URL("cli/main.ts", import.meta.url))].some((name) => name.startsWith("node:"))).toBe(
    true,
  );
});
