import { EngineError } from "../../core/engine-error.ts";
import { compactJson, numberText } from "./write-json.ts";
import { compareJson } from "./compare-json.ts";
import { isArray, isObject, type Json, type JsonObject, typeOf } from "./json.ts";

/** An error that a filter can catch; most are texts. */
export class JqError {
  readonly value: Json;
  constructor(value: Json) {
    this.value = value;
  }
}

export type Path = readonly Json[];

/** Items that an assignment may make by counting up to an index. */
const MOST_ITEMS = 100_000;

/** A value as messages show it: at most so many bytes, the end told by dots (jv_dump_string_trunc). */
export function shown(value: Json): string {
  const text = compactJson(value);
  return text.length > 14 ? `${text.slice(0, 11)}...` : text;
}

export const described = (value: Json): string => `${typeOf(value)} (${shown(value)})`;

const whole = (value: number): number => Math.floor(value);

/** Where a slice `{start, end}` begins and ends in something of this length. */
function bounds(slice: JsonObject, length: number): readonly [number, number] {
  const limit = (value: Json | undefined, fallback: number, round: (value: number) => number): number => {
    if (value === undefined || value === null) return fallback;
    if (typeof value !== "number")
      throw new JqError("Start and end indices of an array slice must be numbers");
    const at = value < 0 ? value + length : value;
    return Math.min(Math.max(round(at), 0), length);
  };
  const from = limit(slice.get("start"), 0, Math.floor);
  return [from, Math.max(from, limit(slice.get("end"), length, Math.ceil))];
}

const cannotIndex = (value: Json, key: Json): JqError =>
  new JqError(
    typeof key === "string"
      ? `Cannot index ${typeOf(value)} with string ${JSON.stringify(key)}`
      : `Cannot index ${typeOf(value)} with ${typeOf(key)}`,
  );

/** `value[key]`. @throws {JqError} */
export function index(value: Json, key: Json): Json {
  if (isObject(value) && typeof key === "string") return value.get(key) ?? null;
  if (isArray(value) && typeof key === "number") {
    if (Number.isNaN(key)) return null;
    const at = whole(key);
    return value[at < 0 ? at + value.length : at] ?? null;
  }
  if (isObject(key) && (isArray(value) || typeof value === "string")) {
    const text = typeof value === "string" ? Array.from(value) : undefined;
    const [from, to] = bounds(key, text?.length ?? (isArray(value) ? value.length : 0));
    return text ? text.slice(from, to).join("") : isArray(value) ? value.slice(from, to) : null;
  }
  if (isArray(value) && isArray(key)) return positions(value, key);
  if (value === null && (typeof key === "string" || typeof key === "number" || isObject(key))) return null;
  throw cannotIndex(value, key);
}

/** Where a list stands inside another. */
export function positions(value: readonly Json[], wanted: readonly Json[]): number[] {
  if (wanted.length === 0) return [];
  return value.flatMap((_, at) =>
    wanted.every((item, i) => at + i < value.length && compareJson(value[at + i] ?? null, item) === 0)
      ? [at]
      : [],
  );
}

export const getPath = (value: Json, path: Path): Json =>
  path.reduce<Json>((at, key) => (at === null ? null : index(at, key)), value);

/** The value with another value at a path; what is missing on the way is made. @throws {JqError} */
export function setPath(value: Json, path: Path, to: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return to;
  if (typeof key === "string" && (value === null || isObject(value))) {
    const copy = new Map(value ?? []);
    copy.set(key, setPath(value?.get(key) ?? null, rest, to));
    return copy;
  }
  if (typeof key === "number" && (value === null || isArray(value))) {
    const copy = Array.from(value ?? []);
    const at = whole(key) < 0 ? whole(key) + copy.length : whole(key);
    if (at < 0) throw new JqError("Out of bounds negative array index");
    if (at > MOST_ITEMS) throw new EngineError("LIMIT", { what: "items of a jq array", limit: MOST_ITEMS });
    const inner = setPath(copy[at] ?? null, rest, to);
    while (copy.length < at) copy.push(null);
    copy[at] = inner;
    return copy;
  }
  if (isObject(key) && (value === null || isArray(value))) {
    const [from, end] = bounds(key, value?.length ?? 0);
    const inner = setPath(value?.slice(from, end) ?? null, rest, to);
    if (!isArray(inner)) throw new JqError("A slice of an array can only be assigned another array");
    return [...(value ?? []).slice(0, from), ...inner, ...(value ?? []).slice(end)];
  }
  if (isObject(key)) throw new JqError("Cannot update field at object index of " + typeOf(value));
  throw cannotIndex(value, key);
}

/** The value without what stands at these paths, the last first. @throws {JqError} */
export function deletePaths(value: Json, paths: readonly Path[]): Json {
  return paths.toSorted((a, b) => compareJson(b, a)).reduce((at, path) => deletePath(at, path), value);
}

function deletePath(value: Json, path: Path): Json {
  const [key, ...rest] = path;
  if (key === undefined || value === null) return null;
  if (rest.length > 0) {
    const inner = index(value, key);
    return inner === null ? value : setPath(value, [key], deletePath(inner, rest));
  }
  if (typeof key === "string" && isObject(value)) {
    const copy = new Map(value);
    copy.delete(key);
    return copy;
  }
  if (typeof key === "number" && isArray(value)) {
    const at = whole(key) < 0 ? whole(key) + value.length : whole(key);
    return value.filter((_, i) => i !== at);
  }
  if (isObject(key) && isArray(value)) {
    const [from, end] = bounds(key, value.length);
    return [...value.slice(0, from), ...value.slice(end)];
  }
  const words = isArray(value)
    ? `Cannot delete field at array index of array`
    : `Cannot delete field at ${typeof key === "string" ? "object" : "array"} index of ${typeOf(value)}`;
  throw new JqError(
    isArray(value) && typeof key === "string" ? "Cannot delete field at object index of array" : words,
  );
}

/** Numbers as `tostring` shows them. */
export const textOfValue = (value: Json): string =>
  typeof value === "string" ? value : typeof value === "number" ? numberText(value) : compactJson(value);
