import { complain } from "../options.ts";
import type { Flavour, Process, Program } from "../process.ts";
import { testCondition, TestFailure } from "../test-condition.ts";

/** `test` as a program of its own. */
export function runTest(process: Process, flavour: Flavour, words: readonly string[]): number {
  try {
    return testCondition(process, words, true) ? 0 : 1;
  } catch (failure) {
    if (!(failure instanceof TestFailure)) throw failure;
    const { kind, word } = failure.problem;
    const gnu = {
      number: `invalid integer '${word}'`,
      operator: `extra argument '${word}'`,
      argument: `missing argument after '${word}'`,
      paren: "')' expected",
    };
    const busybox = {
      number: `${word}: bad number`,
      operator: `${word}: unknown operand`,
      argument: "argument expected",
      paren: "closing paren expected",
    };
    complain(process, flavour, (flavour === "gnu" ? gnu : busybox)[kind]);
    return 2;
  }
}

export const test: Program = {
  name: "test",
  run: (process, flavour) => runTest(process, flavour, process.argv.slice(1)),
};
