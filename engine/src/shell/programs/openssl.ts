import { toBase64 } from "../../core/base64.ts";
import { notSimulated } from "../../core/engine-error.ts";
import { sha256 } from "../../core/sha256.ts";
import { bytesOf } from "../text/bytes-text.ts";
import { md5 } from "../digests/md5.ts";
import type { Process, Program } from "../process.ts";
import { randomBytes } from "../digests/random-bytes.ts";
import { sha1 } from "../digests/sha1.ts";
import { sha512 } from "../digests/sha512.ts";
import { readText } from "../streams/open-file.ts";

/** Digests, with the names under which version 3 shows them. */
const DIGESTS: Readonly<Record<string, readonly [shown: string, digest: (bytes: Uint8Array) => string]>> = {
  md5: ["MD5", md5],
  sha1: ["SHA1", sha1],
  sha256: ["SHA2-256", sha256],
  sha512: ["SHA2-512", sha512],
};

/** Bytes that `rand` may be asked for. */
const MOST = 1_000_000;

/** `openssl`: random bytes and digests. Keys, certificates and ciphers are told as lacking. */
export const openssl: Program = {
  name: "openssl",
  run(process) {
    const [, command = "", ...args] = process.argv;
    if (command === "rand") return rand(process, args);
    const digest = DIGESTS[command];
    if (digest) return dgst(process, command, args);
    if (command !== "dgst") throw notSimulated(`openssl ${command}`, "do it");
    const named = args.find((word) => DIGESTS[word.slice(1)] !== undefined);
    return dgst(
      process,
      named?.slice(1) ?? "default",
      args.filter((word) => word !== named),
    );
  },
};

function rand(process: Process, args: readonly string[]): number {
  const counts = args.filter((word) => !word.startsWith("-"));
  const how = args.filter((word) => word.startsWith("-"));
  const other = how.find((word) => word !== "-hex" && word !== "-base64");
  if (other !== undefined) throw notSimulated(`openssl rand ${other}`, "do as it says");
  const [word = ""] = counts;
  const complain = (words: string): number => {
    process.stderr.write(`${words}rand: Use -help for summary.\n`);
    return 1;
  };
  if (counts.length !== 1) return complain("");
  if (!/^\d+$/.test(word)) return complain(`rand: Can't parse "${word}" as a number\n`);
  const count = Number(word);
  if (count > MOST) throw notSimulated(`openssl rand ${word}`, "make so many bytes");
  process.kernel.spend(count / 32);
  const bytes = randomBytes(process, count);
  if (how.includes("-hex"))
    process.stdout.write(`${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}\n`);
  else if (how.includes("-base64")) {
    const lines = (toBase64(bytes).match(/.{1,64}/g) ?? []).map((line) => `${line}\n`);
    process.stdout.write(lines.join(""));
  } else throw notSimulated("openssl rand without -hex or -base64", "write the bytes themselves");
  return 0;
}

function dgst(process: Process, name: string, args: readonly string[]): number {
  const [shown = "SHA256", digest = sha256] = DIGESTS[name] ?? [];
  const files = args.filter((word) => !word.startsWith("-"));
  const other = args.find((word) => word.startsWith("-") && !/^-(?:r|hex)$/.test(word));
  if (other !== undefined) throw notSimulated(`openssl dgst ${other}`, "do as it says");
  const plain = args.includes("-r");
  for (const file of files.length === 0 ? [undefined] : files) {
    const read = file === undefined ? { text: process.stdin.rest() } : readText(process, file);
    if (typeof read === "string")
      throw notSimulated(
        `what openssl says of ${file ?? ""}, which it cannot read`,
        "print where in its source it failed",
      );
    const bytes = bytesOf(read.text);
    process.kernel.spend(bytes.length / 32);
    const hex = digest(bytes);
    process.stdout.write(plain ? `${hex} *${file ?? "stdin"}\n` : `${shown}(${file ?? "stdin"})= ${hex}\n`);
  }
  return 0;
}
