import { notSimulated } from "../../core/engine-error.ts";
import { joined } from "./joined.ts";
import { MakeStop } from "./make-stop.ts";
import type { Expanding } from "./expanding.ts";
import { stemOf, substitute, words } from "./words-make.ts";

/** Functions whose arguments are expanded first; missing ones are empty. */
const PLAIN: Readonly<Record<string, (args: readonly string[], variables: Expanding) => string>> = {
  subst: ([from = "", to = "", text = ""]) => (from === "" ? text + to : joined(text.split(from), to)),
  patsubst: ([pattern = "", to = "", text = ""]) =>
    joined(
      words(text).map((word) => substitute(word, pattern.trim(), to.trim())),
      " ",
    ),
  strip: ([text = ""]) => words(text).join(" "),
  findstring: ([part = "", text = ""]) => (text.includes(part) ? part : ""),
  filter: ([patterns = "", text = ""]) => filtered(patterns, text, true),
  "filter-out": ([patterns = "", text = ""]) => filtered(patterns, text, false),
  sort: ([text = ""]) => [...new Set(words(text))].toSorted((a, b) => (a < b ? -1 : 1)).join(" "),
  word: ([at = "", text = ""]) => words(text)[Number(at) - 1] ?? "",
  wordlist: ([from = "", to = "", text = ""]) =>
    words(text)
      .slice(Number(from) - 1, Number(to))
      .join(" "),
  words: ([text = ""]) => String(words(text).length),
  firstword: ([text = ""]) => words(text)[0] ?? "",
  lastword: ([text = ""]) => words(text).at(-1) ?? "",
  dir: ([text = ""]) => each(text, (name) => name.slice(0, name.lastIndexOf("/") + 1) || "./"),
  notdir: ([text = ""]) => each(text, (name) => name.slice(name.lastIndexOf("/") + 1)),
  suffix: ([text = ""]) => each(text, (name) => /\.[^./]*$/.exec(name)?.[0] ?? ""),
  basename: ([text = ""]) => each(text, (name) => name.replace(/\.[^./]*$/, "")),
  addsuffix: ([suffix = "", text = ""]) => each(text, (name) => name + suffix),
  addprefix: ([prefix = "", text = ""]) => each(text, (name) => prefix + name),
  join: ([left = "", right = ""]) => {
    const [a, b] = [words(left), words(right)];
    return joined(
      Array.from({ length: Math.max(a.length, b.length) }, (_, i) => (a[i] ?? "") + (b[i] ?? "")),
      " ",
    );
  },
  wildcard: ([patterns = ""], { world }) =>
    words(patterns)
      .flatMap((one) => world.glob(one))
      .join(" "),
  shell: ([command = ""], { world }) => world.shell(command),
  error: ([text = ""], { at }) => {
    throw new MakeStop(text, `${at.file}:${at.line}`);
  },
  warning: ([text = ""], { world, at }) => {
    world.say("stderr", `${at.file}:${at.line}: ${text}\n`);
    return "";
  },
  info: ([text = ""], { world }) => {
    world.say("stdout", `${text}\n`);
    return "";
  },
  origin: ([name = ""], { all }) => all.get(name)?.origin ?? "undefined",
  flavor: ([name = ""], { all }) => {
    const found = all.get(name);
    return found ? (found.recursive ? "recursive" : "simple") : "undefined";
  },
  value: ([name = ""], { all }) => all.get(name)?.text ?? "",
};

