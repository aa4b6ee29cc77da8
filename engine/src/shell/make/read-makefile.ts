import { notSimulated } from "../../core/engine-error.ts";
import type { Line, Makefile, Recipe, Target } from "./makefile.ts";
import { MakeStop } from "./make-stop.ts";
import type { Variables } from "./variables-make.ts";
import { stemOf, substitute, words } from "./words-make.ts";

/** What reading needs besides variables. */
export interface ReadWorld {
  /** The text of a file to include; undefined where there is none. */
  file(name: string): string | undefined;
  warn(words: string): void;
}

interface Logical extends Line {
  readonly text: string;
  readonly isRecipe: boolean;
}

/** Files that include one another. */
const DEPTH = 20;
/** Makefiles of one another, and rules, as many as anybody writes. */
const LINES = 20_000;

const ASSIGNMENT =
  /^\s*((?:(?:export|override|unexport)\s+)*)([^\s:#=!?+]+)\s*(:{0,3}=|\?=|\+=|!=)\s*([^]*)$/;
/** Targets with a meaning of their own that changes nothing that Drydock models. */
const IGNORED = new Set([
  ".PHONY",
  ".SUFFIXES",
  ".DEFAULT",
  ".PRECIOUS",
  ".INTERMEDIATE",
  ".SECONDARY",
  ".DELETE_ON_ERROR",
  ".NOTPARALLEL",
  ".SILENT",
  ".IGNORE",
]);
const LACKING = new Set([
  ".ONESHELL",
  ".SECONDEXPANSION",
  ".POSIX",
  ".EXPORT_ALL_VARIABLES",
  ".DEFAULT",
  ".SILENT",
  ".IGNORE",
]);

/** Lines that go on behind a backslash are one; those of a recipe keep it. */
function* logicalLines(text: string, file: string): Generator<Logical> {
  const lines = text.split("\n");
  if (lines.length > LINES) throw notSimulated("a makefile of so many lines", "read it");
  for (let i = 0; i < lines.length; i++) {
    const line = i + 1;
    let joined = lines[i] ?? "";
    const isRecipe = joined.startsWith("\t");
    while (/(?:^|[^\\])(?:\\\\)*\\$/.test(joined) && i + 1 < lines.length) {
      const next = lines[++i] ?? "";
      joined = isRecipe
        ? `${joined}\n${next.replace(/^\t/, "")}`
        : `${joined.slice(0, -1).trimEnd()} ${next.trimStart()}`;
    }
    yield { file, line, text: joined, isRecipe };
  }
}

/** A line without its comment; `\#` is no comment. */
function withoutComment(text: string): string {
  const at = text.search(/(?:^|[^\\])#/);
  const cut = at < 0 ? text : text.slice(0, text[at] === "#" ? at : at + 1);
  return cut.replaceAll("\\#", "#");
}

/** Reads a makefile: variables are set as they come, rules are gathered. @throws {MakeStop} */
export class MakefileReader {
  readonly makefile: Makefile = { targets: new Map(), patterns: [], first: undefined };
  readonly phony: Set<string> = new Set();
  readonly #variables: Variables;
  readonly #world: ReadWorld;
  #depth = 0;

  constructor(variables: Variables, world: ReadWorld) {
    this.#variables = variables;
    this.#world = world;
  }

  read(text: string, file: string): void {
    if (++this.#depth > DEPTH) throw notSimulated("makefiles that include one another this deep", "read on");
    const lines = Array.from(logicalLines(text, file));
    /** For each open conditional: does its part count, and has one of its parts counted? */
    const conditions: { live: boolean; done: boolean; readonly outer: boolean }[] = [];
    /** Whose recipe the next tabbed lines are. */
    let open: (Line & { text: string })[][] | undefined;
    for (let i = 0; i < lines.length; i++) {
      const one = lines[i];
      if (!one) break;
      this.#variables.world.spend(1);
      this.#variables.at = one;
      const live = conditions.every((condition) => condition.live);
      if (one.isRecipe && open) {
        if (live) for (const recipe of open) recipe.push({ ...one, text: one.text.slice(1) });
        continue;
      }
      const bare = withoutComment(one.text);
      if (bare.trim() === "") continue;
      if (this.#condition(bare.trim(), conditions, live, one)) continue;
      if (!live) continue;
      if (one.isRecipe) throw this.#stop(one, "recipe commences before first target");
      const definition = /^\s*define\s+(\S+)\s*(:?:?=|\?=|\+=)?\s*$/.exec(bare);
      if (definition) {
        const end = lines.findIndex((other, at) => at > i && /^\s*endef\s*(?:#.*)?$/.test(other.text));
        if (end < 0) throw this.#stop(one, "missing 'endef', unterminated 'define'");
        const body = lines
          .slice(i + 1, end)
          .map((other) => other.text)
          .join("\n");
        this.#variables.set(this.#variables.expand(definition[1] ?? ""), definition[2] ?? "=", body);
        i = end;
        open = undefined;
        continue;
      }
      open = this.#statement(bare, one);
    }
    if (conditions.length > 0) throw new MakeStop("missing 'endif'", `${file}:${lines.length}`);
    this.#depth--;
  }

  #stop(at: Line, words_: string): MakeStop {
    return new MakeStop(words_, `${at.file}:${at.line}`);
  }

  #condition(
    text: string,
    open: { live: boolean; done: boolean; readonly outer: boolean }[],
    live: boolean,
    at: Line,
  ): boolean {
    const [, word = "", rest = ""] = /^(ifeq|ifneq|ifdef|ifndef|else|endif)\b\s*([^]*)$/.exec(text) ?? [];
    if (word === "") return false;
    if (word === "endif") {
      if (!open.pop()) throw this.#stop(at, "extraneous 'endif'");
    } else if (word === "else") {
      const last = open.at(-1);
      if (!last) throw this.#stop(at, "extraneous 'else'");
      const test = rest !== "" && !last.done && last.outer ? this.#test(rest, at) : true;
      last.live = !last.done && test;
      last.done ||= last.live;
    } else {
      const holds = live && this.#test(text, at);
      open.push({ live: holds, done: holds, outer: live });
    }
    return true;
  }

  #test(text: string, at: Line): boolean {
    const [, word = "", rest = ""] = /^(ifeq|ifneq|ifdef|ifndef)\s*([^]*)$/.exec(text) ?? [];
    if (word === "ifdef" || word === "ifndef") {
      const name = this.#variables.expand(rest.trim());
      return ((this.#variables.all.get(name)?.text ?? "") !== "") === (word === "ifdef");
    }
    const pair = between(rest.trim());
    if (!pair) throw this.#stop(at, `invalid syntax in conditional`);
    const [left, right] = pair.map((one) => this.#variables.expand(one));
    return (left === right) === (word === "ifeq");
  }

  /** @returns whose recipe follows, where the line is a rule */
  #statement(text: string, at: Line): (Line & { text: string })[][] | undefined {
    const include = /^\s*(-include|sinclude|include)\s+([^]*)$/.exec(text);
    if (include) {
      for (const name of words(this.#variables.expand(include[2] ?? "")))
        this.#include(name, include[1] !== "include", at);
      return undefined;
    }
    const assignment = ASSIGNMENT.exec(text);
    if (assignment) {
      const [, modifiers = "", name = "", sign = "", value = ""] = assignment;
      this.#assign(modifiers, name, sign, value);
      return undefined;
    }
    const exported = /^\s*(un)?export(?:\s+([^]*))?$/.exec(text);
    if (exported) {
      if (exported[2] === undefined) throw notSimulated("export of every variable of make", "export them");
      for (const name of words(this.#variables.expand(exported[2])))
        this.#export(name, exported[1] === undefined);
      return undefined;
    }
    if (/^\s*(?:vpath|undefine|load|unexport|override)\b/.test(text))
      throw notSimulated(`make's ${text.trim().split(/\s/, 1)[0] ?? ""}`, "follow it");
    return this.#rule(text, at);
  }

  #assign(modifiers: string, name: string, sign: string, value: string): void {
    const expanded = this.#variables.expand(name);
    this.#variables.set(
      expanded,
      sign === "::=" || sign === ":::=" ? ":=" : sign,
      value,
      modifiers.includes("override") ? "override" : "file",
    );
    if (/\bexport\b/.test(modifiers)) this.#export(expanded, true);
  }

  #export(name: string, is: boolean): void {
    const found = this.#variables.all.get(name) ?? { text: "", recursive: false, origin: "file" as const };
    this.#variables.all.set(name, { ...found, exported: is });
  }

  #include(name: string, optional: boolean, at: Line): void {
    const text = this.#world.file(name);
    if (text !== undefined) return this.read(text, name);
    if (optional) return;
    this.#world.warn(`${at.file}:${at.line}: ${name}: No such file or directory`);
    throw new MakeStop(`No rule to make target '${name}'`);
  }

  #rule(text: string, at: Line): (Line & { text: string })[][] {
    const semicolon = outside(text, ";");
    const head = this.#variables.expand(semicolon < 0 ? text : text.slice(0, semicolon));
    const colon = head.indexOf(":");
    if (colon < 0) {
      if (head.trim() === "") return [];
      throw this.#stop(
        at,
        /^ {8}/.test(text)
          ? "missing separator (did you mean TAB instead of 8 spaces?)"
          : "missing separator",
      );
    }
    if (head[colon + 1] === ":")
      throw notSimulated("double-colon rules of make", "run each of them by itself");
    const names = words(head.slice(0, colon));
    const rawColon = outside(text, ":");
    const own = ASSIGNMENT.exec(text.slice(rawColon + 1));
    if (own && rawColon >= 0) {
      for (const name of names) this.#target(name).own.push([own[2] ?? "", own[3] ?? "=", own[4] ?? "", at]);
      return [];
    }
    const parts = head.slice(colon + 1).split(":");
    const pattern = parts.length > 1 ? words(parts[0] ?? "")[0] : undefined;
    const [normal = "", order = ""] = (parts.at(-1) ?? "").split("|");
    const lines: (Line & { text: string })[] = [];
    if (semicolon >= 0) lines.push({ ...at, text: text.slice(semicolon + 1).trimStart() });
    const recipe: Recipe = { lines };
    const prerequisites = words(normal).flatMap((name) => this.#globbed(name));
    if (names.some((name) => name.includes("%")) && pattern === undefined) {
      this.makefile.patterns.push({
        targets: names,
        prerequisites: words(normal),
        orderOnly: words(order),
        recipe,
      });
      return [lines];
    }
    for (const name of names) {
      if (LACKING.has(name)) throw notSimulated(`make's target ${name}`, "do as it says");
      if (name === ".PHONY") for (const one of prerequisites) this.phony.add(one);
      if (IGNORED.has(name)) continue;
      const target = this.#target(name);
      if (!name.startsWith(".") || name.includes("/")) this.makefile.first ??= name;
      const stem = pattern === undefined ? undefined : stemOf(name, pattern);
      const made = (list: readonly string[]): string[] =>
        pattern === undefined ? [...list] : list.map((one) => substitute(name, pattern, one));
      target.prerequisites.push(...made(prerequisites));
      target.orderOnly.push(...made(words(order)));
      target.stem = stem ?? target.stem;
      this.#recipes.push({ target, recipe, at });
    }
    return [lines];
  }

  readonly #recipes: { readonly target: Target; readonly recipe: Recipe; readonly at: Line }[] = [];

  /** Gives each target its recipe; the last one counts, and that is told. */
  finish(): Makefile {
    for (const { target, recipe } of this.#recipes) {
      const [first] = recipe.lines;
      if (!first) continue;
      const [old] = target.recipe?.lines ?? [];
      if (old) {
        this.#world.warn(
          `${first.file}:${first.line}: warning: overriding recipe for target '${target.name}'`,
        );
        this.#world.warn(`${old.file}:${old.line}: warning: ignoring old recipe for target '${target.name}'`);
        // The prerequisites of the rule whose recipe counts come first.
      }
      target.recipe = recipe;
    }
    return this.makefile;
  }

  #globbed(name: string): string[] {
    if (!/[*?[]/.test(name)) return [name];
    const found = this.#variables.world.glob(name);
    return found.length > 0 ? [...found] : [name];
  }

  #target(name: string): Target {
    const known = this.makefile.targets.get(name);
    if (known) return known;
    const made: Target = {
      name,
      prerequisites: [],
      orderOnly: [],
      recipe: undefined,
      stem: undefined,
      own: [],
    };
    this.makefile.targets.set(name, made);
    return made;
  }
}

/** Where a sign stands that is in no `$(…)`; -1: nowhere. */
function outside(text: string, sign: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const one = text[at] ?? "";
    if (one === "(" || one === "{") depth++;
    else if (one === ")" || one === "}") depth--;
    else if (one === sign && depth <= 0) return at;
  }
  return -1;
}

/** The two sides of `(a,b)`, `"a" "b"` or `'a' 'b'`. */
function between(text: string): readonly [string, string] | undefined {
  if (text.startsWith("(") && text.endsWith(")")) {
    const inner = text.slice(1, -1);
    const comma = outside(inner, ",");
    return comma < 0 ? undefined : [inner.slice(0, comma).trimEnd(), inner.slice(comma + 1).trimStart()];
  }
  const match = /^(["'])(.*?)\1\s*(["'])(.*?)\3$/.exec(text);
  return match ? [match[2] ?? "", match[4] ?? ""] : undefined;
}
