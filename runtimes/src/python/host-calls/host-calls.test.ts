import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { hostCalls } from "./index.ts";

const around = new Set(["index", "host-call", "answer-call"]);
const folder = new URL(".", import.meta.url);
const library = new URL("../library/", import.meta.url);

it("are all in the list", () => {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => name.slice(0, -3))
    .filter((name) => !around.has(name));
  expect(hostCalls.map(({ name }) => name)).toEqual(files.sort());
});

it("are all that the library asks", () => {
  const names = new Set(hostCalls.map(({ name }) => name));
  const texts = readdirSync(library, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".py"))
    .map((name) => [name, readFileSync(new URL(name, library), "utf8")] as const);
  for (const [file, text] of texts)
    for (const [, name = ""] of text.matchAll(/\b(?:ask|text_of|_host\.call)\("([a-z_]+)"/g))
      expect(names.has(name), `${file} asks ${name}`).toBe(true);
});
