import type { Statement } from "unbash";
import { linesOf } from "../text/input-files.ts";
import { lineAt } from "../syntax/source-line.ts";
import { ShellError } from "./jumps.ts";
import type { Shell } from "./shell.ts";
import { statements } from "./statements.ts";

/**
 * Runs the commands of a text one by one. `set -v` shows the lines of a file as they are read.
 *
 * An expansion that fails ends a shell, but in bash it takes no more than the rest of its line
 * (`jump_to_top_level (DISCARD)`); a subshell ends there as well.
 * @returns the last status
 */
export function runLines(
  shell: Shell,
  text: string,
  commands: readonly Statement[],
  isFile: boolean,
): number {
  const { source } = shell;
  const lines = isFile ? linesOf(text) : [];
  let shown = 0;
  const show = (to: number): void => {
    if (shell.options.has("verbose"))
      for (const line of lines.slice(shown, to)) shell.output(2)?.write(`${line}\n`);
    shown = Math.max(shown, to);
  };
  let discarded = -1;
  for (const command of commands) {
    if (isFile) show(lineAt(source, command.end) - source.line + 1);
    if (command.pos < discarded) continue;
    try {
      statements(shell, [command]);
    } catch (error) {
      const discards = error instanceof ShellError && error.fatal && error.status === 1;
      if (!discards || shell.dialect !== "bash" || shell.isSubshell) throw error;
      shell.complain(error.message);
      shell.status = 1;
      const end = source.text.indexOf("\n", command.end);
      discarded = end < 0 ? Number.POSITIVE_INFINITY : end;
    }
  }
  show(lines.length);
  return shell.status;
}
