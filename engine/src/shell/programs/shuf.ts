import { inputFiles, linesOf } from "../input-files.ts";
import { complain, refuse } from "../options.ts";
import type { Program } from "../process.ts";
import { randomBytes } from "../random-bytes.ts";
import { tool } from "../tool.ts";

const MOST = 1_000_000;

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
    const range = options.value("i");
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
      const [, extra] = options.operands;
      if (extra !== undefined) refuse(process, flavour, `extra operand '${extra}'`);
      const { files, failed } = inputFiles(process, flavour, options.operands);
      if (failed) return 1;
      items = files.flatMap(({ text }) => linesOf(text));
    }
    const wanted = options.value("n");
    if (wanted !== undefined && !/^\d+$/.test(wanted))
      return complain(process, flavour, `invalid line count: '${wanted}'`);
    const draw = (below: number): number =>
      randomBytes(process, 4).reduce((sum, byte) => sum * 256 + byte, 0) % below;
    const ending = options.has("z") ? "\0" : "\n";
    if (options.has("r")) {
      if (items.length === 0) return complain(process, flavour, "no lines to repeat");
      for (let left = Number(wanted ?? Number.POSITIVE_INFINITY); left > 0; left--) {
        process.kernel.spend(1);
        process.stdout.write(`${items[draw(items.length)]}${ending}`);
      }
      return 0;
    }
    for (let left = Math.min(items.length, Number(wanted ?? items.length)); left > 0; left--) {
      process.kernel.spend(1);
      const at = draw(items.length);
      const [chosen = "", last = ""] = [items[at], items.pop()];
      if (at < items.length) items[at] = last;
      process.stdout.write(`${chosen}${ending}`);
    }
    return 0;
  },
);
