import type { Pattern } from "../source/tree.ts";
import { quoted } from "./quoted.ts";
import { renderExpression } from "./render-expression.ts";
import { mangled, type Scope } from "./scope.ts";

/** A pattern as the nested tuples that `_d_match` reads: what is to be compared, and the names to bind. */
export function renderPattern(pattern: Pattern, scope: Scope): string {
  const go = (one: Pattern): string => renderPattern(one, scope);
  const list = (items: readonly string[]): string => `(${items.map((item) => `${item}, `).join("")})`;
  switch (pattern.type) {
    case "Any":
      return '("any",)';
    case "Capture":
      return `("bind", ${quoted(pattern.name)})`;
    case "Rest":
      return `("rest", ${pattern.name ? quoted(pattern.name) : "None"})`;
    case "Equal":
      return `("equal", ${renderExpression(pattern.value, scope)})`;
    case "Same":
      return `("same", ${renderExpression(pattern.value, scope)})`;
    case "Or":
      return `("or", ${list(pattern.choices.map(go))})`;
    case "As":
      return `("as", ${go(pattern.pattern)}, ${quoted(pattern.name)})`;
    case "Sequence":
      return `("sequence", ${list(pattern.items.map(go))})`;
    case "Mapping": {
      const items = pattern.items.map(
        ({ key, pattern: one }) => `(${renderExpression(key, scope)}, ${go(one)})`,
      );
      return `("mapping", ${list(items)}, ${pattern.rest ? quoted(pattern.rest) : "None"})`;
    }
    case "Class": {
      const named = pattern.named.map((one) => `(${quoted(one.name)}, ${go(one.pattern)})`);
      return `("class", ${renderExpression(pattern.value, scope)}, ${list(pattern.items.map(go))}, ${list(named)})`;
    }
  }
}

/** The names that a pattern binds, mangled. */
export function boundNames(pattern: Pattern, scope: Scope): string[] {
  switch (pattern.type) {
    case "Capture":
      return [mangled(pattern.name, scope)];
    case "Rest":
      return pattern.name ? [mangled(pattern.name, scope)] : [];
    case "Or":
      return pattern.choices[0] ? boundNames(pattern.choices[0], scope) : [];
    case "As":
      return [...boundNames(pattern.pattern, scope), mangled(pattern.name, scope)];
    case "Sequence":
      return pattern.items.flatMap((one) => boundNames(one, scope));
    case "Mapping":
      return [
        ...pattern.items.flatMap((one) => boundNames(one.pattern, scope)),
        ...(pattern.rest ? [mangled(pattern.rest, scope)] : []),
      ];
    case "Class":
      return [...pattern.items, ...pattern.named.map((one) => one.pattern)].flatMap((one) =>
        boundNames(one, scope),
      );
    default:
      return [];
  }
}
