import type { Command, Statement, SyntaxNode } from "unbash";
import type { ParsedScript } from "../syntax/parse-script.ts";
import type { Dialect } from "./shell.ts";

/**
 * The simple commands of `sh -c TEXT` behind which nothing is left to do: the shell becomes their program and starts no child,
 * so that process 1 of `CMD python app.py` is Python.
 *
 * dash 0.5.12 never does it. bash does it for the last command of a list that has no redirection; busybox's ash also through
 * braces, `if` and `case` (ash.c, EV_EXIT) [measured: the number of the process that `grep ^Pid /proc/self/status` sees].
 */
export function finalCommands(script: ParsedScript, dialect: Dialect): ReadonlySet<Command> {
  const found = new Set<Command>();
  // Behind a syntax error there is still its message to be said.
  if (dialect !== "dash" && !script.error) addLast(script.commands, dialect, found);
  return found;
}

function addLast(commands: readonly Statement[], dialect: Dialect, found: Set<Command>): void {
  const last = commands.at(-1);
  if (last && last.background !== true) addFinal(last.command, dialect, found);
}

function addFinal(node: SyntaxNode, dialect: Dialect, found: Set<Command>): void {
  if (node.type === "Command") {
    if (dialect === "ash" || node.redirects.length === 0) found.add(node);
  } else if (node.type === "AndOr") {
    const last = node.commands.at(-1);
    if (last) addFinal(last, dialect, found);
  } else if (dialect === "ash") {
    if (node.type === "BraceGroup") addLast(node.body.commands, dialect, found);
    else if (node.type === "Case") for (const { body } of node.items) addLast(body.commands, dialect, found);
    else if (node.type === "If")
      for (const branch of [node.then, ...node.elif.map(({ then }) => then), node.else])
        if (branch) addLast(branch.commands, dialect, found);
  }
}
