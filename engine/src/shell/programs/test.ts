import { complain } from "../options/options.ts";
import type { Flavour, Process, Program } from "../process.ts";
import { testCondition } from "../condition/test-condition.ts";
import { TestFailure } from "../condition/test-failure.ts";

/** `test` as a program of its own. */
export function runTest(process: Process, flavour: Flavour, words: readonly string[]): number {
  try {
    return testCondition(process, words, flavour) ? 0 : 1;
  } catch (failure) {
    if (!(failure instanceof TestFailure)) throw failure;
    const { kind, word } = failure;
    const gnu = {
      number: `invalid integer '${word}'`,
      operator: `extra argument '${word}'`,
      argument: `missing argument after '${word}'`,
      range: `invalid integer '${word}'`,
      paren: word === "" ? "')' expected" : `')' expected, found '${word}'`,
      unary: `'${word}': unary operator expected`,
      binary: `'${word}': binary operator expected`,
    };
    const busybox = {
      number: `${word}: bad number`,
      operator: `${word}: unknown operand`,
      range: `${word}: out of range`,
      argument: word === "" ? "argument expected" : `${word}: argument expected`,
      unary: "",
      binary: "",
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