/** Functions that expand an argument only if, or as often as, it is needed. */
const LAZY: Readonly<Record<string, (args: readonly string[], variables: Expanding) => string>> = {
  if: ([test = "", then = "", otherwise = ""], variables) =>
    variables.expand(variables.expand(test.trim()) === "" ? otherwise : then),
  or: (args, variables) => {
    for (const one of args) {
      const value = variables.expand(one.trim());
      if (value !== "") return value;
    }
    return "";
  },
  and: (args, variables) => {
    let value = "";
    for (const one of args) {
      value = variables.expand(one.trim());
      if (value === "") return "";
    }
    return value;
  },
  foreach: ([name = "", list = "", body = ""], variables) => {
    const variable = variables.expand(name.trim());
    const before = variables.all.get(variable);
    const made = words(variables.expand(list)).map((word) => {
      variables.world.spend(1);
      variables.all.set(variable, { text: word, recursive: false, origin: "automatic" });
      return variables.expand(body);
    });
    if (before) variables.all.set(variable, before);
    else variables.all.delete(variable);
    return joined(made, " ");
  },
  call: ([name = "", ...args], variables) => {
    const values = args.map((one) => variables.expand(one));
    const function_ = variables.expand(name.trim());
    const body = variables.all.get(function_)?.text ?? "";
    if (FUNCTIONS.has(function_)) return PLAIN[function_]?.(values, variables) ?? "";
    const before = Array.from({ length: 10 }, (_, i) => variables.all.get(String(i)));
    for (let i = 0; i < 10; i++) {
      const text = i === 0 ? function_ : values[i - 1];
      if (text === undefined) variables.all.delete(String(i));
      else variables.all.set(String(i), { text, recursive: false, origin: "automatic" });
    }
    const made = variables.expand(body);
    for (const [i, one] of before.entries())
      if (one) variables.all.set(String(i), one);
      else variables.all.delete(String(i));
    return made;
  },
};

/** Functions that make has and Drydock lacks. */
const LACKING = ["eval", "file", "guile", "realpath", "abspath", "let", "intcmp"];

export const FUNCTIONS: ReadonlySet<string> = new Set([
  ...Object.keys(PLAIN),
  ...Object.keys(LAZY),
  ...LACKING,
]);

/** How many arguments commas divide: what comes later belongs to the last. */
const MOST: Readonly<Record<string, number>> = {
  subst: 3,
  patsubst: 3,
  strip: 1,
  findstring: 2,
  filter: 2,
  "filter-out": 2,
  sort: 1,
  word: 2,
  wordlist: 3,
  words: 1,
  firstword: 1,
  lastword: 1,
  dir: 1,
  notdir: 1,
  suffix: 1,
  basename: 1,
  addsuffix: 2,
  addprefix: 2,
  join: 2,
  wildcard: 1,
  shell: 1,
  error: 1,
  warning: 1,
  info: 1,
  origin: 1,
  flavor: 1,
  value: 1,
  if: 3,
  foreach: 3,
};

export function callFunction(variables: Expanding, name: string, rest: string): string {
  const args = divided(rest, MOST[name] ?? Number.POSITIVE_INFINITY);
  const lazy = LAZY[name];
  if (lazy) return lazy(args, variables);
  const plain = PLAIN[name];
  if (!plain) throw notSimulated(`make's function ${name}`, "expand it");
  const values = args.map((one) => variables.expand(one));
  for (const one of values) variables.world.spend(one.length >> CHARACTERS_A_STEP);
  return plain(values, variables);
}

/** Logarithm of the characters that a function goes through in one step. */
const CHARACTERS_A_STEP = 6;

/** Arguments between commas that stand in no parentheses. */
function divided(text: string, most: number): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length && parts.length < most - 1; at++) {
    const sign = text[at] ?? "";
    if (sign === "(" || sign === "{") depth++;
    else if (sign === ")" || sign === "}") depth--;
    else if (sign === "," && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}

const each = (text: string, change: (name: string) => string): string =>
  joined(
    words(text)
      .map(change)
      .filter((word) => word !== ""),
    " ",
  );

function filtered(patterns: string, text: string, keep: boolean): string {
  const all = words(patterns);
  return words(text)
    .filter((word) => all.some((pattern) => stemOf(word, pattern) !== undefined) === keep)
    .join(" ");
}
