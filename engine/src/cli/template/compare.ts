import { CallError } from "./call-error.ts";
import { goType } from "./go-type.ts";
import { isList, isMap, NIL, type Value, WholeFloat } from "./value.ts";

const incompatible = (a: Value, b: Value): CallError =>
  new CallError(`incompatible types for comparison: ${goType(a, false)} and ${goType(b, false)}`);

const plain = (value: Value): Value => (value instanceof WholeFloat ? value.value : value);

const kindOf = (value: Value): string =>
  value === undefined || value === null || value === NIL
    ? "nil"
    : typeof value === "number"
      ? Number.isInteger(value)
        ? "int"
        : "float"
      : value instanceof WholeFloat
        ? "float"
        : typeof value;

/** Go's `==` of a template (text/template, funcs.go, eq). @throws {CallError} where the two cannot be compared */
export function isEqual(a: Value, b: Value): boolean {
  const [one, other] = [kindOf(a), kindOf(b)];
  if (one === "nil" || other === "nil") return one === other;
  if (one !== other) throw incompatible(a, b);
  for (const value of [a, b])
    if (isList(value) || isMap(value)) throw new CallError(`non-comparable type ${JSON.stringify(value)}`);
  return plain(a) === plain(b);
}

/** Go's `<` (funcs.go, lt). @throws {CallError} */
export function isLess(a: Value, b: Value): boolean {
  const [one, other] = [kindOf(a), kindOf(b)];
  if (one === "object" || other === "object" || one === "nil" || other === "nil")
    throw new CallError("invalid type for comparison");
  if (one !== other) throw incompatible(a, b);
  if (one === "boolean") throw new CallError("invalid type for comparison");
  return typeof a === "string" && typeof b === "string" ? a < b : Number(plain(a)) < Number(plain(b));
}
