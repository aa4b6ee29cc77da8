import { encode } from "../../core/bytes.ts";
import { compareJson, sortedKeys } from "./compare-json.ts";
import { isArray, isObject, type Json, typeOf } from "./json.ts";
import { described, JqError, positions } from "./paths-jq.ts";
import { JsonProblem, readJson } from "./read-json.ts";

export const arrayOf = (value: Json, words: string): readonly Json[] => {
  if (!isArray(value)) throw new JqError(`${described(value)} ${words}`);
  return value;
};
export const numberOf = (value: Json): number => {
  if (typeof value !== "number") throw new JqError(`${described(value)} number required`);
  return value;
};
export const items = (value: Json): readonly Json[] => {
  if (isArray(value)) return value;
  if (isObject(value)) return Array.from(value.values());
  throw new JqError(`Cannot iterate over ${described(value)}`);
};

export function keys(value: Json, sorted: boolean): Json {
  if (isArray(value)) return value.map((_, i) => i);
  if (!isObject(value)) throw new JqError(`${described(value)} has no keys`);
  return sorted ? sortedKeys(value) : Array.from(value.keys());
}

export function length(value: Json): number {
  if (value === null) return 0;
  if (typeof value === "number") return Math.abs(value);
  if (typeof value === "string") return Array.from(value).length;
  if (isArray(value)) return value.length;
  if (isObject(value)) return value.size;
  throw new JqError(`${described(value)} has no length`);
}

export function has(value: Json, key: Json): boolean {
  if (isObject(value) && typeof key === "string") return value.has(key);
  if (isArray(value) && typeof key === "number") return key >= 0 && key < value.length;
  throw new JqError(`Cannot check whether ${typeOf(value)} has a ${typeOf(key)} key`);
}

export function contains(value: Json, wanted: Json): boolean {
  if (typeOf(value) !== typeOf(wanted))
    throw new JqError(`${described(value)} and ${described(wanted)} cannot have their containment checked`);
  if (isObject(value) && isObject(wanted))
    return Array.from(wanted).every(([key, inner]) => {
      const mine = value.get(key);
      return mine !== undefined && typeOf(mine) === typeOf(inner) && contains(mine, inner);
    });
  if (isArray(value) && isArray(wanted))
    return wanted.every((inner) =>
      value.some((mine) => typeOf(mine) === typeOf(inner) && contains(mine, inner)),
    );
  if (typeof value === "string" && typeof wanted === "string") return value.includes(wanted);
  return compareJson(value, wanted) === 0;
}

export function fromJson(text: string): Json {
  try {
    const all = Array.from(readJson(text));
    if (all.length > 1) throw new JqError(`Unexpected extra JSON values (while parsing '${text}')`);
    return all[0] ?? null;
  } catch (problem) {
    if (problem instanceof JsonProblem) throw new JqError(`${problem.message} (while parsing '${text}')`);
    throw problem;
  }
}

export function toNumber(value: Json): Json {
  if (typeof value === "number") return value;
  if (typeof value !== "string") throw new JqError(`${described(value)} cannot be parsed as a number`);
  const read = fromJson(value);
  if (typeof read !== "number") throw new JqError(`${described(value)} cannot be parsed as a number`);
  return read;
}

export function flatten(value: readonly Json[], depth: number): Json[] {
  return value.flatMap((item) => (isArray(item) && depth > 0 ? flatten(item, depth - 1) : [item]));
}

export const trimmed = (input: Json, part: Json, end: boolean): Json => {
  if (typeof input !== "string" || typeof part !== "string") return input;
  if (end) return input.endsWith(part) && part !== "" ? input.slice(0, -part.length) : input;
  return input.startsWith(part) ? input.slice(part.length) : input;
};

export function starts(input: Json, part: Json, end: boolean): boolean {
  if (typeof input !== "string" || typeof part !== "string")
    throw new JqError(`${end ? "endswith" : "startswith"}() requires string inputs`);
  return end ? input.endsWith(part) : input.startsWith(part);
}

export function indices(input: Json, wanted: Json): Json {
  if (input === null) return null;
  if (typeof input === "string" && typeof wanted === "string") {
    const found: Json[] = [];
    if (wanted === "") return null;
    for (let at = input.indexOf(wanted); at >= 0; at = input.indexOf(wanted, at + 1))
      found.push(encode(input.slice(0, at)).length);
    return found;
  }
  if (isArray(input)) return positions(input, isArray(wanted) ? wanted : [wanted]);
  throw new JqError(`Cannot determine indices of ${typeOf(input)}`);
}

export function implode(value: Json): string {
  const list = isArray(value) ? value : undefined;
  if (!list) throw new JqError("implode input must be an array");
  return list.map((code) => String.fromCodePoint(Math.min(0x10ffff, Math.max(0, numberOf(code))))).join("");
}

export const bsearch = (value: Json, wanted: Json): number => {
  const list = arrayOf(value, "cannot be searched from");
  const at = list.findIndex((item) => compareJson(item, wanted) >= 0);
  const found = list[at];
  if (found !== undefined && compareJson(found, wanted) === 0) return at;
  return -1 - (at < 0 ? list.length : at);
};
