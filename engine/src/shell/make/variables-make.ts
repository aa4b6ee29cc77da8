import { EngineError, notSimulated } from "../../core/engine-error.ts";
import { LONGEST_WORD } from "../expand/fields.ts";
import { callFunction, FUNCTIONS } from "./functions-make.ts";
import type { Expanding, ExpandWorld, Variable } from "./expanding.ts";
import type { Line } from "./makefile.ts";
import { joined } from "./joined.ts";
import { substitute, words } from "./words-make.ts";
import { MakeStop } from "./make-stop.ts";

/** Expansions inside one another. */
const DEPTH = 100;

/** The variables of one makefile, and what `$(…)` stands for. */
export class Variables implements Expanding {
  readonly all: Map<string, Variable> = new Map();
  readonly world: ExpandWorld;
  readonly #open: string[] = [];
  #depth = 0;
  /** Where the text that is expanded stands. */
  at: Line = { file: "", line: 0 };

  constructor(world: ExpandWorld) {
    this.world = world;
  }

  get(name: string): string {
    const found = this.all.get(name);
    if (!found) return "";
    if (!found.recursive) return found.text;
    const { file, line } = found.line ?? this.at;
    if (this.#open.includes(name))
      throw new MakeStop(`Recursive variable '${name}' references itself (eventually)`, `${file}:${line}`);
    this.#open.push(name);
    try {
      return this.expand(found.text);
    } finally {
      this.#open.pop();
    }
  }

  /** `NAME sign text`. What the command line says stays. */
  set(name: string, sign: string, text: string, origin: Variable["origin"] = "file"): void {
    const before = this.all.get(name);
    if (before?.origin === "command line" && origin === "file") return;
    const exported = before?.exported ?? false;
    const put = (value: string, recursive: boolean): void =>
      void this.all.set(name, { text: value, recursive, origin, exported, line: this.at });
    if (sign === "?=") {
      if (!before) put(text, true);
    } else if (sign === "+=") {
      if (!before) put(text, true);
      else {
        const added = before.recursive ? text : this.expand(text);
        put(before.text === "" ? added : `${before.text} ${added}`, before.recursive);
      }
    } else if (sign === "!=") put(this.world.shell(this.expand(text)), false);
    else put(sign === "=" ? text : this.expand(text), sign === "=");
  }

  expand(text: string): string {
    if (!text.includes("$")) return text;
    if (++this.#depth > DEPTH) throw notSimulated("variables of make this deep", "go on expanding");
    this.world.spend(1);
    try {
      let out = "";
      for (let at = 0; at < text.length; at++) {
        if (out.length > LONGEST_WORD)
          throw new EngineError("LIMIT", { what: "characters in a text of make", limit: LONGEST_WORD });
        const sign = text[at] ?? "";
        if (sign !== "$") {
          const next = text.indexOf("$", at);
          out += text.slice(at, next < 0 ? undefined : next);
          at = (next < 0 ? text.length : next) - 1;
          continue;
        }
        const open = text[++at];
        if (open === undefined) break;
        if (open === "$") out += "$";
        else if (open === "(" || open === "{") {
          const end = closing(text, at);
          if (end < 0)
            throw new MakeStop("unterminated variable reference", `${this.at.file}:${this.at.line}`);
          out += this.#reference(text.slice(at + 1, end));
          at = end;
        } else out += this.get(open);
      }
      return out;
    } finally {
      this.#depth--;
    }
  }

  /** What stands between the parentheses: a function with its arguments, `name:a=b`, or a name. */
  #reference(inner: string): string {
    const call = /^([a-z-]+)[ \t]+([^]*)$/.exec(inner);
    const [, name = "", rest = ""] = call ?? [];
    if (call && FUNCTIONS.has(name)) return callFunction(this, name, rest);
    const colon = inner.search(/:[^=]*=/);
    if (colon > 0 && !/[({]/.test(inner.slice(0, colon))) {
      const [, from = "", to = ""] = /^([^=]*)=([^]*)$/.exec(inner.slice(colon + 1)) ?? [];
      const value = this.get(this.expand(inner.slice(0, colon)));
      const [pattern, replacement] = [this.expand(from), this.expand(to)];
      const whole = pattern.includes("%") ? [pattern, replacement] : [`%${pattern}`, `%${replacement}`];
      return joined(
        words(value).map((word) => substitute(word, whole[0] ?? "", whole[1] ?? "")),
        " ",
      );
    }
    return this.get(this.expand(inner));
  }
}

/** Where the parenthesis that opens at `at` is closed; -1: nowhere. */
function closing(text: string, at: number): number {
  const open = text[at] ?? "(";
  const close = open === "(" ? ")" : "}";
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    if (text[i] === open) depth++;
    else if (text[i] === close && --depth === 0) return i;
  }
  return -1;
}
