import { bytesOf } from "../text/bytes-text.ts";
import { cantOpen, inputFiles, nameAndReason } from "../text/input-files.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";

const POLYNOMIAL = 0x04c1_1db7;

const TABLE: readonly number[] = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24;
  for (let bit = 0; bit < 8; bit++) crc = crc < 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
  return crc;
});

/** The cyclic redundancy check of POSIX cksum: the bytes, and then their number, least significant byte first. */
function check(bytes: Uint8Array): number {
  let crc = 0;
  const add = (byte: number): void => {
    crc = (crc << 8) ^ (TABLE[(crc >>> 24) ^ byte] ?? 0);
  };
  for (const byte of bytes) add(byte);
  for (let { length } = bytes; length > 0; length = Math.floor(length / 256)) add(length & 0xff);
  return ~crc >>> 0;
}

export const cksum: Program = tool("cksum", { lacks: "a" }, (process, options, flavour) => {
  const failure = flavour === "gnu" ? nameAndReason : cantOpen;
  const { files, failed } = inputFiles(process, flavour, options.operands, failure);
  for (const { name, text } of files) {
    const bytes = bytesOf(text);
    process.kernel.spend(bytes.length >> 8);
    const label = options.operands.length === 0 ? "" : ` ${name}`;
    process.stdout.write(`${check(bytes)} ${bytes.length}${label}\n`);
  }
  return failed ? 1 : 0;
});
