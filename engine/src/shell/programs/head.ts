import { EngineError } from "../../core/engine-error.ts";
import { complain } from "../options/options.ts";
import { strerror } from "../../vfs/errno.ts";
import { isEntry, statOf } from "../tree/tree.ts";
import { cannotOpen, inputFiles } from "../text/input-files.ts";
import type { Input, Program } from "../process.ts";
import { tool } from "../options/tool.ts";
import { randomBytes } from "../digests/random-bytes.ts";
import { textOf } from "../text/bytes-text.ts";
import { firstBytes, lines } from "../text/cut-text.ts";
import { wantedPart } from "../options/wanted-part.ts";
import { shortCount, strayCount, withArgv } from "../with-argv.ts";

/** Bytes taken from /dev/zero and /dev/urandom. */
const MOST = 1 << 24;

/** Reads no more of the input than is needed, so that an endless writer can be cut short. */
function firstLines(input: Input, count: number, bytes: boolean): string {
  let text = "";
  for (let lines = 0; bytes ? text.length < count : lines < count; lines++) {
    const line = input.line();
    if (line === undefined) break;
    text += line;
  }
  return text;
}

const busyboxFailure = (name: string, errno: keyof typeof strerror): string =>
  `${name}: ${errno === "EISDIR" ? "Input/output error" : strerror[errno]}`;

const inner: Program = tool(
  "head",
  { flags: "qvz", values: "nc", long: { lines: "n", bytes: "c", quiet: "q", silent: "q", verbose: "v" } },
  (process, options, flavour) => {
    const wanted = wantedPart(process, options, flavour);
    if (!wanted) return 1;
    const { bytes, word, count } = wanted;
    const operands = options.operands.length === 0 ? ["-"] : options.operands;
    const titled = options.has("v") || (operands.length > 1 && !options.has("q"));
    let status = 0;
    let first = true;
    for (const name of operands) {
      if (name === "/dev/zero" || name === "/dev/urandom" || name === "/dev/random") {
        const size = Math.abs(count);
        if (!bytes || size > MOST)
          throw new EngineError("LIMIT", { what: "bytes of an endless device", limit: MOST });
        process.kernel.spend(size >> 8);
        process.stdout.write(name === "/dev/zero" ? "\0".repeat(size) : textOf(randomBytes(process, size)));
        continue;
      }
      const counted = name === "-" && !word.startsWith("-");
      const {
        files: [file],
        failed,
      } = counted
        ? { files: [{ name, text: firstLines(process.stdin, count, bytes) }], failed: false }
        : inputFiles(process, flavour, [name], flavour === "gnu" ? cannotOpen : busyboxFailure);
      if (failed || !file) {
        status = 1;
        // busybox counts it all the same.
        if (flavour === "busybox") first = false;
        const entry = statOf(process, name);
        if (!(titled && flavour === "gnu" && isEntry(entry) && entry.kind === "directory")) continue;
      }
      if (titled)
        process.stdout.write(`${first ? "" : "\n"}==> ${name === "-" ? "standard input" : name} <==\n`);
      first = false;
      if (file === undefined) continue;
      process.stdout.write(
        bytes
          ? firstBytes(file.text, count, word.startsWith("-"))
          : lines(file.text, (all) =>
              all.slice(0, word.startsWith("-") ? Math.max(0, all.length + count) : count),
            ),
      );
    }
    return status;
  },
);

export const head: Program = {
  name: "head",
  run(process, flavour) {
    const stray = strayCount(process.argv, "head");
    if (stray === undefined) return inner.run(withArgv(process, shortCount(process.argv)), flavour);
    if (flavour === "busybox") return inner.run(process, flavour);
    complain(process, flavour, `invalid trailing option -- ${stray}`);
    process.stderr.write(`Try '${process.argv[0]} --help' for more information.\n`);
    return 1;
  },
};
