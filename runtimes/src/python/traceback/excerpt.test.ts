import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { excerpt } from "./excerpt.ts";

/** `=== version`, a program, `---` and what a real Python of that version says when it fails. */
const recorded = readFileSync(new URL("recorded.txt", import.meta.url), "utf8")
  .split(/^=== /m)
  .slice(1)
  .map((part) => {
    const [, version = "", source = "", told = ""] =
      /^3\.(\d+)\n([\s\S]*?)^---\n([\s\S]*)$/m.exec(part) ?? [];
    return { version: Number(version), source, told };
  });

it.each(recorded)("marks as Python 3.$version does: $told", ({ version, source, told }) => {
  const [, kind = "", message = ""] = /\n([\w.]+): (.*)\n$/.exec(told) ?? [];
  const frames = [...told.matchAll(/^ {2}File ".*", line (\d+), in (.*)\n((?: {4}.*\n)*)/gm)];
  expect(frames.length).toBeGreaterThan(1);
  for (const [place, [, line = "", function_ = "", shown = ""]] of frames.entries()) {
    const following = frames[place + 1]?.[2] ?? null;
    const got = excerpt({ source, line: Number(line), version, place: function_, kind, message, following });
    expect(got.map((one) => `    ${one}\n`).join("")).toBe(shown);
  }
});
