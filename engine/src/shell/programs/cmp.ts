import { strerror } from "../../vfs/errno.ts";
import { bytesOf } from "../bytes-text.ts";
import { complain, missingOperand } from "../options.ts";
import type { Process, Program } from "../process.ts";
import { readText } from "../streams/open-file.ts";
import { tool } from "../tool.ts";

/** Outside the C locale GNU says `byte`, since a character may be several. */
function hasLocale({ env }: Process): boolean {
  const locale = env.get("LC_ALL") || env.get("LC_MESSAGES") || env.get("LANG") || "C";
  return locale !== "C" && locale !== "POSIX";
}

export const cmp: Program = tool(
  "cmp",
  { flags: "s", long: { silent: "s", quiet: "s" }, refusal: 2, lacks: "*" },
  (process, options, flavour) => {
    const [first, second = "-"] = options.operands;
    if (first === undefined) missingOperand(process, flavour, process.argv[0]);
    const bytes: Uint8Array[] = [];
    for (const name of [first ?? "", second]) {
      const read = name === "-" ? { text: process.stdin.rest() } : readText(process, name);
      if (typeof read === "string") {
        if (!options.has("s")) complain(process, flavour, `${name}: ${strerror[read]}`);
        return 2;
      }
      bytes.push(bytesOf(read.text));
    }
    const [a = new Uint8Array(), b = new Uint8Array()] = bytes;
    const shorter = Math.min(a.length, b.length);
    let at = 0;
    let line = 1;
    for (; at < shorter && a[at] === b[at]; at++) if (a[at] === 10) line++;
    if (at === a.length && at === b.length) return 0;
    if (options.has("s")) return 1;
    if (at < shorter)
      process.stdout.write(
        `${first} ${second} differ: ${flavour === "gnu" && hasLocale(process) ? "byte" : "char"} ${at + 1}, line ${line}\n`,
      );
    else
      complain(
        process,
        flavour,
        `EOF on ${a.length < b.length ? first : second}${flavour === "gnu" ? (shorter === 0 ? " which is empty" : ` after byte ${shorter}, ${a[at - 1] === 10 ? `line ${line - 1}` : `in line ${line}`}`) : ""}`,
      );
    return 1;
  },
);
