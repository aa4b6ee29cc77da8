import { complain, missingOperand, refuse } from "../options/options.ts";
import type { Flavour, Process, Program } from "../process.ts";
import { tool } from "../options/tool.ts";

const UNITS: Readonly<Record<string, number>> = { "": 1, s: 1, m: 60, h: 3600, d: 86_400 };

/** Seconds of `1.5`, `2m`; undefined where it is none. */
export function readDuration(word: string): number | undefined {
  const match = /^(\d+\.?\d*|\.\d+)([smhd]?)$/.exec(word);
  return match ? Number(match[1]) * (UNITS[match[2] ?? ""] ?? 1) : undefined;
}

/** Simulated time passes; nobody waits. */
const inner: Program = tool("sleep", {}, (process, { operands }, flavour) =>
  pass(process, flavour, operands),
);

/** busybox takes every word for a time, `-1` too. */
export const sleep: Program = {
  name: "sleep",
  run(process, flavour) {
    if (flavour === "gnu" || process.argv.length === 1) return inner.run(process, flavour);
    return pass(process, flavour, process.argv.slice(1));
  },
};

function pass(process: Process, flavour: Flavour, words: readonly string[]): number {
  if (words.length === 0) missingOperand(process, flavour);
  // Whatever else its name is (coreutils/sleep.c) [measured on Docker 28.5.2].
  if (flavour === "busybox" && /^inf/i.test(words[0] ?? "")) process.kernel.waitForever("sleep infinity");
  let total = 0;
  for (const word of words) {
    if (flavour === "gnu" && /^inf(inity)?$/i.test(word)) process.kernel.waitForever("sleep infinity");
    const seconds = readDuration(word);
    if (seconds === undefined) {
      if (flavour === "busybox") return complain(process, flavour, `invalid number '${word}'`);
      refuse(process, flavour, `invalid time interval '${word}'`.replaceAll("'", "’").replace("’", "‘"));
    }
    total += seconds;
  }
  process.kernel.elapse(total * 1000);
  return 0;
}
