import { notSimulated } from "@drydock/engine";
import { category } from "./categories.ts";
import { FLAGS } from "./flags.ts";
import { type PatternReader as Reader, PatternReader } from "./pattern-reader.ts";
import { PatternState } from "./pattern-state.ts";
import type { Pattern, PatternNode, Place } from "./pattern-tree.ts";
import { readEscape } from "./read-escape.ts";
import { readGroup, settleLooks } from "./read-group.ts";
import { readRepeat } from "./read-repeat.ts";
import { readSet } from "./read-set.ts";

const BLANK = new Set([" ", "\t", "\n", "\r", "\v", "\f"]);

/** `(?x)` at the start: the pattern is read once more, with it. */
class ReadAgain {
  readonly flags: number;
  constructor(flags: number) {
    this.flags = flags;
  }
}

/**
 * Reads a pattern as Python's `re` does.
 *
 * @throws {PatternProblem} in the words of `re.error`
 * @throws {UnsettledLook}
 * @throws {EngineError} NOT_SIMULATED
 */
export function readPattern(text: string, flags: number, bytes: boolean, version: number): Pattern {
  try {
    return readWith(text, flags, bytes, version);
  } catch (again) {
    if (!(again instanceof ReadAgain)) throw again;
    return readWith(text, again.flags, bytes, version);
  }
}

function readWith(text: string, given: number, bytes: boolean, version: number): Pattern {
  const reader = new PatternReader(text);
  const state = new PatternState(bytes, version);
  const whole = { flags: given };
  const ascii = (flags: number): boolean => bytes || (flags & FLAGS.a) !== 0;

  const all = (flags: number, top = false): PatternNode => {
    const parts = [one(flags, top)];
    while (reader.take("|")) parts.push(one(top ? whole.flags : flags, false));
    const [first] = parts;
    return parts.length === 1 && first ? first : { type: "choice", parts };
  };

  const one = (outer: number, top: boolean): PatternNode => {
    const parts: PatternNode[] = [];
    let flags = outer;
    for (;;) {
      const token = reader.next;
      if (token === null || token === "|" || token === ")") break;
      reader.get();
      if (flags & FLAGS.x && (BLANK.has(token) || token === "#")) {
        if (token === "#") skipComment(reader);
        continue;
      }
      if (token === "(") {
        const found = readGroup(reader, state, flags, { all, one: (inner) => one(inner, false) });
        if (found === null) continue;
        if ("type" in found) {
          parts.push(found);
          continue;
        }
        if (!top || parts.length > 0) {
          if (version < 11) throw notSimulated("flags in the middle of a pattern", "use them for all of it");
          throw reader.problem("global flags not at the start of the expression", reader.place - found.start);
        }
        if (found.whole & FLAGS.x && !(whole.flags & FLAGS.x)) throw new ReadAgain(whole.flags | found.whole);
        whole.flags |= found.whole;
        flags = whole.flags;
        continue;
      }
      const repeated = readRepeat(reader, token, parts.at(-1), version);
      if (repeated) {
        parts.pop();
        parts.push(repeated);
      } else parts.push(readOne(reader, state, token, flags, ascii(flags)));
    }
    const [first] = parts;
    return parts.length === 1 && first ? first : { type: "sequence", parts };
  };

  const body = all(given, true);
  if (reader.next !== null) throw reader.problem("unbalanced parenthesis");
  state.finish();
  return { body: settleLooks(body, state), groups: state.groups, names: state.names, flags: whole.flags };
}

function skipComment(reader: Reader): void {
  for (;;) {
    const token = reader.get();
    if (token === null || token === "\n") return;
  }
}

function readOne(
  reader: Reader,
  state: PatternState,
  token: string,
  flags: number,
  ascii: boolean,
): PatternNode {
  const place = (where: Place): PatternNode => ({ type: "place", where });
  const fold = (flags & FLAGS.i) !== 0;
  switch (token) {
    case ".":
      return { type: "one-of", has: flags & FLAGS.s ? () => true : (code) => code !== 10 };
    case "^":
      return place(flags & FLAGS.m ? "line-start" : "text-start");
    case "$":
      return place(flags & FLAGS.m ? "line-end" : "last-line-end");
    case "[":
      return { type: "one-of", has: readSet(reader, flags, state.bytes) };
    case "\\A":
      return place("text-start");
    case "\\Z":
      return place("text-end");
    case "\\b":
      return place(ascii ? "ascii-word-edge" : "word-edge");
    case "\\B":
      return place(ascii ? "not-ascii-word-edge" : "not-word-edge");
    default:
  }
  if (!token.startsWith("\\")) return { type: "character", code: token.codePointAt(0) ?? 0, fold };
  const has = category(token.slice(1), ascii);
  if (has) return { type: "one-of", has };
  if (token === "\\N" && !state.bytes)
    throw notSimulated("\\N in a pattern", "look the character up by its name");
  const escape = readEscape(reader, token, state.bytes);
  if ("code" in escape) return { type: "character", code: escape.code, fold };
  if (escape.group > state.groups)
    throw reader.problem(`invalid group reference ${escape.group}`, escape.length - 1);
  state.check(escape.group, reader, escape.length);
  return { type: "reference", index: escape.group, fold };
}
