import { entriesOf } from "./arrays.ts";
import type { Variable } from "./shell.ts";

const escaped = (text: string): string => `"${text.replaceAll(/["\\$`]/g, "\\$&")}"`;

/** Letters of a variable's attributes, as `${x@a}` shows them. */
export function attributes(variable: Variable): string {
  const { items, keyed, integer, refersTo, readonly, exported, fold } = variable;
  return `${items ? (keyed ? "A" : "a") : ""}${integer ? "i" : ""}${refersTo === undefined ? "" : "n"}${readonly ? "r" : ""}${exported ? "x" : ""}${fold === "lower" ? "l" : ""}${fold === "upper" ? "u" : ""}`;
}

/** `declare -rx A="1"`, as `declare -p` shows a variable. */
export function declaration(name: string, variable: Variable): string {
  const head = `declare -${attributes(variable) || "-"} ${name}`;
  if (variable.refersTo !== undefined) return `${head}=${escaped(variable.refersTo)}`;
  if (variable.items) {
    const pairs = entriesOf(variable).map(
      ([key, value]) => `[${/^\w+$/.test(key) ? key : escaped(key)}]=${escaped(value)}`,
    );
    return `${head}=(${pairs.join(" ")}${variable.keyed && pairs.length > 0 ? " " : ""})`;
  }
  return variable.value === undefined ? head : `${head}=${escaped(variable.value)}`;
}
