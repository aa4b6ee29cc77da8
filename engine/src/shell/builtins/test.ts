import { ShellError } from "../interpreter/jumps.ts";
import { opener } from "../interpreter/redirect.ts";
import type { Shell } from "../interpreter/shell.ts";
import { testCondition, TestFailure } from "../test-condition.ts";
import type { Builtin } from "./builtin.ts";

function words(shell: Shell, { problem: { kind, word, before } }: TestFailure): string {
  if (shell.dialect === "dash") {
    if (kind === "number") return `Illegal number: ${word}`;
    if (kind === "operator") return `${before ?? word}: unexpected operator`;
    return kind === "paren" ? "closing paren expected" : `${word}: argument expected`;
  }
  if (shell.dialect === "ash") {
    if (kind === "number") return `${word}: bad number`;
    if (kind === "operator") return `${word}: unknown operand`;
    return kind === "paren" ? "closing paren expected" : `${word}: argument expected`;
  }
  if (kind === "number") return `${word}: integer expression expected`;
  return kind === "operator"
    ? `${word}: unary operator expected`
    : kind === "paren"
      ? "`)' expected"
      : `${word}: unary operator expected`;
}

/** `test` and `[` in a shell. */
export function runTest(shell: Shell, args: readonly string[]): number {
  try {
    return testCondition(opener(shell), args, shell.dialect !== "dash") ? 0 : 1;
  } catch (failure) {
    if (!(failure instanceof TestFailure)) throw failure;
    if (shell.dialect === "ash") {
      shell.output(2)?.write(`${shell.applet}: ${words(shell, failure)}\n`);
      return 2;
    }
    throw new ShellError(words(shell, failure), 2);
  }
}

export const test: Builtin = { name: "test", run: runTest };
