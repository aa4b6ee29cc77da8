import type { Function as FunctionNode, SyntaxNode } from "unbash";
import { notSimulated } from "../../core/engine-error.ts";
import { lineAt } from "../syntax/source-line.ts";
import { arithmeticCommand, softly } from "./arithmetic-command.ts";
import { andOr, choose, conditional } from "./branches.ts";
import { checked } from "./checked.ts";
import { runCommand } from "./command.ts";
import { choose as select, count, iterate, loop } from "./loops.ts";
import { redirected } from "./redirected.ts";
import { runChild } from "./run-child.ts";
import { pipeline } from "./run-pipeline.ts";
import type { Shell } from "./shell.ts";
import { list } from "./statements.ts";
import { testExpression } from "./test-expression.ts";

/** Runs one command of any kind. @returns its status */
export function runNode(shell: Shell, tree: SyntaxNode): number {
  shell.kernel.spend(1);
  if (shell.options.has("noexec")) return 0;
  switch (tree.type) {
    case "Command":
      return checked(shell, runCommand(shell, tree));
    case "Pipeline":
      return pipeline(shell, tree);
    case "AndOr":
      return andOr(shell, tree);
    case "CompoundList":
      return list(shell, tree);
    case "BraceGroup":
      return list(shell, tree.body);
    case "Subshell": {
      shell.line = lineAt(shell.source, tree.pos);
      const child = shell.fork();
      return checked(
        shell,
        runChild(child, () => list(child, tree.body)),
      );
    }
    case "Redirected":
      shell.line = lineAt(shell.source, tree.pos);
      return redirected(
        shell,
        tree.redirects,
        () => runNode(shell, tree.command),
        tree.command.type === "Subshell",
      );
    case "If":
      return conditional(shell, tree);
    case "While":
      return loop(shell, tree);
    case "ArithmeticFor":
      return count(shell, tree);
    case "For":
      return iterate(shell, tree);
    case "Case":
      return choose(shell, tree);
    case "Select":
      return select(shell, tree);
    case "Function":
      return define(shell, tree);
    case "TestCommand":
      return checked(
        shell,
        softly(shell, "[[", () => testExpression(shell, tree.expression)),
      );
    case "ArithmeticCommand":
      return checked(shell, arithmeticCommand(shell, tree.body));
    default:
      throw notSimulated(`bash's ${tree.type}`, "bash would run it");
  }
}

function define(shell: Shell, tree: FunctionNode): number {
  shell.functions.set(tree.name.value, {
    node: tree,
    source: shell.source,
    script: shell.scripts.at(-1) ?? (shell.options.has("command") ? "environment" : undefined),
  });
  return 0;
}
