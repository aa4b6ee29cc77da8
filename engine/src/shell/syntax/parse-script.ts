import { parse, type Statement } from "unbash";
import type { Dialect, Source } from "../interpreter/shell.ts";
import { bashError } from "./bash-error.ts";
import { checkSyntax, type Reading } from "./check-syntax.ts";
import type { Aliases } from "./scanner.ts";

/** A script as one dialect reads it. */
export interface ParsedScript {
  readonly source: Source;
  /** Everything up to the line with the first syntax error. */
  readonly commands: readonly Statement[];
  readonly error?: {
    readonly message: string;
    readonly line: number;
    /** bash shows the line that it could not read. */
    readonly shown?: string;
  };
}

const memo = new Map<string, ParsedScript>();

/** Reads a script; equal scripts are read once. */
export function parseScript(text: string, dialect: Dialect): ParsedScript {
  const key = `${dialect}\0${text}`;
  const known = memo.get(key);
  if (known) return known;
  const parsed = read(text, dialect);
  if (memo.size > 400) memo.clear();
  memo.set(key, parsed);
  return parsed;
}

function read(text: string, dialect: Dialect): ParsedScript {
  if (dialect === "bash") return readBash(text);
  return parsed(checkSyntax(text, dialect));
}

function parsed({ edits, error, text }: Reading): ParsedScript {
  let source = "";
  let from = 0;
  for (const [at, added] of [...edits].sort(([a], [b]) => a - b)) {
    if (at >= text.length) break;
    source += text.slice(from, at) + added;
    from = at;
  }
  source += text.slice(from);
  const { commands } = parse(source);
  return { source: { text: source, line: 1 }, commands, ...(error ? { error } : {}) };
}

/**
 * Reads the first command of a script, up to the end of its line, with what aliases stand for in their place: an alias
 * counts from the line after the one that made it. bash's own syntax is read as dash would, and as it stands where that fails.
 * @returns the command, and how many characters of the script it took
 */
export function parseLine(
  text: string,
  dialect: Dialect,
  aliases: Aliases,
): { readonly parsed: ParsedScript; readonly taken: number } {
  if (dialect !== "bash") {
    const reading = checkSyntax(text, dialect, aliases, false);
    return { parsed: parsed(reading), taken: reading.taken };
  }
  const reading = checkSyntax(text, "dash", aliases, false);
  return reading.error
    ? { parsed: readBash(text), taken: text.length }
    : { parsed: readBash(reading.text), taken: reading.taken };
}

/** bash reads like unbash; where that is at a loss, the lines before have run. */
function readBash(text: string): ParsedScript {
  const { commands, errors } = parse(text);
  const [first] = errors ?? [];
  const source: Source = { text, line: 1 };
  if (!first) return { source, commands };
  const lineStart = text.lastIndexOf("\n", first.pos - 1) + 1;
  // What stands open where the error is was not read to its end: it has no length, and has not run.
  const whole = commands.filter(({ pos, end }) => end > pos && end <= lineStart);
  return { source, commands: whole, error: bashError(text, first) };
}
