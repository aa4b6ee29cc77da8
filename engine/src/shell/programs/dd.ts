import { EngineError } from "../../core/engine-error.ts";
import { strerror } from "../../vfs/errno.ts";
import { Content } from "../../vfs/content.ts";
import { bytesOf, textOf } from "../text/bytes-text.ts";
import { complain } from "../options/options.ts";
import type { Program } from "../process.ts";
import { randomBytes } from "../digests/random-bytes.ts";
import { readCount } from "../options/read-count.ts";
import { readText } from "../streams/open-file.ts";
import { at, isEntry, statOf } from "../tree/tree.ts";

const HELD = 4 << 20;
const KNOWN = ["if", "of", "bs", "count", "skip", "seek", "status", "conv", "iflag", "oflag", "ibs", "obs"];

export const dd: Program = {
  name: "dd",
  run(process, flavour) {
    const given = new Map<string, string>();
    for (const word of process.argv.slice(1)) {
      const cut = word.indexOf("=");
      const name = word.slice(0, Math.max(cut, 0));
      if (!KNOWN.includes(name)) {
        return complain(
          process,
          flavour,
          flavour === "gnu"
            ? `unrecognized operand ‘${word}’\nTry 'dd --help' for more information.`
            : `unrecognized operand '${word}'`,
        );
      }
      given.set(name, word.slice(cut + 1));
    }
    const size = readCount(given.get("bs") ?? given.get("ibs") ?? "512");
    const count = given.has("count") ? readCount(given.get("count") ?? "") : Infinity;
    if (size === undefined || size <= 0 || count === undefined)
      return complain(
        process,
        flavour,
        flavour === "gnu"
          ? `invalid number: ‘${given.get(size === undefined ? "bs" : "count")}’`
          : `invalid number '${given.get("bs")}'`,
      );
    const skip = (readCount(given.get("skip") ?? "0") ?? 0) * size;
    const seek = (readCount(given.get("seek") ?? "0") ?? 0) * size;
    const source = given.get("if");
    const entry = source === undefined ? undefined : statOf(process, source);
    const wanted = size * count;
    let bytes: Uint8Array;
    let total: number;
    if (
      entry !== undefined &&
      isEntry(entry) &&
      entry.kind === "device" &&
      ["zero", "urandom", "random"].includes(entry.name)
    ) {
      total = Number.isFinite(wanted) ? wanted : 0;
      const held = Math.min(total, HELD);
      bytes = entry.name === "zero" ? new Uint8Array(held) : randomBytes(process, held);
      if (!Number.isFinite(wanted))
        return complain(
          process,
          flavour,
          `error writing '${given.get("of") ?? "standard output"}': ${strerror.ENOSPC}`,
        );
    } else {
      const read = source === undefined ? { text: process.stdin.rest() } : readText(process, source);
      if (typeof read === "string")
        return complain(
          process,
          flavour,
          flavour === "gnu"
            ? `failed to open '${source}': ${strerror[read]}`
            : `can't open '${source}': ${strerror[read]}`,
        );
      bytes = bytesOf(read.text).subarray(skip, Number.isFinite(wanted) ? skip + wanted : undefined);
      total = bytes.length;
    }
    const target = given.get("of");
    if (target === undefined && total > bytes.length)
      throw new EngineError("LIMIT", { what: "bytes of an endless device", limit: HELD });
    process.kernel.spend(bytes.length >> 7);
    if (target === undefined) process.stdout.write(textOf(bytes));
    else {
      const old = statOf(process, target);
      const before =
        isEntry(old) && old.kind === "file" ? (old.content.bytes ?? new Uint8Array()) : new Uint8Array();
      const keeps = given.get("conv")?.includes("notrunc") ?? false;
      let content: Content;
      if (total > bytes.length) content = Content.declared(seek + total, `dd ${source}`);
      else {
        const whole = new Uint8Array(Math.max(seek + bytes.length, keeps ? before.length : 0));
        whole.set(before.subarray(0, keeps ? before.length : Math.min(seek, before.length)));
        whole.set(bytes, seek);
        content = Content.of(whole);
      }
      const errno = process.files.write(at(process, target), content, 0o666 & ~process.umask);
      if (errno)
        return complain(
          process,
          flavour,
          flavour === "gnu"
            ? `failed to open '${target}': ${strerror[errno]}`
            : `can't open '${target}': ${strerror[errno]}`,
        );
    }
    const full = Math.floor(total / size);
    const part = total % size === 0 ? 0 : 1;
    const status = given.get("status");
    if (status === "none") return 0;
    process.stderr.write(`${full}+${part} records in\n${full}+${part} records out\n`);
    if (status === "noxfer") return 0;
    const [kilo, kibi] = [total / 1000, total / 1024];
    const humane =
      total < 1000
        ? ""
        : ` (${[kilo, kibi].map((value, i) => `${unit(value, i === 0 ? 1000 : 1024)}${i === 0 ? "B" : "iB"}`).join(", ")})`;
    process.stderr.write(
      flavour === "gnu"
        ? `${total} byte${total === 1 ? "" : "s"}${humane} copied, 0.001 s, ${unit(total, 1000)}B/s\n`
        : `${total} bytes (${(total / 1024).toFixed(1)}KB) copied, 0.001000 seconds, ${(total / 1024).toFixed(1)}MB/s\n`,
    );
    return 0;
  },
};

function unit(value: number, base: number): string {
  const letters = ["k", "M", "G", "T"];
  let at = 0;
  let left = value;
  while (left >= base && at < 3) {
    left /= base;
    at++;
  }
  return `${left < 10 ? left.toFixed(1) : Math.round(left)} ${base === 1024 ? (letters[at] ?? "").toUpperCase() : letters[at]}`;
}
