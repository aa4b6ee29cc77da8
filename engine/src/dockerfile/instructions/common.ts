import type { Instruction } from "../instruction.ts";
import { trim } from "../space.ts";
import type { Statement } from "../statement.ts";

/** Why a statement is no instruction, in BuildKit's words. */
export interface Failure {
  readonly error: string;
}

/** Makes one kind of instruction of a statement. */
export type InstructionReader = (statement: Statement) => Instruction | Failure;

type Common = Pick<Instruction, "range" | "keyword" | "original" | "flags" | "heredocs" | "comments">;

/** What all instructions carry. */
export const common = (statement: Statement): Common => ({
  range: statement.range,
  keyword: statement.keyword,
  original: trim(statement.text),
  flags: statement.flags,
  heredocs: statement.heredocs,
  comments: statement.comments,
});

export const atLeastOne = (name: string): Failure => ({ error: `${name} requires at least one argument` });
export const exactlyOne = (name: string): Failure => ({ error: `${name} requires exactly one argument` });
