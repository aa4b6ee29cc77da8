/**
 * The assertions that the tests of mutated code use, with Vitest's meaning: `toEqual` and `toMatchObject` look at
 * values and not at prototypes, a property that is undefined counts as missing. An assertion that is not here is a
 * failure of the first, unbroken run.
 */
import { readFileSync } from "node:fs";
import { inspect } from "node:util";

type Thing = Record<PropertyKey, unknown>;

class Any {
  readonly kind: unknown;
  constructor(kind: unknown) {
    this.kind = kind;
  }

  accepts(value: unknown): boolean {
    if (this.kind === String) return typeof value === "string";
    if (this.kind === Number) return typeof value === "number";
    return typeof this.kind === "function" && value instanceof this.kind;
  }
}

class Part {
  readonly wanted: unknown;
  constructor(wanted: unknown) {
    this.wanted = wanted;
  }
}

class Members {
  readonly wanted: readonly unknown[];
  constructor(wanted: readonly unknown[]) {
    this.wanted = wanted;
  }

  accepts(value: unknown): boolean {
    return Array.isArray(value) && this.wanted.every((each) => value.some((one) => equal(one, each, false)));
  }
}

const isThing = (value: unknown): value is Thing => typeof value === "object" && value !== null;

function keysOf(value: Thing): PropertyKey[] {
  return Reflect.ownKeys(value).filter((key) => value[key] !== undefined && key !== "length");
}

function equal(got: unknown, wanted: unknown, partial: boolean): boolean {
  if (wanted instanceof Any || wanted instanceof Members) return wanted.accepts(got);
  if (wanted instanceof Part) return equal(got, wanted.wanted, true);
  if (!isThing(got) || !isThing(wanted)) return Object.is(got, wanted);
  if (Array.isArray(got) !== Array.isArray(wanted) || got["length"] !== wanted["length"]) return false;
  if (got instanceof Map || got instanceof Set) {
    if (!(wanted instanceof Map || wanted instanceof Set) || got.size !== wanted.size) return false;
    const held = [...got];
    return [...wanted].every((each) => held.some((one) => equal(one, each, partial)));
  }
  const keys = keysOf(wanted);
  if (!partial && keysOf(got).length !== keys.length) return false;
  return keys.every((key) => equal(got[key], wanted[key], partial));
}

function holds(got: unknown, wanted: unknown): boolean {
  if (typeof got === "string") return got.includes(String(wanted));
  return [...(got as Iterable<unknown>)].some((each) => Object.is(each, wanted));
}

function throws(got: () => unknown, wanted?: RegExp | string | (new () => unknown)): boolean {
  try {
    got();
    return false;
  } catch (error) {
    if (wanted === undefined) return true;
    const text = error instanceof Error ? error.message : String(error);
    if (typeof wanted === "function") return error instanceof wanted;
    return wanted instanceof RegExp ? wanted.test(text) : text.includes(wanted);
  }
}

const QUESTIONS: Readonly<Record<string, (got: never, wanted: never) => boolean>> = {
  toBe: Object.is,
  toEqual: (got, wanted) => equal(got, wanted, false),
  toStrictEqual: (got, wanted) => equal(got, wanted, false),
  toMatchObject: (got, wanted) => equal(got, wanted, true),
  toContain: holds,
  toContainEqual: (got: Iterable<unknown>, wanted) => [...got].some((each) => equal(each, wanted, false)),
  toMatch: (got: string, wanted: RegExp | string) =>
    wanted instanceof RegExp ? wanted.test(got) : got.includes(wanted),
  toMatchFileSnapshot: (got: string, path: string) => readFileSync(path, "utf8") === got,
  toThrow: throws,
  toBeUndefined: (got) => got === undefined,
  toBeDefined: (got) => got !== undefined,
  toBeNull: (got) => got === null,
  toBeTruthy: Boolean,
  toBeFalsy: (got) => !got,
  toHaveLength: (got: { length: number }, wanted) => got.length === wanted,
  toHaveProperty: (got: Thing, wanted: string) => wanted in got,
  toBeInstanceOf: (got: unknown, wanted: new () => unknown) => got instanceof wanted,
  toBeCloseTo: (got: number, wanted: number) => Math.abs(got - wanted) < 0.05,
  toBeGreaterThan: (got, wanted) => got > wanted,
  toBeGreaterThanOrEqual: (got, wanted) => got >= wanted,
  toBeLessThan: (got, wanted) => got < wanted,
  toBeLessThanOrEqual: (got, wanted) => got <= wanted,
};

type Assertion = (wanted?: unknown) => void;

function assertions(got: unknown, expected: boolean): Record<string, Assertion> {
  return Object.fromEntries(
    Object.entries(QUESTIONS).map(([name, asks]): [string, Assertion] => [
      name,
      (wanted) => {
        if (asks(got as never, wanted as never) === expected) return;
        throw new Error(`${expected ? "" : "not "}${name}: ${inspect(got)} ${inspect(wanted)}`);
      },
    ]),
  );
}

interface Expect {
  (got: unknown): Record<string, Assertion> & { readonly not: Record<string, Assertion> };
  any(kind: unknown): unknown;
  objectContaining(part: unknown): unknown;
  arrayContaining(members: readonly unknown[]): unknown;
  unreachable(message?: string): never;
}

const asked = (got: unknown): ReturnType<Expect> =>
  ({ ...assertions(got, true), not: assertions(got, false) }) as ReturnType<Expect>;

export const expect: Expect = Object.assign(asked, {
  any: (kind: unknown): unknown => new Any(kind),
  objectContaining: (part: unknown): unknown => new Part(part),
  arrayContaining: (members: readonly unknown[]): unknown => new Members(members),
  unreachable: (message = "unreachable"): never => {
    throw new Error(message);
  },
});
