import { expect, test } from "vitest";
import fc from "fast-check";
import { fromBase64, toBase64 } from "./base64.ts";

test("the examples of RFC 4648, section 10", () => {
  const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  expect(["", "f", "fo", "foo", "foob"].map((text) => toBase64(ascii(text)))).toEqual([
    "",
    "Zg==",
    "Zm8=",
    "Zm9v",
    "Zm9vYg==",
  ]);
  expect(fromBase64("Zm9v\nYg")).toEqual(ascii("foob"));
  expect(fromBase64("Zm9v!")).toBeUndefined();
});

test("agrees with Node both ways", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }),
  );
});
