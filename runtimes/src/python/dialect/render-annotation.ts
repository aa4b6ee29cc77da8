import type { Expression } from "../source/tree.ts";
import { quoted } from "./quoted.ts";
import { renderExpression } from "./render-expression.ts";
import type { Scope } from "./scope.ts";

/** An annotation: evaluated as CPython does, with `list[int]` and `int | None` understood; or its text, where it is lazy. */
export function renderAnnotation(value: Expression, scope: Scope): string {
  if (scope.lazyAnnotations) return `_d_text(${quoted(plain(value))})`;
  const go = (one: Expression): string => renderAnnotation(one, scope);
  switch (value.type) {
    case "Binary":
      if (value.operator === "|") return `_d_either(${go(value.left)}, ${go(value.right)})`;
      break;
    case "Subscript":
      return `_d_generic(${go(value.value)}, ${go(value.index)})`;
    case "Tuple":
    case "List":
      return `(${value.items.map((item) => `${go(item)}, `).join("")})`;
    default:
      break;
  }
  return renderExpression(value, scope);
}

/** The annotation as text, near enough to be told apart: names and dots. */
function plain(value: Expression): string {
  if (value.type === "Name") return value.name;
  if (value.type === "Attribute") return `${plain(value.value)}.${value.name}`;
  if (value.type === "Subscript") return `${plain(value.value)}[${plain(value.index)}]`;
  if (value.type === "Tuple") return value.items.map(plain).join(", ");
  if (value.type === "Binary") return `${plain(value.left)} ${value.operator} ${plain(value.right)}`;
  if (value.type === "Literal") return value.text;
  return "...";
}
