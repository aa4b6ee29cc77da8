import type { Dialect, Shell } from "../interpreter/shell.ts";

/** A command that the shell runs itself. */
export interface Builtin {
  readonly name: string;
  /** POSIX 2.14: an error in it ends the shell, and assignments before it stay. */
  readonly special?: boolean;
  /** Which shells have it; all of them where this is missing. */
  readonly dialects?: readonly Dialect[];
  /** `args` without the name. @throws {ShellError} */
  run(shell: Shell, args: readonly string[]): number;
}
