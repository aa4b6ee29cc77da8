import { notSimulated } from "@drydock/engine";
import { flagOf, TYPES } from "./flags.ts";
import type { PatternReader } from "./pattern-reader.ts";
import type { PatternState } from "./pattern-state.ts";
import type { PatternNode } from "./pattern-tree.ts";
import { readFlags } from "./read-flags.ts";
import { width } from "./width.ts";

/** Reads alternatives up to a `)` with flags; `one` reads a single one. */
export interface ReadInside {
  all(flags: number): PatternNode;
  one(flags: number): PatternNode;
}

const DEPTH = 200;
const isName = (text: string): boolean => /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(text);
const length = (text: string): number => Array.from(text).length;

/** What stands behind a `(`, which has been taken. @returns null for a comment, `{ whole }` for flags of the whole pattern */
export function readGroup(
  reader: PatternReader,
  state: PatternState,
  flags: number,
  inside: ReadInside,
): PatternNode | { readonly whole: number; readonly start: number } | null {
  const start = reader.place - 1;
  if (state.depth >= DEPTH)
    throw notSimulated(`a pattern of more than ${DEPTH} groups in each other`, "read it");
  state.depth += 1;
  const close = <T>(node: T): T => {
    if (!reader.take(")")) throw reader.problem("missing ), unterminated subpattern", reader.place - start);
    state.depth -= 1;
    return node;
  };
  const capture = (name: string | null): PatternNode => {
    const index = state.open(name, reader);
    const body = inside.all(flags);
    close(null);
    state.close(index, body);
    return { type: "group", index, body };
  };
  if (!reader.take("?")) return capture(null);
  const sign = reader.get();
  switch (sign) {
    case null:
      throw reader.problem("unexpected end of pattern");
    case "P": {
      if (reader.take("<")) return capture(readName(reader, ">"));
      if (reader.take("=")) {
        const name = readName(reader, ")");
        const index = state.names.get(name);
        if (index === undefined) throw reader.problem(`unknown group name '${name}'`, length(name) + 1);
        state.check(index, reader, length(name) + 1);
        state.depth -= 1;
        return { type: "reference", index, fold: (flags & 2) !== 0 };
      }
      const other = reader.get();
      throw other === null
        ? reader.problem("unexpected end of pattern")
        : reader.problem(`unknown extension ?P${other}`, length(other) + 2);
    }
    case ":":
      return close({ type: "group", index: null, body: inside.all(flags) });
    case "#":
      for (;;) {
        const token = reader.get();
        if (token === null) throw reader.problem("missing ), unterminated comment", reader.place - start);
        if (token !== ")") continue;
        state.depth -= 1;
        return null;
      }
    case "=":
    case "!":
      return close({ type: "look", back: 0, negative: sign === "!", body: inside.all(flags) });
    case "<": {
      const kind = reader.get();
      if (kind === null) throw reader.problem("unexpected end of pattern");
      if (kind !== "=" && kind !== "!") throw reader.problem(`unknown extension ?<${kind}`, length(kind) + 2);
      const before = state.behind;
      state.behind ??= state.groups;
      const body = inside.all(flags);
      close(null);
      state.behind = before;
      return { type: "look", back: -1, negative: kind === "!", body };
    }
    case "(":
      return close(readCondition(reader, state, flags, inside));
    case ">":
      if (state.version < 11) break;
      return close({ type: "atomic", body: inside.all(flags) });
    default:
  }
  if (sign !== "-" && flagOf(sign) === undefined)
    throw reader.problem(`unknown extension ?${sign}`, length(sign) + 1);
  const read = readFlags(reader, sign, state.bytes);
  if ("whole" in read) {
    state.depth -= 1;
    return { whole: read.whole, start };
  }
  const base = read.on & TYPES ? flags & ~TYPES : flags;
  return close({ type: "group", index: null, body: inside.all((base | read.on) & ~read.off) });
}

/** The name of a group, up to `end`. */
function readName(reader: PatternReader, end: string): string {
  const name = reader.until(end, "group name");
  if (!isName(name)) throw reader.problem(`bad character in group name '${name}'`, length(name) + 1);
  return name;
}

/** `(?(1)yes|no)`, from its number or name. */
function readCondition(
  reader: PatternReader,
  state: PatternState,
  flags: number,
  inside: ReadInside,
): PatternNode {
  const name = reader.until(")", "group name");
  const back = length(name) + 1;
  let index = state.names.get(name);
  if (isName(name)) {
    if (index === undefined) throw reader.problem(`unknown group name '${name}'`, back);
  } else {
    if (!/^[0-9]{1,9}$/.test(name)) throw reader.problem(`bad character in group name '${name}'`, back);
    index = Number(name);
    if (index === 0) throw reader.problem("bad group number", back);
    if (!state.awaited.has(index)) state.awaited.set(index, reader.place - back);
  }
  if (state.behind !== null) state.checkBehind(index, reader);
  const yes = inside.one(flags);
  const no: PatternNode = reader.take("|") ? inside.one(flags) : { type: "sequence", parts: [] };
  if (reader.next === "|") throw reader.problem("conditional backref with more than two branches");
  return { type: "condition", index, yes, no };
}

/** Gives looks behind their length. Done for the whole, as CPython does, once all groups are known. */
export function settleLooks(node: PatternNode, state: PatternState): PatternNode {
  const inner = (one: PatternNode): PatternNode => settleLooks(one, state);
  switch (node.type) {
    case "sequence":
    case "choice":
      return { ...node, parts: node.parts.map(inner) };
    case "group":
    case "repeat":
    case "atomic":
      return { ...node, body: inner(node.body) };
    case "condition":
      return { ...node, yes: inner(node.yes), no: inner(node.no) };
    case "look": {
      const body = inner(node.body);
      if (node.back === 0) return { ...node, body };
      const [low, high] = width(body, state.widths);
      if (low !== high) throw new UnsettledLook();
      return { ...node, back: low, body };
    }
    default:
      return node;
  }
}

/** A look behind of more than one length. */
export class UnsettledLook extends Error {}
