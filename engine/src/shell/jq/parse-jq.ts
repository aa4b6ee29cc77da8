import { notSimulated } from "../../core/engine-error.ts";
import { JqScanner } from "./scan-jq.ts";
import type { Definition, Filter, Pattern } from "./tree-jq.ts";

const KEYWORDS = new Set(
  "def module import include if then else elif end as reduce foreach try catch label and or __loc__".split(
    " ",
  ),
);
const IDENTITY: Filter = { kind: "identity" };

/** Signs of two operands, weakest first; all of one line bind alike. `right`: the right one of two is taken first. */
const LEVELS: readonly { readonly signs: readonly string[]; readonly side: "left" | "right" | "none" }[] = [
  { signs: ["//"], side: "right" },
  { signs: ["=", "|=", "+=", "-=", "*=", "/=", "%=", "//="], side: "none" },
  { signs: ["or"], side: "left" },
  { signs: ["and"], side: "left" },
  { signs: ["==", "!=", "<=", ">=", "<", ">"], side: "none" },
  { signs: ["+", "-"], side: "left" },
  { signs: ["*", "/", "%"], side: "left" },
];
/** Reads a jq program, with the order of its operators as in jq's grammar. */
export function parseJq(text: string): Filter {
  return new Parser(text).program();
}

/** Reads definitions alone, as jq's own library is written. */
export function parseDefinitions(text: string): readonly Definition[] {
  return new Parser(text).definitions();
}

class Parser extends JqScanner {
  program(): Filter {
    this.space();
    if (/^(?:module|import|include)\b/.test(this.rest()))
      throw notSimulated("modules of jq", "read the module");
    if (this.at === this.text.length) return IDENTITY;
    const filter = this.#pipe(true);
    this.space();
    if (this.at < this.text.length) this.fail();
    return filter;
  }

