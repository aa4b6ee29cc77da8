import { CallError } from "./call-error.ts";
import { isList, isMap, NIL, type Value } from "./value.ts";

const KINDS = "incompatible types for comparison";

const kindOf = (value: Value): string =>
  value === undefined || value === null || value === NIL
    ? "nil"
    : typeof value === "number"
      ? Number.isInteger(value)
        ? "int"
        : "float"
      : typeof value;

/** Go's `==` of a template (text/template, funcs.go, eq). @throws {CallError} where the two cannot be compared */
export function isEqual(a: Value, b: Value): boolean {
  const [one, other] = [kindOf(a), kindOf(b)];
  if (one === "nil" || other === "nil") return one === other;
  if (one !== other) throw new CallError(KINDS);
  for (const value of [a, b])
    if (isList(value) || isMap(value)) throw new CallError(`non-comparable type ${JSON.stringify(value)}`);
  return a === b;
}

/** Go's `<` (funcs.go, lt). @throws {CallError} */
export function isLess(a: Value, b: Value): boolean {
  const [one, other] = [kindOf(a), kindOf(b)];
  if (one === "object" || other === "object" || one === "nil" || other === "nil")
    throw new CallError("invalid type for comparison");
  if (one !== other) throw new CallError(KINDS);
  if (one === "boolean") throw new CallError("invalid type for comparison");
  return typeof a === "string" && typeof b === "string" ? a < b : Number(a) < Number(b);
}
