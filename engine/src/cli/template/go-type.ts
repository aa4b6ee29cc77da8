import { Typed } from "./typed.ts";
import { isList, NIL, Row, Struct, type Value, WholeFloat } from "./value.ts";

/** Go's name of a value's type. `raw`: as its JSON decoder makes values, where nothing else is known of them. */
export function goType(value: Value, raw: boolean): string {
  if (value === undefined || value === null || value === NIL) return "interface {}";
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "number") return raw ? "json.Number" : Number.isInteger(value) ? "int" : "float64";
  if (value instanceof WholeFloat) return "float64";
  if (isList(value)) return !raw && isStrings(value) ? "[]string" : "[]interface {}";
  if (value instanceof Row || value instanceof Typed) return value.type;
  return value instanceof Struct ? "struct" : "map[string]interface {}";
}

const isStrings = (list: readonly Value[]): boolean => list.every((one) => typeof one === "string");
