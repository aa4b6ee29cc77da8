/** A JSON value as jq holds it. An object keeps its keys in the order in which they came. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = ReadonlyMap<string, Json>;

export const isArray = (value: Json): value is readonly Json[] => Array.isArray(value);
export const isObject = (value: Json): value is JsonObject => value instanceof Map;

/** The word that jq's messages and `type` have for a value. */
export function typeOf(value: Json): "null" | "boolean" | "number" | "string" | "array" | "object" {
  if (value === null) return "null";
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") return "number";
  if (typeof value === "string") return "string";
  return isArray(value) ? "array" : "object";
}

/** All but `null` and `false` count as true. */
export const isTrue = (value: Json): boolean => value !== null && value !== false;
