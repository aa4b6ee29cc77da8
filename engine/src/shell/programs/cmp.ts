import { strerror } from "../../vfs/errno.ts";
import { bytesOf } from "../text/bytes-text.ts";
import { complain, missingOperand, type Options, refuse } from "../options/options.ts";
import type { Flavour, Process, Program } from "../process.ts";
import { readCount } from "../options/read-count.ts";
import { readText } from "../streams/open-file.ts";
import { tool } from "../options/tool.ts";
import { isEntry, statOf } from "../tree/tree.ts";

/** Outside the C locale GNU says `byte`, since a character may be several. */
function hasLocale({ env }: Process): boolean {
  const locale = env.get("LC_ALL") || env.get("LC_MESSAGES") || env.get("LANG") || "C";
  return locale !== "C" && locale !== "POSIX";
}

/** A byte as cat -v shows it. */
function shown(byte: number): string {
  const low = byte & 0x7f;
  const meta = byte >= 0x80 ? "M-" : "";
  return (
    meta + (low < 32 ? `^${String.fromCharCode(low + 64)}` : low === 127 ? "^?" : String.fromCharCode(low))
  );
}

const octal = (byte: number, width = 3): string => byte.toString(8).padStart(width);

/** How many bytes to pass over in each file: two operands, or `-i BOTH`, `-i FIRST:SECOND`. */
function skips(process: Process, flavour: Flavour, options: Options): readonly [number, number] {
  const word = options.value("i");
  const words = word === undefined ? options.operands.slice(2, 4) : word.split(":");
  const numbers = words.map(readCount);
  if (numbers.includes(undefined) || words.length > 2)
    refuse(process, flavour, `invalid --ignore-initial value '${word ?? words[0]}'`, 2);
  return [numbers[0] ?? 0, numbers[1] ?? (word === undefined ? 0 : (numbers[0] ?? 0))];
}

export const cmp: Program = tool(
  "cmp",
  {
    flags: "sbl",
    values: "ni",
    long: {
      silent: "s",
      quiet: "s",
      verbose: "l",
      "print-bytes": "b",
      bytes: "n",
      "ignore-initial": "i",
    },
    refusal: 2,
  },
  (process, options, flavour) => {
    const gnu = flavour === "gnu";
    const [first, second = "-"] = options.operands;
    if (first === undefined) missingOperand(process, flavour, process.argv[0], 2);
    if (gnu && options.has("s") && options.has("l"))
      refuse(process, flavour, "options -l and -s are incompatible", 2);
    const skip = skips(process, flavour, options);
    const most = options.has("n") ? readCount(options.value("n") ?? "") : Infinity;
    if (most === undefined || most < 0)
      refuse(process, flavour, `invalid --bytes value '${options.value("n")}'`, 2);
    const bytes: Uint8Array[] = [];
    // Both are opened before one of them is read.
    const missing = [first ?? "", second].find((name) => name !== "-" && !isEntry(statOf(process, name)));
    for (const [i, name] of (missing === undefined ? [first ?? "", second] : [missing]).entries()) {
      const read = name === "-" ? { text: process.stdin.rest() } : readText(process, name);
      if (typeof read === "string") {
        if (!options.has("s") || read === "EISDIR") complain(process, flavour, `${name}: ${strerror[read]}`);
        return gnu || read !== "EISDIR" ? 2 : 1;
      }
      bytes.push(bytesOf(read.text).subarray(skip[i as 0 | 1]));
    }
    const [a = new Uint8Array(), b = new Uint8Array()] = bytes.map((all) =>
      most === Infinity ? all : all.subarray(0, most),
    );
    const shorter = Math.min(a.length, b.length);
    process.kernel.spend(shorter >> 10);
    const width = String(shorter).length;
    let status = 0;
    let line = 1;
    for (let at = 0; at < shorter; at++) {
      const [left = 0, right = 0] = [a[at], b[at]];
      if (left === right) {
        if (left === 10) line++;
        continue;
      }
      status = 1;
      if (options.has("s")) return 1;
      if (options.has("l")) {
        process.kernel.spend(1);
        const number = String(at + 1).padStart(width);
        process.stdout.write(
          options.has("b") && gnu
            ? `${number} ${octal(left)} ${shown(left).padEnd(4)} ${octal(right)} ${shown(right)}\n`
            : `${number} ${octal(left)} ${octal(right)}\n`,
        );
        continue;
      }
      const unit = gnu && (hasLocale(process) || options.has("b")) ? "byte" : "char";
      const both =
        options.has("b") && gnu ? ` is ${octal(left)} ${shown(left)} ${octal(right)} ${shown(right)}` : "";
      process.stdout.write(`${first} ${second} differ: ${unit} ${at + 1}, line ${line}${both}\n`);
      if (gnu || !options.has("n")) return 1;
    }
    if (a.length === b.length) return status;
    if (options.has("s")) return 1;
    const where =
      shorter === 0
        ? " which is empty"
        : ` after byte ${shorter}${options.has("l") ? "" : `, ${a[shorter - 1] === 10 ? `line ${line - 1}` : `in line ${line}`}`}`;
    complain(process, flavour, `EOF on ${a.length < b.length ? first : second}${gnu ? where : ""}`);
    return 1;
  },
);
