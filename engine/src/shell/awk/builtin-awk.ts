import { notSimulated } from "../../core/engine-error.ts";
import { bytesOf } from "../text/bytes-text.ts";
import type { Flavour } from "../process.ts";
import { LONGEST_WORD } from "../expand/fields.ts";
import { regex, type Regex } from "../regex/regex.ts";
import type { AwkMemory, Value } from "./memory-awk.ts";
import { AwkProblem } from "./tokens-awk.ts";
import type { Expr } from "./tree-awk.ts";

/** What awk's functions need of the run that calls them. */
export interface Evaluator {
  readonly memory: AwkMemory;
  readonly world: {
    readonly system: (command: string) => number;
    readonly now: () => number;
    readonly flavour: Flavour;
  };
  seed: number;
  /** Closes a file or a command; the next reading begins anew. */
  close(name: string): number;
  eval(expr: Expr): Value;
  /** Counts work on so many characters. @throws {EngineError} LIMIT, also for a text that is too long */
  charge(characters: number): void;
  /** Counts steps. @throws {EngineError} LIMIT */
  work(steps: number): void;
  read(target: Expr): Value;
  write(target: Expr, value: Value): void;
  regexOf(expr: Expr): Regex;
  format(format: string, args: readonly Expr[]): string;
}

/** One of awk's own functions. @throws {EngineError} NOT_SIMULATED for one that Drydock lacks */
export function callBuiltin(self: Evaluator, name: string, args: readonly Expr[]): Value {
  const arg = (i: number): Value => (args[i] ? self.eval(args[i]) : "");
  const text = (i: number): string => self.memory.text(arg(i));
  const number = (i: number): number => self.memory.number(arg(i));
  switch (name) {
    case "length": {
      const [first] = args;
      if (first?.kind === "variable" && self.memory.frame(first.name).arrays.has(first.name))
        return self.memory.array(first.name).size;
      self.charge(self.memory.record.length);
      // Where no locale is set, as in an image, characters are bytes.
      return bytesOf(first ? text(0) : self.memory.record).length;
    }
    case "substr": {
      const characters = [...text(0)];
      // Both cut the numbers off; mawk counts what is missing before the first character to the length [measured].
      const from = Math.trunc(number(1));
      const length = args[2] ? Math.trunc(number(2)) : Infinity;
      const start = Math.max(0, from - 1);
      const more = self.world.flavour === "gnu" && from < 0 ? -from : 0;
      return characters.slice(start, start + Math.max(0, length + more)).join("");
    }
    case "index":
      return text(0).indexOf(text(1)) + 1;
    case "split": {
      const [, target, separator] = args;
      if (target?.kind !== "variable") throw new AwkProblem("split needs an array");
      const words = text(0);
      const by =
        separator?.kind === "regex"
          ? separator.pattern
          : separator
            ? text(2)
            : self.memory.text(self.memory.globals.get("FS") ?? " ");
      const parts =
        separator?.kind === "regex"
          ? words === ""
            ? []
            : self.memory.splitBy(words, regex(by, { extended: true }))
          : self.memory.split(words, by);
      self.memory
        .frame(target.name)
        .arrays.set(target.name, new Map(parts.map((part, i) => [String(i + 1), { input: part }])));
      self.work(parts.length);
      return parts.length;
    }
    case "sub":
    case "gsub":
      return substitute(self, name === "gsub", args);
    case "match": {
      const whole = args[1] && self.regexOf(args[1]).exec(text(0))?.[0];
      self.memory.globals.set("RSTART", whole ? whole[0] + 1 : 0);
      self.memory.globals.set("RLENGTH", whole ? whole[1] - whole[0] : -1);
      return whole ? whole[0] + 1 : 0;
    }
    case "sprintf":
      return self.format(text(0), args.slice(1));
    case "toupper":
      // Neither mawk nor busybox knows letters beyond ASCII.
      return text(0).replace(/[a-z]+/g, (letters) => letters.toUpperCase());
    case "tolower":
      return text(0).replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
    case "int":
      return Math.trunc(number(0));
    case "sqrt":
      return Math.sqrt(number(0));
    case "exp":
      return Math.exp(number(0));
    case "log":
      return Math.log(number(0));
    case "sin":
      return Math.sin(number(0));
    case "cos":
      return Math.cos(number(0));
    case "atan2":
      return Math.atan2(number(0), number(1));
    case "system":
      return self.world.system(text(0));
    case "close":
      return self.close(text(0));
    case "fflush":
      return 0;
    case "srand": {
      const old = self.seed;
      self.seed = args.length > 0 ? number(0) : Math.floor(self.world.now() / 1000);
      return old;
    }
    case "systime":
      return Math.floor(self.world.now() / 1000);
    default:
      throw notSimulated(`awk's ${name}()`, "the real one may know it");
  }
}

/** `sub` and `gsub`. @returns how many were replaced */
function substitute(self: Evaluator, all: boolean, args: readonly Expr[]): number {
  const [pattern, words, place] = args;
  if (!pattern || !words) throw new AwkProblem("sub needs two arguments");
  const target: Expr = place ?? { kind: "field", index: { kind: "number", value: 0 } };
  const compiled = self.regexOf(pattern);
  const replacement = self.memory.text(self.eval(words));
  const text = self.memory.text(self.read(target));
  self.charge(text.length);
  let out = "";
  let from = 0;
  let count = 0;
  while (from <= text.length) {
    const whole = compiled.exec(text, from)?.[0];
    if (!whole) break;
    const [start, end] = whole;
    out +=
      text.slice(from, start) +
      replacement.replaceAll(/\\\\|\\&|&/g, (mark) =>
        mark === "&" ? text.slice(start, end) : mark.slice(1),
      );
    self.charge(out.length - from);
    if (out.length > LONGEST_WORD) self.charge(out.length);
    count++;
    from = end;
    if (start === end) out += text.slice(end, ++from);
    if (!all) break;
  }
  if (count > 0) self.write(target, out + text.slice(from));
  return count;
}
