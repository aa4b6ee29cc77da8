import type { Flag } from "./instruction.ts";
import { suggest } from "./suggest.ts";

/** What a flag takes: one text, several, or nothing or a truth value. */
export type FlagKind = "text" | "texts" | "truth";

const NOTHING: readonly string[] = [];

/** Values by name; a truth value is "true" or "false". */
export class FlagValues {
  private readonly values: ReadonlyMap<string, readonly string[]>;

  constructor(values: ReadonlyMap<string, readonly string[]>) {
    this.values = values;
  }

  /** Undefined where the flag was not given. */
  one(name: string): string | undefined {
    return this.values.get(name)?.[0];
  }

  /** Undefined also for an empty text, which BuildKit takes as not given. */
  text(name: string): string | undefined {
    return this.one(name) || undefined;
  }

  all(name: string): readonly string[] {
    return this.values.get(name) ?? NOTHING;
  }
}

const NONE = new FlagValues(new Map());

/** Reads an instruction's flags by the list of those it knows, or says what is wrong with the first bad one. */
export function readFlags(
  flags: readonly Flag[],
  known: Readonly<Record<string, FlagKind>> = {},
): FlagValues | { readonly error: string } {
  if (flags.length === 0) return NONE;
  const values = new Map<string, string[]>();
  for (const { name, value } of flags) {
    const kind = Object.hasOwn(known, name) ? known[name] : undefined;
    // BuildKit takes them in no order; ours is the alphabet's.
    if (kind === undefined)
      return { error: suggest(`unknown flag: --${name}`, name, Object.keys(known).sort()) };
    const before = values.get(name);
    if (before !== undefined && kind !== "texts") return { error: `duplicate flag specified: --${name}` };
    const read =
      kind === "truth"
        ? truth(name, value)
        : value === undefined
          ? { error: `missing a value on flag: --${name}` }
          : value;
    if (typeof read !== "string") return read;
    if (before === undefined) values.set(name, [read]);
    else before.push(read);
  }
  return new FlagValues(values);
}

function truth(name: string, value: string | undefined): string | { error: string } {
  if (value === undefined) return "true";
  if (value === "") return { error: `missing a value on flag: --${name}` };
  const lower = value.toLowerCase();
  if (lower === "true" || lower === "false") return lower;
  return { error: `expecting boolean value for flag --${name}, not: ${value}` };
}
