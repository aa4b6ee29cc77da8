import { strerror } from "../../vfs/errno.ts";
import { bytesOf } from "../text/bytes-text.ts";
import { checkList } from "./checksum-list.ts";
import { complain, refuse } from "../options/options.ts";
import type { Program } from "../process.ts";
import { readText } from "../streams/open-file.ts";
import { tool } from "../options/tool.ts";

const LONG = {
  check: "c",
  binary: "b",
  text: "t",
  status: "status",
  quiet: "quiet",
  warn: "w",
  strict: "S",
  "ignore-missing": "i",
  tag: "T",
  zero: "z",
};
/** Options that say how a list is checked. */
const CHECKING = [
  ["i", "ignore-missing"],
  ["status", "status"],
  ["w", "warn"],
  ["quiet", "quiet"],
  ["S", "strict"],
] as const;

/** `sha256sum` and its kind: prints digests, or checks a list of them with `-c`. `bytesInStep`: how fast the digest is. */
export function checksumProgram(
  name: string,
  digest: (bytes: Uint8Array) => string,
  bytesInStep = 32,
): Program {
  const algorithm = name.replace(/sum$/, "").toUpperCase();
  return tool(name, { flags: "bctwzs", long: LONG }, (process, options, flavour) => {
    const gnu = flavour === "gnu";
    const read = (file: string, mayLack = false): string | undefined => {
      const found = file === "-" ? { text: process.stdin.rest() } : readText(process, file);
      if (typeof found !== "string") {
        const bytes = bytesOf(found.text);
        process.kernel.spend(bytes.length / bytesInStep);
        return digest(bytes);
      }
      if (found === "ENOENT" && mayLack) return undefined;
      const why = gnu || found === "EISDIR" ? strerror[found] : "";
      const subject = gnu ? file : found === "EISDIR" ? `can't read '${file}'` : `can't open '${file}'`;
      complain(process, flavour, `${subject}: ${why || strerror[found]}`);
      return undefined;
    };
    const operands = options.operands.length === 0 ? ["-"] : options.operands;
    const checks = options.has("c");
    if (gnu) {
      // The letter is busybox's.
      if (options.has("s")) refuse(process, flavour, "invalid option -- 's'");
      if (options.has("T") && checks)
        refuse(process, flavour, "the --tag option is meaningless when verifying checksums");
      if (options.has("z") && checks)
        refuse(process, flavour, "the --zero option is not supported when verifying checksums");
      if (checks && (options.has("b") || options.has("t")))
        refuse(process, flavour, "the --binary and --text options are meaningless when verifying checksums");
      const wrong = CHECKING.find(([letter]) => options.has(letter));
      if (wrong && !checks)
        refuse(process, flavour, `the --${wrong[1]} option is meaningful only when verifying checksums`);
    }
    if (checks) {
      const ok = operands.map((list) => checkList(process, flavour, options, algorithm, list, read));
      return ok.every(Boolean) ? 0 : 1;
    }
    const ending = options.has("z") && gnu ? "\0" : "\n";
    let status = 0;
    for (const file of operands) {
      const hex = read(file);
      if (hex === undefined) {
        status = 1;
        continue;
      }
      const escaped = gnu && ending === "\n" && /[\\\n\r]/.test(file);
      const shown = escaped
        ? file.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\r", "\\r")
        : file;
      const line = options.has("T")
        ? `${algorithm} (${shown}) = ${hex}`
        : `${hex} ${options.has("b") && gnu ? "*" : " "}${shown}`;
      process.stdout.write(`${escaped ? "\\" : ""}${line}${ending}`);
    }
    return status;
  });
}
