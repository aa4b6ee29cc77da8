import { notSimulated } from "../../core/engine-error.ts";
import { attributes, declaration } from "../interpreter/declaration.ts";
import type { Shell } from "../interpreter/shell.ts";
import { targetOf } from "../interpreter/variables.ts";
import { bashQuoted } from "../text/quoted.ts";
import { unescapeText } from "../text/unescape-text.ts";

const CHANGES: Readonly<Record<string, (text: string) => string>> = {
  Q: bashQuoted,
  E: (text) => unescapeText(text, "format", "bash").text,
  U: (text) => text.toUpperCase(),
  u: (text) => text.slice(0, 1).toUpperCase() + text.slice(1),
  L: (text) => text.toLowerCase(),
};

/** What `${x@Q}` and its kind do to a value (bash manual, 3.5.3). @throws {EngineError} NOT_SIMULATED */
export function transformation(letter: string): (text: string) => string {
  const change = CHANGES[letter];
  if (change) return change;
  throw notSimulated(`bash's @${letter.slice(0, 5)}`, "bash would show the variable in that form");
}

/** `${x@a}`, the attributes, and `${x@A}`, the command that makes the variable; undefined for other letters. */
export function shownVariable(shell: Shell, name: string, letter: string): string | undefined {
  if (letter !== "a" && letter !== "A") return undefined;
  const variable = shell.variables.get(targetOf(shell, name));
  if (!variable) return "";
  const letters = attributes(variable);
  if (letter === "a") return letters;
  if (variable.items || variable.value === undefined) return declaration(name, variable);
  return `${letters === "" ? "" : `declare -${letters} `}${name}=${bashQuoted(variable.value)}`;
}
