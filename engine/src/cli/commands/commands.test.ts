import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { lacking } from "../words/lacking.ts";
import { commands } from "./index.ts";

test("the list is the folder", () => {
  const files = readdirSync(import.meta.dirname).filter((name) => !/^index|\.test\./.test(name));
  expect(commands.length).toBe(files.length);
  const camel = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const source = new Set(files.map((name) => camel(name.replace(/\.ts$/, ""))));
  expect(source.size).toBe(new Set(commands).size);
});

test("no two commands answer to one name, and none is told as lacking", () => {
  const names = commands.flatMap(({ names, aliases = {} }) => [...names, ...Object.keys(aliases)]);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  expect(names.filter((name) => lacking.has(name))).toEqual([]);
});

test("flags have one name each, and say what they do or what they lack", () => {
  for (const { names, flags } of commands) {
    const words = flags.flatMap(({ name, short }) => [`--${name}`, ...(short ? [`-${short}`] : [])]);
    expect(
      words.filter((word, i) => words.indexOf(word) !== i),
      names[0],
    ).toEqual([]);
    for (const flag of flags) expect(flag.lacking ?? flag.help, `${names[0]} --${flag.name}`).not.toBe("");
  }
});
