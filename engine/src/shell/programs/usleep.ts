import { complain, missingOperand } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";

const MICROSECONDS = 1000;

export const usleep: Program = tool("usleep", {}, (process, options, flavour) => {
  const [word] = options.operands;
  if (word === undefined) return missingOperand(process, flavour);
  if (!/^\d+$/.test(word)) return complain(process, flavour, `invalid number '${word}'`);
  process.kernel.elapse(Number(word) / MICROSECONDS);
  return 0;
});
