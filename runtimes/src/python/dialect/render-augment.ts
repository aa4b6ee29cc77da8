import type { Expression, Statement } from "../source/tree.ts";
import { quoted } from "./quoted.ts";
import { renderExpression, renderKey, renderTarget } from "./render-expression.ts";
import { mangled, type Scope } from "./scope.ts";
import type { Writer } from "./writer.ts";

/** Operators that MicroPython answers otherwise for some operands. */
const watched: Readonly<Record<string, string>> = {
  "%": "_d_imod",
  "/": "_d_idiv",
  "//": "_d_ifloordiv",
  "**": "_d_ipow",
};

/** Does it mean the same when it is worked out twice? */
const isPlain = (one: Expression): boolean =>
  one.type === "Name" ||
  one.type === "Literal" ||
  one.type === "String" ||
  (one.type === "Attribute" && isPlain(one.value));

/** `target += value` and its like. */
export function renderAugment(
  { target, operator, value, at }: Extract<Statement, { type: "Augment" }>,
  scope: Scope,
  out: Writer,
): void {
  const operand = renderExpression(value, scope);
  const joins = operator === "+" && scope.bytes && !(value.type === "Literal");
  const ours = joins ? "_d_iadd" : watched[operator];
  const divides =
    value.type === "Literal" && /^[1-9]/.test(value.text) && (operator === "/" || operator === "//");
  if (ours === undefined || divides) {
    out.line(`${renderTarget(target, scope)} ${operator}= ${operand}`, at.line);
    return;
  }
  if (
    target.type === "Subscript" &&
    target.index.type !== "Slice" &&
    !(isPlain(target.value) && isPlain(target.index))
  ) {
    const owner = renderExpression(target.value, scope);
    out.line(`_d_item(${owner}, ${renderKey(target.index, scope)}, ${ours}, ${operand})`, at.line);
  } else if (target.type === "Attribute" && !isPlain(target.value)) {
    const owner = renderExpression(target.value, scope);
    out.line(`_d_attribute(${owner}, ${quoted(mangled(target.name, scope))}, ${ours}, ${operand})`, at.line);
  } else
    out.line(
      `${renderTarget(target, scope)} = ${ours}(${renderExpression(target, scope)}, ${operand})`,
      at.line,
    );
}
