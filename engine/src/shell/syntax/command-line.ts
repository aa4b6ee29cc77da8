import type { Command } from "unbash";
import type { Dialect, Source } from "../interpreter/shell.ts";
import { lineAt } from "./source-line.ts";

/**
 * The line that errors of a simple command name. dash and ash take it once they have read the first token, so a word
 * that holds line feeds counts where it ends (`linno` in their `parser.c`).
 */
export function commandLine(source: Source, node: Command, dialect: Dialect): number {
  if (dialect === "bash") return lineAt(source, node.pos);
  const first = node.prefix[0] ?? node.name;
  return lineAt(source, first?.pos === node.pos && first.type !== "Redirect" ? first.end : node.pos);
}
