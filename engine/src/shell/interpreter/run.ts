import type { Statement } from "unbash";
import { builtinOf } from "../builtins/index.ts";
import { Pipe } from "../streams/pipe.ts";
import { type ParsedScript, parseLine, parseScript } from "../syntax/parse-script.ts";
import { dispatch } from "./command.ts";
import { ShellError } from "./jumps.ts";
import { told } from "./redirect.ts";
import { redirected } from "./redirected.ts";
import { runChild } from "./run-child.ts";
import { runLines } from "./run-lines.ts";
import { runNode } from "./run-node.ts";
import type { Interpreter, Shell, Source } from "./shell.ts";
import { statements } from "./statements.ts";

/** Runs text in this shell, command by command, so that a syntax error late in it comes late. */
function text(shell: Shell, script: string, first?: number): number {
  const { source, line } = shell;
  // ash and bash go on counting where the command stands that runs the text.
  const from = first ?? (shell.dialect === "dash" ? 1 : line);
  shell.kernel.nest(1);
  try {
    if (!knowsAliases(shell, script))
      return runParsed(shell, script, parseScript(script, shell.dialect), from, first);
    let status = 0;
    for (let rest = script, at = from; rest !== "";) {
      shell.kernel.spend(rest.length >> 10);
      const { parsed, taken } = parseLine(rest, shell.dialect, shell.aliases);
      const text = rest.slice(0, taken);
      const ran = runParsed(shell, text, parsed, at, first);
      if (parsed.commands.length > 0) status = ran;
      // The line feeds of what an alias stands for count too.
      at += parsed.source.text.split("\n").length - 1;
      rest = rest.slice(taken);
    }
    return status;
  } catch (error) {
    throw told(shell, error);
  } finally {
    shell.kernel.nest(-1);
    shell.source = source;
    if (source.text !== "") shell.line = line;
  }
}

/** May words of the script be aliases? In bash they count only where somebody types, or `shopt` says so. */
const knowsAliases = (shell: Shell, script: string): boolean =>
  (shell.aliases.size > 0 || /\balias\b/.test(script)) &&
  (shell.dialect !== "bash" ||
    shell.controls ||
    /expand_aliases/.test(script) ||
    shell.options.has("expand_aliases"));

/** Runs what was read of a script. @param from number of its first line */
function runParsed(shell: Shell, script: string, parsed: ParsedScript, from: number, first?: number): number {
  shell.source = from === 1 ? parsed.source : { ...parsed.source, line: from };
  if (parsed.commands.length === 0 && !parsed.error) return 0;
  const status = runLines(shell, script, parsed.commands, first !== undefined);
  if (!parsed.error) return status;
  shell.line = parsed.error.line + from - 1;
  if (shell.dialect === "bash") throw bashSyntaxError(shell, parsed.error, first);
  throw new ShellError(parsed.error.message, 2, true);
}

/** Tells a syntax error as bash does: with where the text comes from, and the line that it could not read. */
function bashSyntaxError(
  shell: Shell,
  error: NonNullable<ParsedScript["error"]>,
  first?: number,
): ShellError {
  const from =
    shell.builtin === "eval" ? "eval: " : first === undefined && shell.options.has("command") ? "-c: " : "";
  const prefix = `${shell.errorName}: ${from}line ${shell.line}: `;
  shell.output(2)?.write(`${prefix}${error.message}\n`);
  if (error.shown !== undefined) shell.output(2)?.write(`${prefix}\`${error.shown}'\n`);
  return new ShellError("", 2, shell.builtin !== "eval" && shell.sourced === 0);
}

/** Runs commands in a child and takes their output. */
function printed(shell: Shell, commands: readonly Statement[], source: Source): string {
  const child = shell.fork();
  const pipe = new Pipe();
  child.source = source;
  // In bash and ash `set -e` does not go into a substitution by itself; in dash it counts there even in a condition.
  if (shell.dialect === "dash") child.tested = 0;
  else if (!shell.options.has("inherit_errexit")) child.options.delete("errexit");
  child.substitutions++;
  child.descriptors.set(1, { output: pipe });
  const only = commands.length === 1 ? commands[0]?.command : undefined;
  const bare = only?.type === "Command" && !only.name && only.redirects.length === 1 ? only : undefined;
  const body = (): number => {
    // `$(<file)` of bash is the file's text.
    if (shell.dialect === "bash" && bare)
      return redirected(child, bare.redirects, () => (child.print(child.stdin.rest()), 0));
    return commands.length === 0 ? 0 : statements(child, commands);
  };
  shell.substituted = runChild(child, body);
  return pipe.text;
}

/** `$(…)`: the output without line feeds at its end. */
function substitute(shell: Shell, commands: readonly Statement[], source: Source): string {
  const text = printed(shell, commands, source);
  // In dash and ash `$?` stays what it was until the command is done.
  if (shell.dialect === "bash") shell.status = shell.substituted ?? 0;
  return text.replaceAll("\0", "").replace(/\n+$/, "");
}

export const interpreter: Interpreter = {
  text,
  statements,
  substitute,
  printed,
  node: runNode,
  command: dispatch,
  builtin: (shell, name) => builtinOf(shell.dialect, name),
};
