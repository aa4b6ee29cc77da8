import { parsePattern, type Node } from "./pattern-syntax.ts";

/** A regular expression whose time is linear in the text: learner text cannot make it explode. */
export interface Pattern {
  test(text: string): boolean;
}

type Instruction =
  | { readonly op: "char"; readonly accepts: (char: string) => boolean }
  | { readonly op: "split"; readonly first: number; second: number }
  | { readonly op: "jump"; to: number }
  | {
      readonly op: "assert";
      readonly holds: (before: string | undefined, after: string | undefined) => boolean;
    }
  | { readonly op: "match" };

const MAX_PROGRAM = 5000;

/** Reads a pattern; a string says why it cannot be read. Look-around and back references are refused: they are not linear. */
export function compilePattern(source: string): Pattern | string {
  const tree = parsePattern(source);
  if (typeof tree === "string") return tree;
  const program: Instruction[] = [];
  if (!emit(tree, program)) return "the pattern is too large";
  program.push({ op: "match" });
  return { test: (text) => run(program, text) };
}

/** Thompson's construction. False when the program grows too large. */
function emit(node: Node, out: Instruction[]): boolean {
  if (out.length > MAX_PROGRAM) return false;
  switch (node.kind) {
    case "char":
      out.push({ op: "char", accepts: node.accepts });
      return true;
    case "assert":
      out.push({ op: "assert", holds: node.holds });
      return true;
    case "sequence":
      return node.parts.every((part) => emit(part, out));
    case "choice": {
      const [first, ...rest] = node.parts;
      if (!first) return true;
      if (rest.length === 0) return emit(first, out);
      const split = { op: "split" as const, first: out.length + 1, second: 0 };
      out.push(split);
      if (!emit(first, out)) return false;
      const jump = { op: "jump" as const, to: 0 };
      out.push(jump);
      split.second = out.length;
      if (!emit({ kind: "choice", parts: rest }, out)) return false;
      jump.to = out.length;
      return true;
    }
    case "repeat": {
      for (let i = 0; i < node.min; i++) if (!emit(node.part, out)) return false;
      if (node.max === undefined) {
        const split = { op: "split" as const, first: out.length + 1, second: 0 };
        const at = out.length;
        out.push(split);
        if (!emit(node.part, out)) return false;
        out.push({ op: "jump", to: at });
        split.second = out.length;
        return true;
      }
      const splits: { second: number }[] = [];
      for (let i = node.min; i < node.max; i++) {
        const split = { op: "split" as const, first: out.length + 1, second: 0 };
        splits.push(split);
        out.push(split);
        if (!emit(node.part, out)) return false;
      }
      for (const split of splits) split.second = out.length;
      return true;
    }
  }
}

/** All threads step through the text together, each program place at most once a character. */
function run(program: readonly Instruction[], text: string): boolean {
  let threads: number[] = [];
  for (let at = 0; at <= text.length; at++) {
    const before = text[at - 1];
    const after = text[at];
    const seen = new Set<number>();
    const ready: number[] = [];
    const todo = [0, ...threads.toReversed()];
    while (todo.length > 0) {
      const place = todo.pop() ?? 0;
      if (seen.has(place)) continue;
      seen.add(place);
      const instruction = program[place];
      if (!instruction) continue;
      if (instruction.op === "match") return true;
      if (instruction.op === "jump") todo.push(instruction.to);
      else if (instruction.op === "split") todo.push(instruction.second, instruction.first);
      else if (instruction.op === "assert") {
        if (instruction.holds(before, after)) todo.push(place + 1);
      } else ready.push(place);
    }
    threads = [];
    if (after === undefined) break;
    for (const place of ready) {
      const instruction = program[place];
      if (instruction?.op === "char" && instruction.accepts(after)) threads.push(place + 1);
    }
  }
  return false;
}
