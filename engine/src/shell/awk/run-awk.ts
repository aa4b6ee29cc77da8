import { tooFew } from "./too-few.ts";
import { type AwkFile, AwkInput } from "./input-awk.ts";
import { EngineError } from "../../core/engine-error.ts";
import { LONGEST_WORD } from "../expand/fields.ts";
import { regex, type Regex } from "../regex/regex.ts";
import { formatText } from "../text/format-text.ts";
import { callBuiltin, type Evaluator } from "./builtin-awk.ts";
import { AwkMemory, type Cells, type Value } from "./memory-awk.ts";
import type { AwkFunction, AwkProgram, Expr, Leaving, Stmt } from "./tree-awk.ts";
import type { AwkWorld } from "./world-awk.ts";
import { AwkProblem, unescapeAwk } from "./tokens-awk.ts";

class Leave {
  readonly how: Leaving;
  readonly value: Value;
  constructor(how: Leave["how"], value: Value) {
    this.how = how;
    this.value = value;
  }
}

const MAX_STEPS = 2_000_000;

/** One run of an awk program over its input. */
export class AwkRun implements Evaluator {
  readonly #program: AwkProgram;
  readonly world: AwkWorld;
  readonly memory: AwkMemory;
  readonly #ranges = new Set<number>();
  #steps = 0;
  /** What srand was given last. */
  seed = 0;
  #input: AwkInput | undefined;
  readonly #files = new Map<string, string[]>();

  constructor(program: AwkProgram, world: AwkWorld) {
    this.#program = program;
    this.world = world;
    this.memory = new AwkMemory(world.environ, world.largest, world.flavour === "gnu");
  }

  assign(name: string, text: string): void {
    this.memory.globals.set(name, { input: unescapeAwk(text) });
  }

  argv(words: readonly string[]): void {
    this.memory.globals.set("ARGC", words.length);
    this.memory.arrays.set("ARGV", new Map(words.map((word, i) => [String(i), word])));
  }

  /** @returns the exit status */
  run(inputs: () => Iterable<AwkFile>): number {
    const { rules } = this.#program;
    this.#input = new AwkInput(this.memory, inputs());
    let status = 0;
    const phase = (body: () => void): boolean => {
      try {
        body();
        return true;
      } catch (leave) {
        if (leave instanceof Leave && leave.how.startsWith("next")) return true;
        if (!(leave instanceof Leave) || leave.how !== "exit") throw leave;
        status = leave.value === "" ? status : this.memory.number(leave.value) & 0xff;
        return false;
      }
    };
    let going = phase(() =>
      rules.forEach((rule) => rule.from === "BEGIN" && rule.body && this.#exec(rule.body)),
    );
    const main = rules.some((rule) => rule.from !== "BEGIN");
    if (going && main) {
      going = phase(() => {
        while (this.#nextRecord()) this.#oneRecord();
      });
    }
    phase(() => rules.forEach((rule) => rule.from === "END" && rule.body && this.#exec(rule.body)));
    return status;
  }

  #nextRecord(): boolean {
    const record = this.#input?.next();
    if (record === undefined) return false;
    this.memory.setRecord(record);
    return true;
  }

  #oneRecord(): void {
    this.world.spend(1);
    try {
      this.#program.rules.forEach((rule, i) => {
        if (rule.from === "BEGIN" || rule.from === "END") return;
        if (rule.to !== undefined && rule.from !== undefined) {
          if (!this.#ranges.has(i) && !this.memory.truth(this.eval(rule.from))) return;
          this.#ranges.add(i);
          if (this.memory.truth(this.eval(rule.to))) this.#ranges.delete(i);
        } else if (rule.from !== undefined && !this.memory.truth(this.eval(rule.from))) return;
        if (rule.body) this.#exec(rule.body);
        else this.world.print(this.memory.record + this.memory.text(this.memory.globals.get("ORS") ?? "\n"));
      });
    } catch (leave) {
      if (!(leave instanceof Leave) || !leave.how.startsWith("next")) throw leave;
      if (leave.how === "nextfile") this.#input?.skip();
    }
  }

  #key(keys: readonly Expr[]): string {
    return keys
      .map((key) => this.memory.text(this.eval(key)))
      .join(this.memory.text(this.memory.globals.get("SUBSEP") ?? "\x1c"));
  }

  read(target: Expr): Value {
    if (target.kind === "variable")
      return this.memory.frame(target.name).values.get(target.name) ?? { input: "" };
    if (target.kind === "field") {
      const index = this.memory.number(this.eval(target.index));
      if (index < 0) throw new AwkProblem(`trying to access out of range field ${index}`);
      return { input: index === 0 ? this.memory.record : (this.memory.fields[index - 1] ?? "") };
    }
    if (target.kind !== "element") return this.eval(target);
    const cells = this.memory.array(target.name);
    const key = this.#key(target.keys);
    const value = cells.get(key);
    if (value !== undefined) return value;
    const empty: Value = { input: "" };
    cells.set(key, empty);
    return empty;
  }

