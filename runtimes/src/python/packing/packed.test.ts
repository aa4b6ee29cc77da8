import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parseFile } from "../source/parse.ts";
import { packed } from "./packed.ts";

const library = new URL("../library/", import.meta.url);
const texts = readdirSync(library, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".py"))
  .map((name) => [name, readFileSync(new URL(name, library), "utf8")] as const);

/** The tree without places and without statements that do nothing. */
function meaning(text: string): unknown {
  const idle = (one: { type?: string; value?: { type?: string } }): boolean =>
    one.type === "Pass" || (one.type === "Expression" && one.value?.type === "String");
  return JSON.parse(
    JSON.stringify(parseFile(text, 12), (key, value: unknown) => {
      if (key === "at") return undefined;
      return Array.isArray(value) ? value.filter((one) => !(one && idle(one as object))) : value;
    }),
  );
}

it("leaves out what only readers need", () => {
  const text = `"""Text."""\n\n\ndef f(a, b = 1):  # why\n    """Doc."""\n    return not "#" in (\n        a or b,\n    )\n\nclass E(Exception):\n    'only'\n\nx = 1 .real\n`;
  expect(packed(text)).toBe(
    'def f(a,b=1):\n return not "#" in(a or b,)\nclass E(Exception):\n pass\nx=1 .real\n',
  );
});

it.each(texts)("means the same: %s", (_name, text) => {
  const once = packed(text);
  expect(packed(once)).toBe(once);
  expect(meaning(once)).toEqual(meaning(text));
});
