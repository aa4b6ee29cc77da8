import { parse, type Statement } from "unbash";
import type { Dialect, Source } from "../interpreter/shell.ts";

/** A script as one dialect reads it. */
export interface ParsedScript {
  readonly source: Source;
  /** Everything up to the line with the first syntax error. */
  readonly commands: readonly Statement[];
  readonly error?: { readonly message: string; readonly line: number };
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

function read(text: string, _dialect: Dialect): ParsedScript {
  const tree = parse(text);
  return { source: { text, line: 1 }, commands: tree.commands };
}
