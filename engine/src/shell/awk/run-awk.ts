import { EngineError, notSimulated } from "../../core/engine-error.ts";
import { regex, type Regex } from "../regex/regex.ts";
import { formatText } from "../text/format-text.ts";
import type { AwkFunction, AwkProgram, Expr, Stmt } from "./parse-awk.ts";
import { AwkProblem, unescapeAwk } from "./tokens-awk.ts";

/** A string that looks like a number counts as one where it came from input. */
type Value = number | string | { readonly input: string };
type Cells = Map<string, Value>;

export interface AwkWorld {
  readonly spend: (steps: number) => void;
  readonly print: (text: string) => void;
  /** Opens an output: `>`, `>>` or `|`. */
  readonly open: (how: string, name: string) => { write(text: string): void };
  readonly close: (name: string) => number;
  readonly readFile: (name: string) => string | undefined;
  readonly system: (command: string) => number;
  readonly environ: ReadonlyMap<string, string>;
  readonly now: () => number;
}

class Leave {
  readonly how: "next" | "exit" | "break" | "continue" | "return";
  readonly value: Value;
  constructor(how: Leave["how"], value: Value) {
    this.how = how;
    this.value = value;
  }
}

const LOOKS_NUMERIC = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$/;
const MAX_STEPS = 2_000_000;

/** One run of an awk program over its input. */
export class AwkRun {
  readonly #program: AwkProgram;
  readonly #world: AwkWorld;
  readonly #globals = new Map<string, Value>();
  readonly #arrays = new Map<string, Cells>();
  readonly #frames: { values: Map<string, Value>; arrays: Map<string, Cells>; names: ReadonlySet<string> }[] = [];
  readonly #ranges = new Set<number>();
  #record = "";
  #fields: string[] = [];
  #steps = 0;
  #seed = 0;
  #input: string[] = [];
  #inputAt = 0;
  readonly #files = new Map<string, string[]>();

  constructor(program: AwkProgram, world: AwkWorld) {
    this.#program = program;
    this.#world = world;
    for (const [name, value] of [["FS", " "], ["OFS", " "], ["ORS", "\n"], ["RS", "\n"], ["SUBSEP", "\x1c"], ["CONVFMT", "%.6g"], ["OFMT", "%.6g"]] as const) this.#globals.set(name, value);
    for (const name of ["NR", "NF", "FNR"]) this.#globals.set(name, 0);
    this.#arrays.set("ENVIRON", new Map([...world.environ].map(([name, value]) => [name, { input: value }])));
  }

  assign(name: string, text: string): void {
    this.#globals.set(name, { input: unescapeAwk(text) });
  }

  argv(words: readonly string[]): void {
    this.#globals.set("ARGC", words.length);
    this.#arrays.set("ARGV", new Map(words.map((word, i) => [String(i), word])));
  }

