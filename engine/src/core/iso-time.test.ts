import { expect, test } from "vitest";
import fc from "fast-check";
import { isoTime, parseIsoTime } from "./iso-time.ts";

test("is what Date prints, without trailing zeros", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), (at) => {
      expect(isoTime(at)).toBe(new Date(at).toISOString().replace(/\.?0*Z$/, "Z"));
      expect(isoTime(at + 0.5)).toBe(isoTime(at));
      expect(parseIsoTime(isoTime(at))).toBe(at);
    }),
  );
});
