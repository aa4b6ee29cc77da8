import { EngineError } from "../../core/engine-error.ts";
import { nested } from "../nested.ts";

/** A pattern that the C library refuses, in its words. */
export class RegexProblem {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

export type Node =
  | {
      readonly kind: "one";
      readonly test: (character: string) => boolean;
      readonly literal?: string;
    }
  | { readonly kind: "start" | "end" }
  | { readonly kind: "edge"; readonly which: "<" | ">" | "b" | "B" }
  | { readonly kind: "sequence"; readonly parts: readonly Node[] }
  | { readonly kind: "choice"; readonly options: readonly Node[] }
  | { readonly kind: "group"; readonly number: number; readonly body: Node }
  | { readonly kind: "back"; readonly number: number }
  | {
      readonly kind: "repeat";
      readonly min: number;
      readonly max: number;
      readonly body: Node;
    };

const CLASSES: Readonly<Record<string, RegExp>> = {
  alnum: /[A-Za-z0-9]/,
  alpha: /[A-Za-z]/,
  blank: /[ \t]/,
  cntrl: /[\x00-\x1f\x7f]/,
  digit: /\d/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[ \t-\r]/,
  upper: /[A-Z]/,
  xdigit: /[\dA-Fa-f]/,
};
const ESCAPES: Readonly<Record<string, RegExp>> = { w: /\w/, W: /\W/, s: /\s/, S: /\S/ };
const MAX_REPEAT = 32_767;
/** `a****`: repetitions of one another. */
const MAX_REPEATS = 100;

/** Reads a basic or an extended regular expression (POSIX 9, with GNU's `\+ \? \| \w \b \<`). */
export function parseRegex(
  pattern: string,
  extended: boolean,
  ignoreCase: boolean,
): { node: Node; groups: number } {
  let at = 0;
  let groups = 0;
  const one = (character: string): Node => {
    if (!ignoreCase || character.toLowerCase() === character.toUpperCase())
      return { kind: "one", test: (other) => other === character, literal: character };
    const lower = character.toLowerCase();
    return { kind: "one", test: (other) => other.toLowerCase() === lower };
  };
  /** Is the operator here, in the grammar's own way of writing it? */
  const sees = (operator: string): boolean =>
    extended ? pattern[at] === operator : pattern[at] === "\\" && pattern[at + 1] === operator;
  const take = (): void => void (at += extended ? 1 : 2);

  function bracket(): Node {
    let i = at + 1;
    const negated = pattern[i] === "^";
    if (negated) i++;
    const tests: ((character: string) => boolean)[] = [];
    for (let first = true; ; first = false) {
      const character = pattern[i];
      if (character === undefined) throw new RegexProblem("unterminated [");
      if (character === "]" && !first) break;
      const special = character === "[" ? /^\[([:=.])(.+?)\1\]/.exec(pattern.slice(i)) : null;
      if (special) {
        const [whole, kind, name = ""] = special;
        const known = CLASSES[name];
        if (kind === ":" && !known) throw new RegexProblem("Invalid character class name");
        tests.push(kind === ":" && known ? (other) => known.test(other) : (other) => other === name);
        i += whole.length;
        continue;
      }
      const end = pattern[i + 2];
      if (pattern[i + 1] === "-" && end !== undefined && end !== "]") {
        if (end < character) throw new RegexProblem("Invalid range end");
        tests.push((other) => other >= character && other <= end);
        i += 3;
        continue;
      }
      const escaped =
        character === "\\" &&
        /[nt\\\]]/.test(pattern[i + 1] ?? "") &&
        pattern[i + 1] !== "]" &&
        pattern[i + 1] !== "\\"
          ? pattern[i + 1]
          : undefined;
      const literal = escaped === "n" ? "\n" : escaped === "t" ? "\t" : character;
      tests.push((other) => other === literal);
      i += escaped ? 2 : 1;
    }
    at = i + 1;
    const any = (character: string): boolean => tests.some((test) => test(character));
    const test = ignoreCase
      ? (character: string): boolean => any(character.toLowerCase()) || any(character.toUpperCase())
      : any;
    return { kind: "one", test: (character) => test(character) !== negated };
  }

