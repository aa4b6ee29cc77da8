import { describe, expect, it } from "vitest";
import { mergeOutput } from "./merge-output.ts";

describe("what a terminal keeps of a command", () => {
  it("joins what was written at one moment, in order", () => {
    const piece = (at: number, stream: "stdout" | "stderr", text: string) => ({ at, stream, text });
    expect(
      mergeOutput([
        piece(0, "stdout", "a"),
        piece(0, "stdout", "b"),
        piece(0, "stderr", "c"),
        piece(5, "stderr", "d"),
      ]),
    ).toEqual([piece(0, "stdout", "ab"), piece(0, "stderr", "c"), piece(5, "stderr", "d")]);
  });

  it("keeps the end of an endless loop, and is done at once", () => {
    const loop = Array.from({ length: 300_000 }, (_, at) => ({
      at: Math.floor(at / 1000),
      stream: "stdout" as const,
      text: `${at}\n`,
    }));
    const kept = mergeOutput(loop);
    expect(kept.reduce((sum, { text }) => sum + text.length, 0)).toBe(500_000);
    expect(kept.at(-1)?.text.endsWith("299999\n")).toBe(true);
  });
});
