import type { Statement } from "unbash";
import { linesOf } from "../input-files.ts";
import { lineAt } from "../syntax/source-line.ts";
import type { Shell } from "./shell.ts";

/** Runs the commands of a file one by one; `set -v` shows its lines as they are read. @returns the last status */
export function runFile(
  shell: Shell,
  text: string,
  commands: readonly Statement[],
  run: (shell: Shell, commands: readonly Statement[]) => number,
): number {
  const { source } = shell;
  const lines = linesOf(text);
  let shown = 0;
  const show = (to: number): void => {
    if (shell.options.has("verbose"))
      for (const line of lines.slice(shown, to)) shell.output(2)?.write(`${line}\n`);
    shown = Math.max(shown, to);
  };
  for (const command of commands) {
    show(lineAt(source, command.end) - source.line + 1);
    run(shell, [command]);
  }
  show(lines.length);
  return shell.status;
}
