import { copyWork, searchWork } from "./size-json.ts";
import { EngineError } from "../../core/engine-error.ts";
import { compareJson } from "./compare-json.ts";
import { isArray, isObject, type Json, type JsonObject } from "./json.ts";
import { described, JqError } from "./paths-jq.ts";

/** Characters that one string may have. */
const MOST_TEXT = 4_000_000;

function merged(left: JsonObject, right: JsonObject): JsonObject {
  const all = new Map(left);
  for (const [key, value] of right) {
    const before = all.get(key);
    all.set(key, before !== undefined && isObject(before) && isObject(value) ? merged(before, value) : value);
  }
  return all;
}

function add(left: Json, right: Json): Json | undefined {
  if (left === null) return right;
  if (right === null) return left;
  if (typeof left === "number" && typeof right === "number") return left + right;
  if (typeof left === "string" && typeof right === "string") {
    if (left.length + right.length > MOST_TEXT)
      throw new EngineError("LIMIT", { what: "characters of a jq string", limit: MOST_TEXT });
    return left + right;
  }
  if (isArray(left) && isArray(right)) return [...left, ...right];
  return isObject(left) && isObject(right) ? new Map([...left, ...right]) : undefined;
}

function multiply(left: Json, right: Json): Json | undefined {
  if (typeof left === "number" && typeof right === "number") return left * right;
  if (isObject(left) && isObject(right)) return merged(left, right);
  const [text, times] = typeof left === "string" ? [left, right] : [right, left];
  if (typeof text !== "string" || typeof times !== "number") return undefined;
  if (times <= 0) return null;
  const count = Math.max(1, Math.ceil(times));
  if (count * text.length > MOST_TEXT)
    throw new EngineError("LIMIT", { what: "characters of a jq string", limit: MOST_TEXT });
  return text.repeat(count);
}

export function split(text: string, between: string): readonly string[] {
  if (text === "") return [];
  return between === "" ? Array.from(text) : text.split(between);
}

function divide(left: Json, right: Json): Json | undefined {
  if (typeof left === "string" && typeof right === "string") return split(left, right);
  if (typeof left !== "number" || typeof right !== "number") return undefined;
  if (right === 0)
    throw new JqError(
      `${described(left)} and ${described(right)} cannot be divided because the divisor is zero`,
    );
  return left / right;
}

/** Both are made whole numbers, and the sign is the left one's. */
function remainder(left: Json, right: Json): Json | undefined {
  if (typeof left !== "number" || typeof right !== "number") return undefined;
  const by = Math.trunc(right);
  if (by === 0)
    throw new JqError(
      `${described(left)} and ${described(right)} cannot be divided (remainder) because the divisor is zero`,
    );
  return (Math.trunc(left) % by) + 0;
}

const FAILURES: Readonly<Record<string, string>> = {
  "+": "added",
  "-": "subtracted",
  "*": "multiplied",
  "/": "divided",
  "%": "divided",
};

function subtract(left: Json, right: Json): Json | undefined {
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (!isArray(left) || !isArray(right)) return undefined;
  return left.filter((item) => !right.some((other) => compareJson(item, other) === 0));
}

const ARITHMETIC: Readonly<Record<string, (left: Json, right: Json) => Json | undefined>> = {
  "+": add,
  "-": subtract,
  "*": multiply,
  "/": divide,
  "%": remainder,
};
const COMPARED: Readonly<Record<string, (order: number) => boolean>> = {
  "==": (order) => order === 0,
  "!=": (order) => order !== 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

/** `left SIGN right`; work is spent by what is copied or looked through. @throws {JqError} where the two do not go together */
export function operate(sign: string, left: Json, right: Json, spend: (steps: number) => void): Json {
  spend(sign === "-" ? searchWork(left, right) : copyWork(left) + copyWork(right));
  const compared = COMPARED[sign];
  if (compared) return compared(compareJson(left, right));
  const result = ARITHMETIC[sign]?.(left, right);
  if (result === undefined)
    throw new JqError(`${described(left)} and ${described(right)} cannot be ${FAILURES[sign] ?? ""}`);
  return result;
}
