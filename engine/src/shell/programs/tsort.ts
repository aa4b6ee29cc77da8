import { inputFiles } from "../text/input-files.ts";
import { complain, refuse } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";
import { notSimulated } from "../../core/engine-error.ts";

/** Puts names in an order that pairs `before after` ask for: whoever waits for nobody comes first, as first read. */
export const tsort: Program = tool("tsort", {}, (process, options, flavour) => {
  const [name = "-", extra] = options.operands;
  if (extra !== undefined) refuse(process, flavour, `extra operand '${extra}'`);
  const { files, failed } = inputFiles(process, flavour, [name]);
  if (failed) return 1;
  const words = files.flatMap(({ text }) => text.split(/\s+/).filter(Boolean));
  if (words.length % 2 === 1)
    return complain(process, flavour, `${name}: input contains an odd number of tokens`);
  process.kernel.spend(words.length);
  const after = new Map<string, string[]>();
  const waits = new Map<string, number>();
  for (let i = 0; i < words.length; i += 2) {
    const [first = "", second = ""] = [words[i], words[i + 1]];
    for (const word of [first, second]) if (!waits.has(word)) waits.set(word, 0);
    if (first === second) continue;
    const others = after.get(first);
    if (others) others.push(second);
    else after.set(first, [second]);
    waits.set(second, (waits.get(second) ?? 0) + 1);
  }
  const ready = [...waits]
    .filter(([, count]) => count === 0)
    .map(([word]) => word)
    .toSorted();
  let printed = 0;
  let out = "";
  for (let word = ready[printed]; word !== undefined; word = ready[printed]) {
    out += `${word}\n`;
    printed++;
    for (const next of (after.get(word) ?? []).toReversed()) {
      const left = (waits.get(next) ?? 0) - 1;
      waits.set(next, left);
      if (left === 0) ready.push(next);
    }
  }
  process.stdout.write(out);
  if (printed < waits.size) throw notSimulated("a loop in tsort's input", "name the loop and break it");
  return 0;
});
