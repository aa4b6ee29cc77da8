import { traceHead } from "./trace.ts";
import { compute } from "../expand/compute.ts";
import { expandQuoted } from "../expand/word.ts";
import { ShellError } from "./jumps.ts";
import type { Shell } from "./shell.ts";

/** Runs `((` or `[[`: an arithmetic error is told with the command's name, and is no more than a failure. */
export function softly(shell: Shell, name: "((" | "[[", holds: () => boolean): number {
  const { builtin } = shell;
  shell.builtin = name;
  try {
    return holds() ? 0 : 1;
  } catch (error) {
    if (!(error instanceof ShellError) || error.status !== 1) throw error;
    shell.complain(error.message);
    return 1;
  } finally {
    shell.builtin = builtin;
  }
}

/** `((…))`: succeeds where the value is not 0. */
export const arithmeticCommand = (shell: Shell, text: string): number =>
  softly(shell, "((", () => {
    const expression = expandQuoted(shell, text);
    traceHead(shell, ["((", expression.trim(), "))"]);
    return compute(shell, expression) !== 0n;
  });
