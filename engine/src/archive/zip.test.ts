import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { decode, encode } from "../core/bytes.ts";
import { LIMITS } from "./limits.ts";
import { readZip } from "./zip.ts";

const packed = zipSync(
  { "a/b.txt": encode("hello ".repeat(50)), empty: new Uint8Array() },
  { mtime: 1.6e12 },
);

test("members come with their bytes and their time", () => {
  const members = readZip(packed);
  if ("error" in members) throw new Error(members.error);
  expect(members.map(({ name, bytes }) => [name, decode(bytes).length])).toEqual([
    ["a/b.txt", 300],
    ["empty", 0],
  ]);
  expect(members[0]?.time).toMatch(/^2020-09-1[34] \d\d:\d\d:\d\d$/);
});

test("what claims too much is refused before it is unpacked", () => {
  expect(readZip(packed, { ...LIMITS, file: 200 })).toMatchObject({ limit: true });
  expect(readZip(packed, { ...LIMITS, entries: 1 })).toMatchObject({ limit: true });
});

test("each broken byte is told, or does no harm", () => {
  for (let at = 0; at < packed.length; at++) {
    const bad = packed.slice();
    bad[at] = (bad[at] ?? 0) ^ 0xff;
    const members = readZip(bad);
    if (!("error" in members)) expect(members.every(({ bytes }) => bytes.length <= 300)).toBe(true);
  }
  expect(readZip(packed.subarray(0, 40))).toMatchObject({ limit: false });
  expect(readZip(new Uint8Array())).toMatchObject({ limit: false });
});
