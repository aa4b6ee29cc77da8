import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import fc from "fast-check";
import { sha256 } from "./sha256.ts";

test("agrees with Node's for every length around a block, and for all else", () => {
  const node = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
  for (let length = 0; length < 200; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => i * 31 + length);
    expect(sha256(bytes)).toBe(node(bytes));
  }
  fc.assert(fc.property(fc.uint8Array({ maxLength: 5_000 }), (bytes) => sha256(bytes) === node(bytes)));
});
