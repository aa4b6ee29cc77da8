import type { Pattern, PatternNode, Place } from "./pattern-tree.ts";

/** One instruction. `next`, `other`, `exit` are places in the program; registers hold positions and counts. */
type Instruction =
  | { readonly op: "character"; readonly code: number; readonly fold: boolean }
  | { readonly op: "one-of"; readonly has: (code: number) => boolean }
  | {
      /** A greedy repetition of what takes one character. */
      readonly op: "run";
      readonly has: (code: number) => boolean;
      readonly min: number;
      readonly max: number;
    }
  | { readonly op: "place"; readonly where: Place }
  | { op: "split"; other: number }
  | { op: "jump"; next: number }
  | { readonly op: "save"; readonly register: number; readonly closes: number }
  | { readonly op: "reference"; readonly index: number; readonly fold: boolean }
  | { op: "condition"; readonly index: number; other: number }
  | { readonly op: "begin"; readonly register: number }
  | {
      op: "loop";
      readonly register: number;
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
      exit: number;
    }
  | { op: "more"; readonly register: number; readonly max: number; body: number }
  | { op: "look"; readonly back: number; readonly negative: boolean; exit: number }
  | { op: "atomic"; exit: number }
  | { readonly op: "end" };

/** A pattern as instructions. Registers: two a group from 2 on, the last group closed, then two a loop. */
export interface Program {
  readonly code: readonly Instruction[];
  readonly registers: number;
  readonly groups: number;
  readonly lastGroup: number;
  readonly ascii: boolean;
}

const single = (node: PatternNode): ((code: number) => boolean) | undefined => {
  if (node.type === "one-of") return node.has;
  if (node.type === "character" && !node.fold) return (code) => code === node.code;
  return node.type === "group" && node.index === null ? single(node.body) : undefined;
};

/** Lays a pattern out. */
export function programOf(pattern: Pattern, ascii: boolean): Program {
  const code: Instruction[] = [];
  const lastGroup = 2 * pattern.groups + 2;
  let registers = lastGroup + 1;

  const add = (node: PatternNode): void => {
    switch (node.type) {
      case "character":
        code.push({ op: "character", code: node.code, fold: node.fold });
        return;
      case "one-of":
        code.push({ op: "one-of", has: node.has });
        return;
      case "place":
        code.push({ op: "place", where: node.where });
        return;
      case "sequence":
        for (const part of node.parts) add(part);
        return;
      case "choice":
        choice(node.parts);
        return;
      case "group":
        if (node.index === null) return add(node.body);
        code.push({ op: "save", register: 2 * node.index, closes: 0 });
        add(node.body);
        code.push({ op: "save", register: 2 * node.index + 1, closes: node.index });
        return;
      case "repeat":
        repeat(node);
        return;
      case "look": {
        const look = { op: "look" as const, back: node.back, negative: node.negative, exit: 0 };
        code.push(look);
        add(node.body);
        code.push({ op: "end" });
        look.exit = code.length;
        return;
      }
      case "atomic":
        atomic(() => add(node.body));
        return;
      case "reference":
        code.push({ op: "reference", index: node.index, fold: node.fold });
        return;
      case "condition": {
        const condition = { op: "condition" as const, index: node.index, other: 0 };
        code.push(condition);
        add(node.yes);
        const jump = { op: "jump" as const, next: 0 };
        code.push(jump);
        condition.other = code.length;
        add(node.no);
        jump.next = code.length;
      }
    }
  };

  const choice = (parts: readonly PatternNode[]): void => {
    const jumps: { next: number }[] = [];
    for (const [place, part] of parts.entries()) {
      if (place === parts.length - 1) {
        add(part);
        break;
      }
      const split = { op: "split" as const, other: 0 };
      code.push(split);
      add(part);
      const jump = { op: "jump" as const, next: 0 };
      code.push(jump);
      jumps.push(jump);
      split.other = code.length;
    }
    for (const jump of jumps) jump.next = code.length;
  };

  const atomic = (body: () => void): void => {
    const instruction = { op: "atomic" as const, exit: 0 };
    code.push(instruction);
    body();
    code.push({ op: "end" });
    instruction.exit = code.length;
  };

  const repeat = (node: Extract<PatternNode, { type: "repeat" }>): void => {
    const { min, max, how, body } = node;
    if (how === "possessive") {
      atomic(() => repeat({ ...node, how: "greedy" }));
      return;
    }
    const has = single(body);
    if (has && how === "greedy") {
      code.push({ op: "run", has, min, max });
      return;
    }
    const register = registers;
    registers += 2;
    code.push({ op: "begin", register });
    const start = code.length;
    const loop = { op: "loop" as const, register, min, max, lazy: how === "lazy", exit: 0 };
    code.push(loop);
    const more = { op: "more" as const, register, max, body: 0 };
    code.push(more);
    more.body = code.length;
    add(body);
    code.push({ op: "jump", next: start });
    loop.exit = code.length;
  };

  add(pattern.body);
  code.push({ op: "end" });
  return { code, registers, groups: pattern.groups, lastGroup, ascii };
}
