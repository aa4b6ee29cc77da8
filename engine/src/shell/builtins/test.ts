import { ShellError } from "../interpreter/jumps.ts";
import { opener } from "../interpreter/redirect.ts";
import type { Dialect, Shell } from "../interpreter/shell.ts";
import { testFile } from "../condition/operators.ts";
import { testCondition } from "../condition/test-condition.ts";
import { TestFailure } from "../condition/test-failure.ts";
import { valueOf } from "../interpreter/variables.ts";
import type { Builtin } from "./builtin.ts";

const WORDS: Readonly<Record<Dialect, (failure: TestFailure) => string>> = {
  dash: ({ kind, word }) =>
    ({
      number: `Illegal number: ${word}`,
      range: `Illegal number: ${word}`,
      operator: word === "" ? "unexpected operator" : `${word}: unexpected operator`,
      argument: `${word}: argument expected`,
      paren: "closing paren expected",
      unary: "",
      binary: "",
    })[kind],
  ash: ({ kind, word }) =>
    ({
      number: word === "" ? "bad number" : `${word}: bad number`,
      range: `${word}: out of range`,
      operator: `${word}: unknown operand`,
      argument: word === "" ? "argument expected" : `${word}: argument expected`,
      paren: "closing paren expected",
      unary: "",
      binary: "",
    })[kind],
  bash: ({ kind, word }) =>
    ({
      number: `${word}: integer expression expected`,
      range: `${word}: integer expression expected`,
      operator: word.startsWith("-") ? `syntax error: \`${word}' unexpected` : "too many arguments",
      argument: "argument expected",
      paren: word === "" ? "`)' expected" : `\`)' expected, found ${word}`,
      unary: `${word}: unary operator expected`,
      binary: `${word}: binary operator expected`,
    })[kind],
};

/** `test` and `[` in a shell. */
export function runTest(shell: Shell, args: readonly string[]): number {
  try {
    return testCondition(opener(shell), args, shell.dialect === "ash" ? "busybox" : shell.dialect, {
      "-a": (path) => testFile(opener(shell), "-e", path),
      "-o": (name) => shell.options.has(name),
      "-v": (name) => valueOf(shell, name) !== undefined,
    })
      ? 0
      : 1;
  } catch (failure) {
    if (!(failure instanceof TestFailure)) throw failure;
    if (shell.dialect === "ash") {
      shell.output(2)?.write(`${shell.applet}: ${WORDS.ash(failure)}\n`);
      return 2;
    }
    throw new ShellError(WORDS[shell.dialect](failure), 2);
  }
}

export const test: Builtin = { name: "test", run: runTest };
