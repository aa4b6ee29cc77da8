import { notSimulated } from "../../core/engine-error.ts";
import { inputFiles, linesOf } from "../text/input-files.ts";
import { complain, refuse } from "../options/options.ts";
import type { Program } from "../process.ts";
import { randomBytes } from "../digests/random-bytes.ts";
import { tool } from "../options/tool.ts";

const MOST = 1_000_000;
/** Bytes of chance for one line. */
const WORD = 4;

/** Lines, words (`-e`) or numbers (`-i 1-9`) in an order drawn from the container's own source of chance. */
export const shuf: Program = tool(
  "shuf",
  {
    flags: "erz",
    values: "ino",
    long: { echo: "e", "input-range": "i", "head-count": "n", repeat: "r", "zero-terminated": "z" },
    lacks: "o",
  },
  (process, options, flavour) => {
    if (options.has("e") && options.has("i") && flavour === "gnu")
      refuse(process, flavour, "cannot combine -e and -i options");
    if (options.has("e") && options.has("i") && flavour === "busybox") refuse(process, flavour, "bad usage");
    const range = options.value("i");
    const beyond = options.operands[range === undefined ? 1 : 0];
    if (beyond !== undefined && !options.has("e")) refuse(process, flavour, `extra operand '${beyond}'`);
    const bounds = range === undefined ? undefined : /^(\d+)-(\d+)$/.exec(range);
    if (range !== undefined && !bounds) return complain(process, flavour, `invalid input range: '${range}'`);
    let items: string[];
    if (bounds) {
      const [from, to] = [Number(bounds[1]), Number(bounds[2])];
      if (to < from) return complain(process, flavour, `invalid input range: '${range}'`);
      process.kernel.spend(Math.min(to - from, MOST + 1));
      items = Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
    } else if (options.has("e")) items = [...options.operands];
    else {
      if (flavour === "gnu" && Number(options.value("n") ?? 1) === 0) return 0;
      const { files, failed } = inputFiles(process, flavour, options.operands);
      if (failed) return 1;
      items = files.flatMap(({ text }) => linesOf(text));
    }
    const wanted = options.value("n");
    if (wanted !== undefined && !/^\d+$/.test(wanted))
      return complain(process, flavour, `invalid line count: '${wanted}'`);
    const ending = options.has("z") ? "\0" : "\n";
    const repeats = options.has("r");
    if (repeats && wanted === undefined)
      throw notSimulated("shuf -r without -n", "go on until somebody stops it");
    if (repeats && items.length === 0) return complain(process, flavour, "no lines to repeat");
    const count = repeats ? Number(wanted) : Math.min(items.length, Number(wanted ?? items.length));
    process.kernel.spend(count);
    const chance = new DataView(randomBytes(process, count * WORD).buffer);
    let out = "";
    for (let i = 0; i < count; i++) {
      const at = chance.getUint32(i * WORD) % items.length;
      out += (items[at] ?? "") + ending;
      if (repeats) continue;
      const last = items.pop() ?? "";
      if (at < items.length) items[at] = last;
    }
    process.stdout.write(out);
    return 0;
  },
);