  write(target: Expr, value: Value): void {
    if (target.kind === "variable") {
      this.memory.frame(target.name).values.set(target.name, value);
      if (target.name === "NF") {
        this.memory.setCount(this.memory.number(value));
        this.charge(this.memory.record.length);
      }
    } else if (target.kind === "field") {
      this.memory.setField(this.memory.number(this.eval(target.index)), this.memory.text(value));
      this.charge(this.memory.record.length);
    }
    if (target.kind === "element") this.memory.array(target.name).set(this.#key(target.keys), value);
  }

  regexOf(expr: Expr): Regex {
    return regex(expr.kind === "regex" ? expr.pattern : this.memory.text(this.eval(expr)), {
      extended: true,
    });
  }

  /** Every value that comes up costs a step, a long text one for each 64 characters. */
  eval(expr: Expr): Value {
    const value = this.#valueOf(expr);
    this.charge(
      typeof value === "string" ? value.length : typeof value === "object" ? value.input.length : 0,
    );
    return value;
  }

  charge(characters: number): void {
    if (characters > LONGEST_WORD)
      throw new EngineError("LIMIT", {
        what: "characters in a word",
        limit: LONGEST_WORD,
      });
    this.work(1 + (characters >> 6));
  }

  work(steps: number): void {
    this.#steps += steps;
    if (this.#steps > MAX_STEPS)
      throw new EngineError("LIMIT", {
        what: "steps of awk",
        limit: MAX_STEPS,
      });
    this.world.spend(steps / 16);
  }

  #valueOf(expr: Expr): Value {
    switch (expr.kind) {
      case "number":
        return expr.value;
      case "string":
        return expr.value;
      case "regex":
        this.charge(this.memory.record.length);
        return regex(expr.pattern, { extended: true }).exec(this.memory.record) ? 1 : 0;
      case "variable":
      case "field":
      case "element":
        return this.read(expr);
      case "unary": {
        const value = this.eval(expr.body);
        return expr.operator === "!"
          ? this.memory.truth(value)
            ? 0
            : 1
          : expr.operator === "-"
            ? -this.memory.number(value)
            : this.memory.number(value);
      }
      case "binary": {
        const { operator } = expr;
        if (operator === "&&")
          return this.memory.truth(this.eval(expr.left)) && this.memory.truth(this.eval(expr.right)) ? 1 : 0;
        if (operator === "||")
          return this.memory.truth(this.eval(expr.left)) || this.memory.truth(this.eval(expr.right)) ? 1 : 0;
        const left = this.eval(expr.left);
        if (operator === "~" || operator === "!~")
          return (this.regexOf(expr.right).exec(this.memory.text(left)) !== undefined) === (operator === "~")
            ? 1
            : 0;
        const right = this.eval(expr.right);
        if (operator === " ") return this.memory.text(left) + this.memory.text(right);
        if (/^[<>=!]/.test(operator)) return this.memory.compare(left, right, operator) ? 1 : 0;
        return this.memory.calculate(operator, this.memory.number(left), this.memory.number(right));
      }
      case "assign": {
        const right = this.eval(expr.value);
        const value =
          expr.operator === "="
            ? right
            : this.memory.calculate(
                expr.operator.slice(0, -1),
                this.memory.number(this.read(expr.target)),
                this.memory.number(right),
              );
        this.write(expr.target, value);
        return value;
      }
      case "step": {
        const old = this.memory.number(this.read(expr.target));
        this.write(expr.target, old + expr.by);
        return expr.prefix ? old + expr.by : old;
      }
      case "choice":
        return this.memory.truth(this.eval(expr.test)) ? this.eval(expr.yes) : this.eval(expr.no);
      case "in":
        return this.memory.array(expr.name).has(this.#key(expr.keys)) ? 1 : 0;
      case "call":
        return this.#call(expr.name, expr.args);
      case "getline":
        return this.#getline(expr);
    }
  }

  close(name: string): number {
    const read = this.#files.delete(name);
    const written = this.world.close(name);
    return read ? 0 : written;
  }

  #linesOf(name: string, command: boolean): string[] | undefined {
    const text = command ? this.world.outputOf(name) : this.world.readFile(name);
    return text === "" ? [] : text?.replace(/\n$/, "").split("\n");
  }

  #getline(expr: Extract<Expr, { kind: "getline" }>): Value {
    const source = expr.file ?? expr.command;
    if (source) {
      const name = this.memory.text(this.eval(source));
      const lines = this.#files.get(name) ?? this.#linesOf(name, expr.command !== undefined);
      if (!lines) return -1;
      this.#files.set(name, lines);
      const line = lines.shift();
      if (line === undefined) return 0;
      if (expr.target) this.write(expr.target, { input: line });
      else this.memory.setRecord(line);
      return 1;
    }
    if (!expr.target) return this.#nextRecord() ? 1 : 0;
    const line = this.#input?.next();
    if (line === undefined) return 0;
    this.write(expr.target, { input: line });
    return 1;
  }

