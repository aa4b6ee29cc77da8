import { parseDuration } from "../../dockerfile/duration.ts";
import type { Flag } from "./flag.ts";

/** What was typed after the command's name. A flag that was not given is not in `values`. */
export interface Words {
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly args: readonly string[];
}

const TRUE = new Set(["1", "t", "T", "TRUE", "true", "True"]);
const FALSE = new Set(["0", "f", "F", "FALSE", "false", "False"]);

/**
 * Reads flags as pflag does: `--name value`, `--name=value`, `-abc`, `-n5`, `-n=5`; `--` ends them.
 *
 * With `interspersed` false the first word that is no flag ends them too: `docker run IMAGE --this-is-the-program's`.
 * The words of every error are pflag's (v1.0.6, flag.go and errors.go).
 */
export function readFlags(
  words: readonly string[],
  flags: readonly Flag[],
  interspersed: boolean,
): Words | { readonly error: string } {
  const values = new Map<string, string[]>();
  const args: string[] = [];
  const todo = [...words];
  const set = (flag: Flag, value: string): string | undefined => {
    const reason = refusal(flag, value);
    if (reason !== undefined) {
      const shown = flag.short ? `-${flag.short}, --${flag.name}` : `--${flag.name}`;
      return `invalid argument ${JSON.stringify(value)} for "${shown}" flag: ${reason}`;
    }
    // The client takes an empty filter for none.
    if (isFilter(flag) && value === "") return undefined;
    const text = flag.kind === "bool" ? String(TRUE.has(value)) : isFilter(flag) ? filterText(value) : value;
    values.set(flag.name, flag.kind === "list" ? [...(values.get(flag.name) ?? []), text] : [text]);
    return undefined;
  };
  const long = (word: string): string | undefined => {
    const at = word.indexOf("=");
    const name = word.slice(2, at < 0 ? undefined : at);
    if (name === "" || name.startsWith("-")) return `bad flag syntax: ${word}`;
    const flag = flags.find((one) => one.name === name || one.also === name);
    if (!flag) return `unknown flag: --${name}`;
    if (at >= 0) return set(flag, word.slice(at + 1));
    if (flag.kind === "bool") return set(flag, "true");
    if (flag.kind === "optional") return set(flag, "");
    const value = todo.shift();
    return value === undefined ? `flag needs an argument: --${name}` : set(flag, value);
  };
  const short = (word: string): string | undefined => {
    for (let rest = word.slice(1); rest !== "";) {
      const letter = rest.charAt(0);
      const flag = flags.find((one) => one.short === letter);
      if (!flag) return `unknown shorthand flag: '${letter}' in -${rest}`;
      const tail = rest.slice(1);
      if (tail.startsWith("=")) return set(flag, tail.slice(1));
      if (flag.kind === "bool") {
        const error = set(flag, "true");
        if (error) return error;
        rest = tail;
        continue;
      }
      if (tail !== "") return set(flag, tail);
      const value = todo.shift();
      return value === undefined ? `flag needs an argument: '${letter}' in -${rest}` : set(flag, value);
    }
    return undefined;
  };
  for (let word = todo.shift(); word !== undefined; word = todo.shift()) {
    if (word === "--") {
      args.push(...todo);
      break;
    }
    if (!word.startsWith("-") || word === "-") {
      args.push(word);
      if (interspersed) continue;
      args.push(...todo);
      break;
    }
    const error = word.startsWith("--") ? long(word) : short(word);
    if (error !== undefined) return { error };
  }
  return { values, args };
}

const isFilter = ({ name, kind }: Flag): boolean => name === "filter" && kind === "list";

/** `name=value` of a filter as the client sends it on (docker/cli opts/opts.go, FilterOpt). */
function filterText(typed: string): string {
  const [name = "", value = ""] = typed.split(/=(.*)/s);
  return `${name.trim().toLowerCase()}=${value.trim()}`;
}

function refusal(flag: Flag, value: string): string | undefined {
  const parse = (what: string): string => `strconv.${what}: parsing ${JSON.stringify(value)}: invalid syntax`;
  if (flag.kind === "bool" && !TRUE.has(value) && !FALSE.has(value)) return parse("ParseBool");
  if (flag.kind === "int" && !/^[+-]?\d+$/.test(value)) return parse("ParseInt");
  if (flag.kind === "duration") {
    const time = parseDuration(value);
    if (typeof time !== "number") return time.error;
  }
  if (isFilter(flag) && value !== "" && !value.includes("="))
    return "bad format of filter (expected name=value)";
  return flag.refuse?.(value);
}