  /** @returns the exit status */
  run(inputs: () => Iterable<{ name: string; text: string }>): number {
    const { rules } = this.#program;
    let status = 0;
    const phase = (body: () => void): boolean => {
      try {
        body();
        return true;
      } catch (leave) {
        if (!(leave instanceof Leave) || leave.how !== "exit") throw leave;
        status = leave.value === "" ? status : this.number(leave.value) & 0xff;
        return false;
      }
    };
    let going = phase(() => rules.forEach((rule) => rule.from === "BEGIN" && rule.body && this.#exec(rule.body)));
    const main = rules.some((rule) => rule.from !== "BEGIN");
    if (going && main) {
      going = phase(() => {
        for (const { name, text } of inputs()) {
          this.#globals.set("FILENAME", name === "-" ? "" : name);
          this.#globals.set("FNR", 0);
          this.#input = this.#records(text);
          this.#inputAt = 0;
          while (this.#nextRecord()) this.#oneRecord();
        }
      });
    }
    phase(() => rules.forEach((rule) => rule.from === "END" && rule.body && this.#exec(rule.body)));
    return status;
  }

  #records(text: string): string[] {
    const separator = this.text(this.#globals.get("RS") ?? "\n");
    if (separator === "") return text.replace(/^\n+/, "").replace(/\n+$/, "").split(/\n{2,}/).filter((record) => record !== "");
    const parts = separator.length === 1 ? text.split(separator) : this.#splitBy(text, regex(separator, { extended: true }));
    if (parts.at(-1) === "" || (separator !== "\n" && parts.at(-1) === "\n")) parts.pop();
    return parts;
  }

  #nextRecord(): boolean {
    const record = this.#input[this.#inputAt++];
    if (record === undefined) return false;
    for (const name of ["NR", "FNR"]) this.#globals.set(name, this.number(this.#globals.get(name) ?? 0) + 1);
    this.#setRecord(record);
    return true;
  }

  #oneRecord(): void {
    this.#world.spend(1);
    try {
      this.#program.rules.forEach((rule, i) => {
        if (rule.from === "BEGIN" || rule.from === "END") return;
        if (rule.to !== undefined && rule.from !== undefined) {
          if (!this.#ranges.has(i) && !this.truth(this.#eval(rule.from))) return;
          this.#ranges.add(i);
          if (this.truth(this.#eval(rule.to))) this.#ranges.delete(i);
        } else if (rule.from !== undefined && !this.truth(this.#eval(rule.from))) return;
        if (rule.body) this.#exec(rule.body);
        else this.#world.print(this.#record + this.text(this.#globals.get("ORS") ?? "\n"));
      });
    } catch (leave) {
      if (!(leave instanceof Leave) || leave.how !== "next") throw leave;
    }
  }

  #splitBy(text: string, separator: Regex): string[] {
    const out: string[] = [];
    let from = 0;
    for (let search = 0; search <= text.length; ) {
      const whole = separator.exec(text, search)?.[0];
      if (!whole) break;
      if (whole[1] === whole[0]) {
        search = whole[1] + 1;
        continue;
      }
      out.push(text.slice(from, whole[0]));
      from = search = whole[1];
    }
    return [...out, text.slice(from)];
  }

  #split(text: string, separator: string): string[] {
    if (separator === " ") return text.match(/[^ \t\n]+/g) ?? [];
    if (text === "") return [];
    if (separator === "") return [...text];
    if (separator.length === 1 && separator !== "\\") return text.split(separator);
    return this.#splitBy(text, regex(separator, { extended: true }));
  }

  #setRecord(text: string): void {
    this.#record = text;
    this.#fields = this.#split(text, this.text(this.#globals.get("FS") ?? " "));
    this.#globals.set("NF", this.#fields.length);
  }

  #setField(index: number, text: string): void {
    if (index === 0) return this.#setRecord(text);
    if (index < 0 || index > 10_000) throw new AwkProblem(`trying to access out of range field ${index}`);
    while (this.#fields.length < index) this.#fields.push("");
    this.#fields[index - 1] = text;
    this.#globals.set("NF", this.#fields.length);
    this.#rebuild();
  }

  #rebuild(): void {
    this.#record = this.#fields.join(this.text(this.#globals.get("OFS") ?? " "));
  }

  number(value: Value): number {
    if (typeof value === "number") return value;
    const text = typeof value === "string" ? value : value.input;
    return Number(/^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/.exec(text)?.[0] ?? 0) || 0;
  }

  text(value: Value, format = "CONVFMT"): string {
    if (typeof value === "string") return value;
    if (typeof value !== "number") return value.input;
    if (Number.isInteger(value)) return Math.abs(value) < 1e16 ? String(value) : formatText("%d", [BigInt(value).toString()], "gnu", () => undefined).text;
    return formatText(this.text(this.#globals.get(format) ?? "%.6g"), [String(value)], "gnu", () => undefined).text;
  }

  truth(value: Value): boolean {
    if (typeof value === "number") return value !== 0;
    if (typeof value === "string") return value !== "";
    return LOOKS_NUMERIC.test(value.input) ? Number(value.input) !== 0 : value.input !== "";
  }

  #frame(name: string): { values: Map<string, Value>; arrays: Map<string, Cells> } {
    const frame = this.#frames.at(-1);
    return frame?.names.has(name) ? frame : { values: this.#globals, arrays: this.#arrays };
  }

  #array(name: string): Cells {
    const { arrays } = this.#frame(name);
    const found = arrays.get(name) ?? new Map<string, Value>();
    arrays.set(name, found);
    return found;
  }

  #key(keys: readonly Expr[]): string {
    return keys.map((key) => this.text(this.#eval(key))).join(this.text(this.#globals.get("SUBSEP") ?? "\x1c"));
  }

  #read(target: Expr): Value {
    if (target.kind === "variable") return this.#frame(target.name).values.get(target.name) ?? { input: "" };
    if (target.kind === "field") {
      const index = this.number(this.#eval(target.index));
      if (index < 0) throw new AwkProblem(`trying to access out of range field ${index}`);
      return { input: index === 0 ? this.#record : (this.#fields[index - 1] ?? "") };
    }
    if (target.kind !== "element") return this.#eval(target);
    const cells = this.#array(target.name);
    const key = this.#key(target.keys);
    const value = cells.get(key);
    if (value !== undefined) return value;
    const empty: Value = { input: "" };
    cells.set(key, empty);
    return empty;
  }

  #write(target: Expr, value: Value): void {
    if (target.kind === "variable") {
      this.#frame(target.name).values.set(target.name, value);
      if (target.name === "NF") {
        const count = Math.min(10_000, Math.max(0, this.number(value)));
        this.#fields.length = Math.min(this.#fields.length, count);
        while (this.#fields.length < count) this.#fields.push("");
        this.#rebuild();
      }
    } else if (target.kind === "field") this.#setField(this.number(this.#eval(target.index)), this.text(value));
    else if (target.kind === "element") this.#array(target.name).set(this.#key(target.keys), value);
  }

  #regexOf(expr: Expr): Regex {
    return regex(expr.kind === "regex" ? expr.pattern : this.text(this.#eval(expr)), { extended: true });
  }

  #compare(left: Value, right: Value, operator: string): boolean {
    const numeric = (value: Value): boolean => typeof value === "number" || (typeof value === "object" && (LOOKS_NUMERIC.test(value.input) || value.input === ""));
    const both = numeric(left) && numeric(right) && !(typeof left === "object" && left.input === "" && typeof right === "object" && right.input !== "" && !LOOKS_NUMERIC.test(right.input));
    const [a, b] = both ? [this.number(left), this.number(right)] : [this.text(left), this.text(right)];
    switch (operator) {
      case "<": return a < b;
      case "<=": return a <= b;
      case "==": return a === b;
      case "!=": return a !== b;
      case ">": return a > b;
      default: return a >= b;
    }
  }

  #calculate(operator: string, a: number, b: number): number {
    switch (operator) {
      case "+": return a + b;
      case "-": return a - b;
      case "*": return a * b;
      case "^": case "**": return a ** b;
      default:
        if (b === 0) throw new AwkProblem(operator === "/" ? "division by zero" : "division by zero in %");
        return operator === "/" ? a / b : a % b;
    }
  }

  #eval(expr: Expr): Value {
    if (++this.#steps > MAX_STEPS) throw new EngineError("LIMIT", { what: "steps of awk", limit: MAX_STEPS });
    switch (expr.kind) {
      case "number": return expr.value;
      case "string": return expr.value;
      case "regex": return regex(expr.pattern, { extended: true }).exec(this.#record) ? 1 : 0;
      case "variable": case "field": case "element": return this.#read(expr);
      case "unary": {
        const value = this.#eval(expr.body);
        return expr.operator === "!" ? (this.truth(value) ? 0 : 1) : expr.operator === "-" ? -this.number(value) : this.number(value);
      }
      case "binary": {
        const { operator } = expr;
        if (operator === "&&") return this.truth(this.#eval(expr.left)) && this.truth(this.#eval(expr.right)) ? 1 : 0;
        if (operator === "||") return this.truth(this.#eval(expr.left)) || this.truth(this.#eval(expr.right)) ? 1 : 0;
        const left = this.#eval(expr.left);
        if (operator === "~" || operator === "!~") return (this.#regexOf(expr.right).exec(this.text(left)) !== undefined) === (operator === "~") ? 1 : 0;
        const right = this.#eval(expr.right);
        if (operator === " ") return this.text(left) + this.text(right);
        if (/^[<>=!]/.test(operator)) return this.#compare(left, right, operator) ? 1 : 0;
        return this.#calculate(operator, this.number(left), this.number(right));
      }
      case "assign": {
        const right = this.#eval(expr.value);
        const value = expr.operator === "=" ? right : this.#calculate(expr.operator.slice(0, -1), this.number(this.#read(expr.target)), this.number(right));
        this.#write(expr.target, value);
        return value;
      }
      case "step": {
        const old = this.number(this.#read(expr.target));
        this.#write(expr.target, old + expr.by);
        return expr.prefix ? old + expr.by : old;
      }
      case "choice": return this.truth(this.#eval(expr.test)) ? this.#eval(expr.yes) : this.#eval(expr.no);
      case "in": return this.#array(expr.name).has(this.#key(expr.keys)) ? 1 : 0;
      case "call": return this.#call(expr.name, expr.args);
      case "getline": return this.#getline(expr);
    }
  }

  #getline(expr: Extract<Expr, { kind: "getline" }>): Value {
    if (expr.file) {
      const name = this.text(this.#eval(expr.file));
      const lines = this.#files.get(name) ?? this.#world.readFile(name)?.replace(/\n$/, "").split("\n");
      if (!lines) return -1;
      this.#files.set(name, lines);
      const line = lines.shift();
      if (line === undefined) return 0;
      if (expr.target) this.#write(expr.target, { input: line });
      else this.#setRecord(line);
      return 1;
    }
    if (!expr.target) return this.#nextRecord() ? 1 : 0;
    const line = this.#input[this.#inputAt++];
    if (line === undefined) return 0;
    this.#globals.set("NR", this.number(this.#globals.get("NR") ?? 0) + 1);
    this.#write(expr.target, { input: line });
    return 1;
  }

  #call(name: string, args: readonly Expr[]): Value {
    const own = this.#program.functions.get(name);
    if (own) return this.#callOwn(own, args);
    const arg = (i: number): Value => (args[i] ? this.#eval(args[i]) : "");
    const text = (i: number): string => this.text(arg(i));
    const number = (i: number): number => this.number(arg(i));
    switch (name) {
      case "length": {
        const [first] = args;
        if (first?.kind === "variable" && this.#frame(first.name).arrays.has(first.name)) return this.#array(first.name).size;
        return [...(first ? text(0) : this.#record)].length;
      }
      case "substr": {
        const characters = [...text(0)];
        const from = Math.round(number(1));
        const to = args[2] ? from + Math.round(number(2)) : Infinity;
        return characters.slice(Math.max(0, from - 1), Math.max(0, to - 1)).join("");
      }
      case "index": return text(0).indexOf(text(1)) + 1;
      case "split": {
        const [, target, separator] = args;
        if (target?.kind !== "variable") throw new AwkProblem("split needs an array");
        const words = text(0);
        const by = separator?.kind === "regex" ? separator.pattern : separator ? text(2) : this.text(this.#globals.get("FS") ?? " ");
        const parts = separator?.kind === "regex" ? (words === "" ? [] : this.#splitBy(words, regex(by, { extended: true }))) : this.#split(words, by);
        this.#frame(target.name).arrays.set(target.name, new Map(parts.map((part, i) => [String(i + 1), { input: part }])));
        return parts.length;
      }
      case "sub": case "gsub": return this.#substitute(name === "gsub", args);
      case "match": {
        const whole = args[1] && this.#regexOf(args[1]).exec(text(0))?.[0];
        this.#globals.set("RSTART", whole ? whole[0] + 1 : 0);
        this.#globals.set("RLENGTH", whole ? whole[1] - whole[0] : -1);
        return whole ? whole[0] + 1 : 0;
      }
      case "sprintf": return this.#format(text(0), args.slice(1));
      case "toupper": return text(0).toUpperCase();
      case "tolower": return text(0).toLowerCase();
      case "int": return Math.trunc(number(0));
      case "sqrt": return Math.sqrt(number(0));
      case "exp": return Math.exp(number(0));
      case "log": return Math.log(number(0));
      case "sin": return Math.sin(number(0));
      case "cos": return Math.cos(number(0));
      case "atan2": return Math.atan2(number(0), number(1));
      case "system": return this.#world.system(text(0));
      case "close": return this.#world.close(text(0));
      case "fflush": return 0;
      case "srand": {
        const old = this.#seed;
        this.#seed = args.length > 0 ? number(0) : Math.floor(this.#world.now() / 1000);
        return old;
      }
      case "systime": return Math.floor(this.#world.now() / 1000);
      default:
        throw notSimulated(`awk's ${name}()`, "the real one may know it");
    }
  }

  /** printf's `%c` takes a number as a character's code. */
  #format(format: string, args: readonly Expr[]): string {
    const kinds = [...format.matchAll(/%[-+ #0]*(?:\*|\d+)?(?:\.(?:\*|\d+))?([a-zA-Z%])/g)].map((match) => match[1]).filter((kind) => kind !== "%");
    const words = args.map((one, i) => {
      if (kinds[i] !== "c") return this.#formatArgument(one);
      const value = this.#eval(one);
      return typeof value === "number" ? String.fromCodePoint(Math.max(0, Math.min(0x10ffff, Math.floor(value)))) : this.text(value);
    });
    return formatText(format, words, "gnu", () => undefined).text;
  }

  #formatArgument(expr: Expr): string {
    const value = this.#eval(expr);
    return typeof value === "number" && !Number.isInteger(value) ? String(value) : this.text(value);
  }

  #substitute(all: boolean, args: readonly Expr[]): number {
    const [pattern, words, place] = args;
    if (!pattern || !words) throw new AwkProblem("sub needs two arguments");
    const target: Expr = place ?? { kind: "field", index: { kind: "number", value: 0 } };
    const compiled = this.#regexOf(pattern);
    const replacement = this.text(this.#eval(words));
    const text = this.text(this.#read(target));
    let out = "";
    let from = 0;
    let count = 0;
    while (from <= text.length) {
      const whole = compiled.exec(text, from)?.[0];
      if (!whole) break;
      const [start, end] = whole;
      out += text.slice(from, start) + replacement.replaceAll(/\\\\|\\&|&/g, (mark) => (mark === "&" ? text.slice(start, end) : mark.slice(1)));
      count++;
      from = end;
      if (start === end) out += text.slice(end, ++from);
      if (!all) break;
    }
    if (count > 0) this.#write(target, out + text.slice(from));
    return count;
  }

  #callOwn(own: AwkFunction, args: readonly Expr[]): Value {
    if (this.#frames.length > 100) throw new EngineError("LIMIT", { what: "calls of awk functions inside one another", limit: 100 });
    const frame = { values: new Map<string, Value>(), arrays: new Map<string, Cells>(), names: new Set(own.parameters) };
    own.parameters.forEach((name, i) => {
      const expr = args[i];
      if (!expr) return;
      const isArray = expr.kind === "variable" && this.#frame(expr.name).arrays.has(expr.name);
      const unset = expr.kind === "variable" && !this.#frame(expr.name).values.has(expr.name);
      if (expr.kind === "variable" && (isArray || unset)) frame.arrays.set(name, this.#array(expr.name));
      if (!isArray) frame.values.set(name, this.#eval(expr));
    });
    this.#frames.push(frame);
    try {
      this.#exec(own.body);
      return "";
    } catch (leave) {
      if (leave instanceof Leave && leave.how === "return") return leave.value;
      throw leave;
    } finally {
      this.#frames.pop();
    }
  }

  #loop(body: Stmt): boolean {
    try {
      this.#exec(body);
      return true;
    } catch (leave) {
      if (leave instanceof Leave && leave.how === "continue") return true;
      if (leave instanceof Leave && leave.how === "break") return false;
      throw leave;
    }
  }

  #exec(stmt: Stmt): void {
    switch (stmt.kind) {
      case "expression": this.#eval(stmt.body); return;
      case "block": for (const one of stmt.body) this.#exec(one); return;
      case "if":
        if (this.truth(this.#eval(stmt.test))) this.#exec(stmt.yes);
        else if (stmt.no) this.#exec(stmt.no);
        return;
      case "while": for (let first = stmt.first; first || this.truth(this.#eval(stmt.test)); first = false) if (!this.#loop(stmt.body)) return; return;
      case "for":
        if (stmt.start) this.#exec(stmt.start);
        while (!stmt.test || this.truth(this.#eval(stmt.test))) {
          this.#eval({ kind: "number", value: 0 });
          if (!this.#loop(stmt.body)) return;
          if (stmt.step) this.#exec(stmt.step);
        }
        return;
      case "forIn":
        for (const key of [...this.#array(stmt.array).keys()]) {
          this.#write({ kind: "variable", name: stmt.name }, { input: key });
          if (!this.#loop(stmt.body)) return;
        }
        return;
      case "delete":
        if (stmt.keys) this.#array(stmt.name).delete(this.#key(stmt.keys));
        else this.#array(stmt.name).clear();
        return;
      case "leave": throw new Leave(stmt.how, stmt.value ? this.#eval(stmt.value) : "");
      case "print": {
        const separator = this.text(this.#globals.get("OFS") ?? " ");
        const [format, ...rest] = stmt.args;
        const text = stmt.format
          ? this.#format(format ? this.text(this.#eval(format)) : "", rest)
          : (stmt.args.length === 0 ? this.#record : stmt.args.map((one) => this.text(this.#eval(one), "OFMT")).join(separator)) + this.text(this.#globals.get("ORS") ?? "\n");
        if (stmt.to) this.#world.open(stmt.to.how, this.text(this.#eval(stmt.to.file))).write(text);
        else this.#world.print(text);
      }
    }
  }
}