  /** printf's `%c` takes a number as a character's code. */
  format(format: string, args: readonly Expr[]): string {
    const kinds = [...format.matchAll(/%[-+ #0]*(?:\*|\d+)?(?:\.(?:\*|\d+))?([a-zA-Z%])/g)]
      .map((match) => match[1])
      .filter((kind) => kind !== "%");
    const words = args.map((one, i) => {
      if (kinds[i] !== "c") return this.#formatArgument(one);
      const value = this.eval(one);
      return typeof value === "number"
        ? String.fromCodePoint(Math.max(0, Math.min(0x10ffff, Math.floor(value))))
        : this.memory.text(value);
    });
    if (this.world.flavour === "gnu" && words.length < kinds.length) tooFew(this.world, format, words);
    // Its backslashes were read with the string.
    return formatText(format.replaceAll("\\", "\\\\"), words, "gnu", () => undefined).text;
  }

  #formatArgument(expr: Expr): string {
    const value = this.eval(expr);
    return typeof value === "number" && !Number.isInteger(value) ? String(value) : this.memory.text(value);
  }

  #call(name: string, args: readonly Expr[]): Value {
    const own = this.#program.functions.get(name);
    return own ? this.#callOwn(own, args) : callBuiltin(this, name, args);
  }

  #callOwn(own: AwkFunction, args: readonly Expr[]): Value {
    if (this.memory.frames.length > 100)
      throw new EngineError("LIMIT", { what: "calls of awk functions inside one another", limit: 100 });
    const frame = {
      values: new Map<string, Value>(),
      arrays: new Map<string, Cells>(),
      names: new Set(own.parameters),
    };
    own.parameters.forEach((name, i) => {
      const expr = args[i];
      if (!expr) return;
      const isArray = expr.kind === "variable" && this.memory.frame(expr.name).arrays.has(expr.name);
      const unset = expr.kind === "variable" && !this.memory.frame(expr.name).values.has(expr.name);
      if (expr.kind === "variable" && (isArray || unset))
        frame.arrays.set(name, this.memory.array(expr.name));
      if (!isArray) frame.values.set(name, this.eval(expr));
    });
    this.memory.frames.push(frame);
    try {
      this.#exec(own.body);
      return "";
    } catch (leave) {
      if (leave instanceof Leave && leave.how === "return") return leave.value;
      throw leave;
    } finally {
      this.memory.frames.pop();
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
      case "expression":
        this.eval(stmt.body);
        return;
      case "block":
        for (const one of stmt.body) this.#exec(one);
        return;
      case "if":
        if (this.memory.truth(this.eval(stmt.test))) this.#exec(stmt.yes);
        else if (stmt.no) this.#exec(stmt.no);
        return;
      case "while":
        for (let first = stmt.first; first || this.memory.truth(this.eval(stmt.test)); first = false)
          if (!this.#loop(stmt.body)) return;
        return;
      case "for":
        if (stmt.start) this.#exec(stmt.start);
        while (!stmt.test || this.memory.truth(this.eval(stmt.test))) {
          this.eval({ kind: "number", value: 0 });
          if (!this.#loop(stmt.body)) return;
          if (stmt.step) this.#exec(stmt.step);
        }
        return;
      case "forIn":
        for (const key of Array.from(this.memory.array(stmt.array).keys())) {
          this.write({ kind: "variable", name: stmt.name }, { input: key });
          if (!this.#loop(stmt.body)) return;
        }
        return;
      case "delete":
        if (stmt.keys) this.memory.array(stmt.name).delete(this.#key(stmt.keys));
        else this.memory.array(stmt.name).clear();
        return;
      case "leave":
        throw new Leave(stmt.how, stmt.value ? this.eval(stmt.value) : "");
      case "print": {
        const separator = this.memory.text(this.memory.globals.get("OFS") ?? " ");
        const [format, ...rest] = stmt.args;
        const text = stmt.format
          ? this.format(format ? this.memory.text(this.eval(format)) : "", rest)
          : (stmt.args.length === 0
              ? this.memory.record
              : stmt.args.map((one) => this.memory.text(this.eval(one), "OFMT")).join(separator)) +
            this.memory.text(this.memory.globals.get("ORS") ?? "\n");
        if (stmt.to) this.world.open(stmt.to.how, this.memory.text(this.eval(stmt.to.file))).write(text);
        else this.world.print(text);
      }
    }
  }
}
