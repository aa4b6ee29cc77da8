import { expect, test } from "vitest";
import { checksumProblem } from "./checksum-text.ts";

const HEX = "0123456789abcdef".repeat(4);

test.each<[text: string, problem: string | undefined]>([
  [`sha256:${HEX}`, undefined],
  [`sha512:${HEX}${HEX}`, undefined],
  [`sha256:${HEX}0`, "invalid checksum digest length"],
  [`sha384:${HEX}`, "invalid checksum digest length"],
  [`sha256:${HEX.toUpperCase()}`, "invalid checksum digest format"],
  [`sha256:x${HEX.slice(1)}`, "invalid checksum digest format"],
  [`sha256:${HEX.slice(1)}x`, "invalid checksum digest format"],
  ["sha256:", "invalid checksum digest format"],
  [HEX, "invalid checksum digest format"],
  ["md5:00ff", "unsupported digest algorithm"],
  ["a.b+c_d-ee:x=_-", "unsupported digest algorithm"],
  ["toString:00", "invalid checksum digest format"],
  ["md5.:00", "invalid checksum digest format"],
  ["md.$:00", "invalid checksum digest format"],
  ["-md5:00", "invalid checksum digest format"],
  ["md5:00!", "invalid checksum digest format"],
])("--checksum=%s", (text, problem) => expect(checksumProblem(text)).toBe(problem));
