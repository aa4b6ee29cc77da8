import fc from "fast-check";
import { expect, it } from "vitest";
import type { OutputPiece } from "../../session/machine/machine.ts";
import { lengthOf, outputAfter } from "./output-after.ts";

const pieces = fc.array(
  fc.record({ at: fc.nat(1000), stream: fc.constant("stdout" as const), text: fc.string({ maxLength: 5 }) }),
);
const textOf = (output: readonly OutputPiece[]): string => output.map(({ text }) => text).join("");

it("is the text behind what was told, wherever that ends, and its times begin there", () => {
  fc.assert(
    fc.property(pieces, fc.nat(), (all, cut) => {
      const output = all.toSorted((a, b) => a.at - b.at);
      const told = cut % (lengthOf(output) + 1);
      const left = outputAfter(output, told);
      expect(textOf(left)).toBe(textOf(output).slice(told));
      expect(left.every(({ at }) => at >= 0)).toBe(true);
      if (told === 0) expect(left).toEqual(output);
    }),
  );
});
