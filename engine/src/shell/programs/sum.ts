import { bytesOf } from "../text/bytes-text.ts";
import { cantOpen, inputFiles, nameAndReason } from "../text/input-files.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";

/** BSD's sixteen bits, rotated before each byte; blocks of 1024. */
function bsd(bytes: Uint8Array): string {
  let sum = 0;
  for (const byte of bytes) sum = (((sum >> 1) | ((sum & 1) << 15)) + byte) & 0xffff;
  return `${String(sum).padStart(5, "0")} ${String(Math.ceil(bytes.length / 1024)).padStart(5)}`;
}

/** System V's: the bytes' sum folded twice; blocks of 512. */
function systemV(bytes: Uint8Array): string {
  let sum = 0;
  for (const byte of bytes) sum = (sum + byte) >>> 0;
  const folded = (sum & 0xffff) + (sum >>> 16);
  return `${(folded & 0xffff) + (folded >>> 16)} ${Math.ceil(bytes.length / 512)}`;
}

export const sum: Program = tool("sum", { flags: "rs", long: { sysv: "s" } }, (process, options, flavour) => {
  const failure = flavour === "gnu" ? nameAndReason : cantOpen;
  const { files, failed } = inputFiles(process, flavour, options.operands, failure);
  const last = options.order.at(-1);
  const named = options.operands.length > (last === "s" || flavour === "gnu" ? 0 : 1);
  for (const { name, text } of files) {
    const bytes = bytesOf(text);
    process.kernel.spend(bytes.length >> 8);
    process.stdout.write(`${last === "s" ? systemV(bytes) : bsd(bytes)}${named ? ` ${name}` : ""}\n`);
  }
  return failed ? 1 : 0;
});