  function interval(): { min: number; max: number } | undefined {
    const match = (extended ? /^\{(\d*)(,?)(\d*)\}/ : /^\\\{(\d*)(,?)(\d*)\\\}/).exec(pattern.slice(at));
    if (!match) {
      if (extended) return undefined;
      throw new RegexProblem(pattern.indexOf("\\}", at) < 0 ? "Unmatched \\{" : "Invalid content of \\{\\}");
    }
    at += match[0].length;
    const min = Number(match[1] || 0);
    const max = match[2] ? (match[3] ? Number(match[3]) : Infinity) : min;
    if (max < min || min > MAX_REPEAT) throw new RegexProblem("Invalid content of \\{\\}");
    return { min, max };
  }

  function atom(first: boolean): Node {
    const character = pattern[at] ?? "";
    if (sees("(")) {
      take();
      const number = ++groups;
      const body = inside();
      if (!sees(")")) throw new RegexProblem("Unmatched ( or \\(");
      take();
      return { kind: "group", number, body };
    }
    if (character === "[") return bracket();
    if (character === ".") {
      at++;
      return { kind: "one", test: () => true };
    }
    if (character === "^" && (extended || first)) {
      at++;
      return { kind: "start" };
    }
    if (
      character === "$" &&
      (extended || at + 1 === pattern.length || /^\\[)|]/.test(pattern.slice(at + 1)))
    ) {
      at++;
      return { kind: "end" };
    }
    if (character !== "\\") {
      at++;
      return one(character);
    }
    const next = pattern[at + 1];
    if (next === undefined) throw new RegexProblem("Trailing backslash");
    at += 2;
    const known = ESCAPES[next];
    if (known) return { kind: "one", test: (other) => known.test(other) };
    if (next === "<" || next === ">" || next === "b" || next === "B") return { kind: "edge", which: next };
    if (/[1-9]/.test(next)) {
      if (Number(next) > groups) throw new RegexProblem("Invalid back reference");
      return { kind: "back", number: Number(next) };
    }
    return one(next === "n" ? "\n" : next === "t" ? "\t" : next);
  }

  function branch(inGroup: boolean): Node {
    const parts: Node[] = [];
    let first = true;
    while (at < pattern.length && !sees("|") && !(sees(")") && (inGroup || !extended))) {
      if (!extended && first && pattern[at] === "*") {
        at++;
        parts.push(one("*"));
        first = false;
        continue;
      }
      if (extended && first && /[*+?]/.test(pattern[at] ?? "")) {
        at++;
        continue;
      }
      let node = atom(first);
      first = node.kind === "start" && !extended;
      for (let repeats = 0; ; repeats++) {
        let bounds: { min: number; max: number } | undefined;
        if (pattern[at] === "*" && (node.kind !== "start" || extended)) {
          at++;
          bounds = { min: 0, max: Infinity };
        } else if (sees("+")) {
          take();
          bounds = { min: 1, max: Infinity };
        } else if (sees("?")) {
          take();
          bounds = { min: 0, max: 1 };
        } else if (sees("{")) bounds = interval();
        if (!bounds) break;
        if (repeats > MAX_REPEATS)
          throw new EngineError("LIMIT", {
            what: "repetitions of a repetition",
            limit: MAX_REPEATS,
          });
        node = { kind: "repeat", ...bounds, body: node };
      }
      parts.push(node);
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: "sequence", parts };
  }

  const inside = nested("parts of a regular expression inside one another", () => choice(true));

  function choice(inGroup: boolean): Node {
    const options = [branch(inGroup)];
    while (sees("|")) {
      take();
      options.push(branch(inGroup));
    }
    return options.length === 1 && options[0] ? options[0] : { kind: "choice", options };
  }

  const node = choice(false);
  if (at < pattern.length) throw new RegexProblem(extended ? "Unmatched ) or \\)" : "Unmatched ) or \\)");
  return { node, groups };
}
