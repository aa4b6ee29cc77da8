import { describe, expect, it } from "vitest";
import { compile } from "../dialect/compile.ts";

/** `line:column-column message` of what CPython refuses. */
const problem = (source: string, version = 12): string => {
  const compiled = compile(source, "exec", version);
  if (!("problem" in compiled)) return "none";
  const { kind, message, at } = compiled.problem;
  return `${kind} ${at.line}:${at.column}-${at.endColumn} ${message}`;
};

describe("what CPython refuses, in its words and at its place", () => {
  it.each([
    ["if x = 1:\n  pass", "SyntaxError 1:3-8 invalid syntax. Maybe you meant '==' or ':=' instead of '='?"],
    ["f(1 2)", "SyntaxError 1:2-5 invalid syntax. Perhaps you forgot a comma?"],
    ["x = )", "SyntaxError 1:4-5 unmatched ')'"],
    ["x = (1]", "SyntaxError 1:6-7 closing parenthesis ']' does not match opening parenthesis '('"],
    ["x = 'abc", "SyntaxError 1:4-5 unterminated string literal (detected at line 1)"],
    [
      "def f():\nreturn 1",
      "IndentationError 2:0-6 expected an indented block after function definition on line 1",
    ],
    ["if 1:\n    a\n  b", "IndentationError 3:3-4 unindent does not match any outer indentation level"],
    [
      "f() = 1",
      "SyntaxError 1:0-3 cannot assign to function call here. Maybe you meant '==' instead of '='?",
    ],
    ["return 1", "SyntaxError 1:0-8 'return' outside function"],
    ["print 'x'", "SyntaxError 1:0-9 Missing parentheses in call to 'print'. Did you mean print(...)?"],
    [
      "x = 012",
      "SyntaxError 1:4-5 leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
    ],
    ["f(a=1, 2)", "SyntaxError 1:8-9 positional argument follows keyword argument"],
    ["def f(a, a): pass", "SyntaxError 1:9-10 duplicate argument 'a' in function definition"],
    ["try:\n  pass\nx = 1", "SyntaxError 3:0-1 expected 'except' or 'finally' block"],
  ])("%j", (source, told) => {
    expect(problem(source)).toBe(told);
  });

  it.each([
    "match = 1\nprint(match)",
    "type = 3",
    "print(*a, **b)",
    "x = y = z",
    "async def f():\n  await g()",
    "lambda *a, k=1, **b: a",
  ])("and nothing of %j", (source) => expect(problem(source)).toBe("none"));
});
