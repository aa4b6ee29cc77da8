import fc from "fast-check";
import { expect, it } from "vitest";
import { compareFiles, type ComparedLine, compareTexts } from "./compare-files.ts";

const signs = { same: " ", removed: "-", added: "+", "left out": "…" } as const;
const drawn = (lines: readonly ComparedLine[]): readonly string[] =>
  lines.map((line) => `${signs[line.kind]}${line.kind === "left out" ? line.count : line.text}`);

it("shows what goes, what comes, and of the rest what stands beside it", () => {
  const before = Array.from({ length: 20 }, (_, at) => `line ${at + 1}`);
  const after = before.with(9, "another");
  expect(drawn(compareTexts(before.join("\n"), `${after.join("\n")}\n`))).toEqual([
    "…6",
    " line 7",
    " line 8",
    " line 9",
    "-line 10",
    "+another",
    " line 11",
    " line 12",
    " line 13",
    "…7",
  ]);
});

it("names files that came, went and changed, and leaves those out that are the same", () => {
  const found = compareFiles(
    {
      b: "1",
      Dockerfile: "FROM a\n",
      gone: "x\n",
      same: "s",
      mode: { text: "m", mode: "0755" },
      bytes: { base64: "AAAA" },
    },
    {
      b: "1",
      Dockerfile: "FROM b\n",
      new: "y\n",
      same: { text: "s", mode: "0644" },
      mode: { text: "m" },
      bytes: { base64: "AAAB" },
    },
  );
  expect(found.map(({ path, how, lines }) => [path, how, ...drawn(lines)])).toEqual([
    ["Dockerfile", "changed", "-FROM a", "+FROM b"],
    ["bytes", "changed"],
    ["gone", "removed", "-x"],
    ["mode", "changed", " m"],
    ["new", "added", "+y"],
  ]);
});

it("has every line of both texts, in order and with its number, however they differ", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "c", ""), { maxLength: 40 })
    .map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const [a, b] = [before, after].map((one) => (one === "" ? [] : one.replace(/\n$/, "").split("\n")));
      let [old, now] = [0, 0];
      for (const line of compareTexts(before, after)) {
        if (line.kind === "left out") {
          for (let i = 0; i < line.count; i += 1) expect(a?.[old++]).toBe(b?.[now++]);
          continue;
        }
        if (line.kind !== "added") expect([line.before, line.text]).toEqual([old + 1, a?.[old++]]);
        if (line.kind !== "removed") expect([line.after, line.text]).toEqual([now + 1, b?.[now++]]);
      }
      expect([old, now]).toEqual([a?.length, b?.length]);
    }),
  );
});

it("answers at once where nothing of a long text is the same", () => {
  const lines = (word: string): string => Array.from({ length: 5000 }, (_, at) => `${word} ${at}`).join("\n");
  const found = compareTexts(lines("a"), lines("b"));
  expect(found).toHaveLength(10_000);
  expect(found[0]).toMatchObject({ kind: "removed", before: 1 });
});
