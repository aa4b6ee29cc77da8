import type { Range } from "../core/position.ts";
import type { From, Instruction, Pairs } from "./instruction.ts";
import type { Statement } from "./statement.ts";

/** `# escape=`, `# syntax=` or `# check=` at the very top. */
export interface Directive {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

/** What is wrong with a text, in BuildKit's words without the `dockerfile parse error` prefix where it has none. */
export interface Problem {
  readonly message: string;
  readonly range: Range;
  /** Where BuildKit says it is, if that is elsewhere: for a bad directive the line before it, which is 0 for the first line. */
  readonly told?: Range;
  /** Where BuildKit stops: reading lines, or reading instructions. */
  readonly phase: "parse" | "instructions";
}

/** From one FROM to the next. */
export interface Stage {
  /** Place in the file, from 0. */
  readonly index: number;
  readonly from: From;
  /** Without the FROM. */
  readonly instructions: readonly Exclude<Instruction, From>[];
  /** The description comment above FROM, "" if none. */
  readonly comment: string;
}

/** A text that was read. Never thrown away for a mistake: `problems` holds all of them, BuildKit's own first one first. */
export interface Dockerfile {
  readonly source: string;
  readonly lines: readonly string[];
  readonly escape: "\\" | "`";
  readonly directives: readonly Directive[];
  /** ARGs before the first FROM. */
  readonly args: readonly Pairs[];
  readonly stages: readonly Stage[];
  readonly problems: readonly Problem[];
  /** The first statement that is no instruction, or stands before any FROM: BuildKit checks it, and stops there. */
  readonly refused: Statement | undefined;
  /** Last lines of instructions with blank lines inside: the parser's one warning. */
  readonly emptyContinuations: readonly Range[];
}