  definitions(): readonly Definition[] {
    const all: Definition[] = [];
    while (this.word("def")) all.push(this.#definition());
    return all;
  }

  /** `a | b`, with definitions in front; without `commas` as where a comma ends it. */
  #pipe(commas: boolean): Filter {
    return this.nested(() => {
      if (this.word("def")) {
        const definition = this.#definition();
        return { kind: "define", definition, body: this.#pipe(commas) };
      }
      const left = commas ? this.#comma() : this.#operators(0);
      if (this.peekSign() !== "|") return left;
      this.need("|");
      return { kind: "pipe", left, right: this.#pipe(commas) };
    });
  }

  #comma(): Filter {
    let left = this.#operators(0);
    while (this.peekSign() === ",") {
      this.need(",");
      left = { kind: "comma", left, right: this.#operators(0) };
    }
    return left;
  }

  #operators(level: number): Filter {
    const here = LEVELS[level];
    if (!here) return this.#operand();
    let left = this.#operators(level + 1);
    for (let count = 0; ; count++) {
      const sign = this.peekSign();
      if (sign === undefined || !here.signs.includes(sign)) return left;
      if (here.side === "none" && count > 0) this.fail();
      this.need(sign);
      const right =
        here.side === "right" ? this.nested(() => this.#operators(level)) : this.#operators(level + 1);
      left = joined(sign, left, right);
    }
  }

  #operand(): Filter {
    if (this.word("def")) {
      const definition = this.#definition();
      return { kind: "define", definition, body: this.#pipe(true) };
    }
    if (this.word("label")) {
      this.need("$");
      const name = this.name();
      this.need("|");
      return { kind: "label", name, body: this.#pipe(true) };
    }
    if (this.take("-")) return { kind: "negate", body: this.nested(() => this.#operand()) };
    const term = this.#term();
    if (!this.word("as")) return term;
    const as = this.#pattern();
    if (this.peekSign()?.startsWith("?//"))
      throw notSimulated("jq's operator ?//", "try one pattern after the other");
    this.need("|");
    return { kind: "bind", of: term, as, body: this.#pipe(true) };
  }

  #definition(): Definition {
    const name = this.name();
    const params: string[] = [];
    if (this.take("(")) {
      do params.push((this.take("$") ? "$" : "") + this.name());
      while (this.take(";"));
      this.need(")");
    }
    this.need(":");
    const body = this.#pipe(true);
    this.need(";");
    return { name, params, body };
  }

  /** A term and all that may stand directly behind it. */
  #term(): Filter {
    let term = this.nested(() => this.#atom());
    for (;;) {
      this.space();
      if (this.text.startsWith("?//", this.at)) return term;
      if (this.take("?")) term = { kind: "try", body: term, handler: undefined };
      else if (this.take("[")) term = this.#bracket(term);
      else if (/^\.\s*["[]/.test(this.rest()) || /^\.[A-Za-z_]/.test(this.rest())) term = this.#field(term);
      else return term;
    }
  }

  #field(of: Filter): Filter {
    this.need(".");
    if (this.take("[")) return this.#bracket(of);
    this.space();
    const key: Filter =
      this.text[this.at] === '"' ? this.#string(undefined) : { kind: "literal", value: this.name() };
    return { kind: "index", of, key };
  }

  #bracket(of: Filter): Filter {
    if (this.take("]")) return { kind: "each", of };
    if (this.take(":")) {
      const to = this.#pipe(true);
      this.need("]");
      return { kind: "slice", of, from: undefined, to };
    }
    const key = this.#pipe(true);
    if (this.take(":")) {
      if (this.take("]")) return { kind: "slice", of, from: key, to: undefined };
      const to = this.#pipe(true);
      this.need("]");
      return { kind: "slice", of, from: key, to };
    }
    this.need("]");
    return { kind: "index", of, key };
  }

  #atom(): Filter {
    this.space();
    const start = this.at;
    const sign = this.text[start] ?? "";
    if (sign === '"') return this.#string(undefined);
    if (sign === "@") {
      const name = this.match(/@\w+/y) ?? this.fail();
      this.space();
      return this.text[this.at] === '"' ? this.#string(name) : { kind: "format", name };
    }
    const number = this.match(/(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y);
    if (number !== undefined) return { kind: "literal", value: Number(number) };
    if (this.take("..")) return { kind: "recurse" };
    if (sign === ".") {
      if (/^\.[A-Za-z_]/.test(this.rest()) || /^\.\s*"/.test(this.rest())) return this.#field(IDENTITY);
      this.need(".");
      return IDENTITY;
    }
    if (this.take("(")) {
      const body = this.#pipe(true);
      this.need(")");
      return body;
    }
    if (this.take("[")) {
      if (this.take("]")) return { kind: "array", body: undefined };
      const body = this.#pipe(true);
      this.need("]");
      return { kind: "array", body };
    }
    if (this.take("{")) return this.#object();
    if (this.take("$")) return this.#variable();
    const name = this.name();
    if (name === "if") return this.#condition();
    if (name === "try") {
      const body = this.#term();
      return { kind: "try", body, handler: this.word("catch") ? this.#term() : undefined };
    }
    if (name === "reduce" || name === "foreach") return this.#fold(name);
    if (name === "break") {
      this.need("$");
      return { kind: "break", name: this.name(), at: start };
    }
    if (KEYWORDS.has(name)) {
      this.at = start;
      this.fail();
    }
    if (this.text.startsWith("::", this.at)) throw notSimulated("modules of jq", "read the module");
    const args: Filter[] = [];
    if (this.take("(")) {
      do args.push(this.#pipe(true));
      while (this.take(";"));
      this.need(")");
    }
    const words: Readonly<Record<string, null | boolean>> = { null: null, true: true, false: false };
    const value = words[name];
    if (args.length === 0 && value !== undefined && Object.hasOwn(words, name))
      return { kind: "literal", value };
    return { kind: "call", name, args, at: start };
  }

  #variable(): Filter {
    const at = this.at - 1;
    const line = this.text.slice(0, this.at).split("\n").length;
    const name = this.name();
    if (this.text.startsWith("::", this.at)) throw notSimulated("modules of jq", "read the module");
    return { kind: "variable", name, line, at };
  }

  #condition(): Filter {
    const test = this.#pipe(true);
    if (!this.word("then")) this.fail();
    const then = this.#pipe(true);
    if (this.word("elif")) return { kind: "if", test, then, otherwise: this.nested(() => this.#condition()) };
    const otherwise = this.word("else") ? this.#pipe(true) : undefined;
    if (!this.word("end")) this.fail();
    return { kind: "if", test, then, otherwise };
  }

  #fold(kind: "reduce" | "foreach"): Filter {
    const of = this.#term();
    if (!this.word("as")) this.fail();
    const as = this.#pattern();
    this.need("(");
    const init = this.#pipe(true);
    this.need(";");
    const update = this.#pipe(true);
    const extract = kind === "foreach" && this.take(";") ? this.#pipe(true) : undefined;
    this.need(")");
    return kind === "reduce" ? { kind, of, as, init, update } : { kind, of, as, init, update, extract };
  }

  #pattern(): Pattern {
    return this.nested((): Pattern => {
      if (this.take("$")) return { kind: "name", name: this.name() };
      if (this.take("[")) {
        const items: Pattern[] = [];
        do items.push(this.#pattern());
        while (this.take(","));
        this.need("]");
        return { kind: "items", items };
      }
      this.need("{");
      const entries: Extract<Pattern, { kind: "entries" }>["entries"][number][] = [];
      do {
        const name = this.take("$") ? this.name() : undefined;
        const key: Filter = name === undefined ? this.#key() : { kind: "literal", value: name };
        const value = this.take(":") ? this.#pattern() : undefined;
        if (name === undefined && value === undefined) this.fail();
        entries.push({ name, key, value });
      } while (this.take(","));
      this.need("}");
      return { kind: "entries", entries };
    });
  }

  /** What stands before the colon of an object's entry, without `$`. */
  #key(): Filter {
    this.space();
    if (this.take("(")) {
      const key = this.#pipe(true);
      this.need(")");
      return key;
    }
    if (this.text[this.at] === '"') return this.#string(undefined);
    if (this.text[this.at] === "@") {
      const format = this.match(/@\w+/y);
      this.space();
      return this.#string(format);
    }
    return { kind: "literal", value: this.name() };
  }

  #object(): Filter {
    const entries: (readonly [Filter, Filter])[] = [];
    if (this.take("}")) return { kind: "object", entries };
    do {
      this.space();
      if (this.take("$")) {
        const value = this.#variable();
        if (value.kind !== "variable") this.fail();
        entries.push([{ kind: "literal", value: value.name }, value]);
        continue;
      }
      const isWord = /^(?:[A-Za-z_"@])/.test(this.rest());
      const key = this.#key();
      if (this.take(":")) entries.push([key, this.#entryValue()]);
      else if (isWord) entries.push([key, { kind: "index", of: IDENTITY, key }]);
      else this.fail();
    } while (this.take(","));
    this.need("}");
    return { kind: "object", entries };
  }

  /** Terms with `|` between them: other operators need parentheses here. */
  #entryValue(): Filter {
    const left: Filter = this.take("-") ? { kind: "negate", body: this.#term() } : this.#term();
    if (this.peekSign() !== "|") return left;
    this.need("|");
    return { kind: "pipe", left, right: this.nested(() => this.#entryValue()) };
  }

  #string(format: string | undefined): Filter {
    if (this.text[this.at] !== '"') this.fail();
    this.at++;
    const parts: (string | Filter)[] = [];
    let plain = "";
    for (;;) {
      const sign = this.text[this.at];
      if (sign === undefined) this.fail();
      this.at++;
      if (sign === '"') break;
      if (sign !== "\\") {
        plain += sign;
        continue;
      }
      const letter = this.text[this.at++] ?? this.fail();
      if (letter === "(") {
        parts.push(plain, this.#pipe(true));
        plain = "";
        this.need(")");
      } else if (letter === "u") {
        const hex = /^[0-9a-fA-F]{4}/.exec(this.rest())?.[0] ?? this.fail();
        this.at += 4;
        plain += String.fromCharCode(Number.parseInt(hex, 16));
      } else {
        const index = 'bfnrt"\\/'.indexOf(letter);
        if (index < 0) this.fail();
        plain += '\b\f\n\r\t"\\/'[index] ?? "";
      }
    }
    if (parts.length === 0) return { kind: "literal", value: plain };
    return { kind: "text", format, parts: [...parts, plain] };
  }
}

function joined(sign: string, left: Filter, right: Filter): Filter {
  if (sign === "//") return { kind: "else", left, right };
  if (sign === "and" || sign === "or") return { kind: sign, left, right };
  if (/^(?:[-+*/%|]|\/\/)?=$/.test(sign)) return { kind: "assign", sign, left, right };
  return { kind: "operator", sign, left, right };
}
