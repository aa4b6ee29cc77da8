import type { Statement } from "../source/tree.ts";
import { renderExpression } from "./render-expression.ts";
import { boundNames, renderPattern } from "./render-pattern.ts";
import type { Scope } from "./scope.ts";
import type { Writer } from "./writer.ts";

/** `match` as a chain of `if`: each pattern is tried by `_d_match`, which gathers what it binds. */
export function renderMatch(
  one: Extract<Statement, { type: "Match" }>,
  scope: Scope,
  out: Writer,
  block: (body: readonly Statement[], scope: Scope, out: Writer) => void,
): void {
  const subject = out.fresh();
  const bindings = out.fresh();
  out.line(`${subject} = ${renderExpression(one.subject, scope)}`, one.at.line);
  out.line(`${bindings} = {}`, one.at.line);
  for (const [place, { pattern, guard, body, at }] of one.cases.entries()) {
    const inner = { ...scope, line: at.line };
    const conditions = [`_d_match(${subject}, ${renderPattern(pattern, inner)}, ${bindings})`];
    const names = boundNames(pattern, scope);
    if (names.length > 0)
      conditions.push(`(${names.map((name) => `(${name} := ${bindings}["${name}"])`).join(", ")}, True)[-1]`);
    if (guard) conditions.push(renderExpression(guard, inner));
    out.line(`${place > 0 ? "elif" : "if"} ${conditions.join(" and ")}:`, at.line);
    block(body, inner, out);
  }
}
