import { EngineError } from "../../core/engine-error.ts";
import { regex, type Regex } from "../regex/regex.ts";
import { formatText } from "../text/format-text.ts";
import { AwkProblem } from "./tokens-awk.ts";

/** A string that looks like a number counts as one where it came from input. */
export type Value = number | string | { readonly input: string };
export type Cells = Map<string, Value>;

const LOOKS_NUMERIC = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$/;

/** What the names of one function's call mean. */
interface Frame {
  readonly values: Map<string, Value>;
  readonly arrays: Map<string, Cells>;
  readonly names: ReadonlySet<string>;
}

/** Variables, arrays and the current record of an awk program, and how its values turn into one another. */
export class AwkMemory {
  readonly globals: Map<string, Value> = new Map();
  readonly arrays: Map<string, Cells> = new Map();
  readonly frames: Frame[] = [];
  record = "";
  fields: string[] = [];

  readonly #largest: number;
  /** mawk divides by zero as the processor does, busybox stops. */
  readonly #isMawk: boolean;

  constructor(environ: ReadonlyMap<string, string>, largest: number, isMawk: boolean) {
    this.#largest = largest;
    this.#isMawk = isMawk;
    for (const [name, value] of [
      ["FS", " "],
      ["OFS", " "],
      ["ORS", "\n"],
      ["RS", "\n"],
      ["SUBSEP", "\x1c"],
      ["CONVFMT", "%.6g"],
      ["OFMT", "%.6g"],
    ] as const)
      this.globals.set(name, value);
    for (const name of ["NR", "NF", "FNR"]) this.globals.set(name, 0);
    this.arrays.set("ENVIRON", new Map([...environ].map(([name, value]) => [name, { input: value }])));
  }

  records(text: string): string[] {
    const separator = this.text(this.globals.get("RS") ?? "\n");
    if (separator === "")
      return text
        .replace(/^\n+/, "")
        .replace(/\n+$/, "")
        .split(/\n{2,}/)
        .filter((record) => record !== "");
    const parts =
      separator.length === 1
        ? text.split(separator)
        : this.splitBy(text, regex(separator, { extended: true }));
    if (parts.at(-1) === "" || (separator !== "\n" && parts.at(-1) === "\n")) parts.pop();
    return parts;
  }

  splitBy(text: string, separator: Regex): string[] {
    const out: string[] = [];
    let from = 0;
    for (let search = 0; search <= text.length;) {
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

  split(text: string, separator: string): string[] {
    if (separator === " ") return text.match(/[^ \t\n]+/g) ?? [];
    if (text === "") return [];
    if (separator === "") return [...text];
    if (separator.length === 1 && separator !== "\\") return text.split(separator);
    return this.splitBy(text, regex(separator, { extended: true }));
  }

  setRecord(text: string): void {
    this.record = text;
    this.fields = this.split(text, this.text(this.globals.get("FS") ?? " "));
    this.globals.set("NF", this.fields.length);
  }

  setField(index: number, text: string): void {
    if (index === 0) return this.setRecord(text);
    if (index < 0) throw new AwkProblem(`trying to access out of range field ${index}`);
    limitFields(index);
    while (this.fields.length < index) this.fields.push("");
    this.fields[index - 1] = text;
    this.globals.set("NF", this.fields.length);
    this.rebuild();
  }

  /** What `NF=count` does: fields come or go. @throws {EngineError} LIMIT */
  setCount(count: number): void {
    limitFields(count);
    this.fields.length = Math.min(this.fields.length, Math.max(0, count));
    while (this.fields.length < count) this.fields.push("");
    this.rebuild();
  }

  private rebuild(): void {
    this.record = this.fields.join(this.text(this.globals.get("OFS") ?? " "));
  }

  number(value: Value): number {
    if (typeof value === "number") return value;
    const text = typeof value === "string" ? value : value.input;
    // mawk reads digits of base 16 as C's strtod does, busybox those of base 8 too, if nothing stands before them.
    const coded = (
      this.#isMawk ? /^\s*([-+]?)(0x[0-9a-f]+)/i : /^()(0(?:x[0-9a-f]+|[0-7]+(?![\d.e])))/i
    ).exec(text);
    if (coded) return Number((coded[2] ?? "").replace(/^0(?=[0-7])/, "0o")) * (coded[1] === "-" ? -1 : 1);
    return Number(/^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/.exec(text)?.[0] ?? 0) || 0;
  }

  text(value: Value, format = "CONVFMT"): string {
    if (typeof value === "string") return value;
    if (typeof value !== "number") return value.input;
    if (value === Infinity) return "inf";
    if (value === -Infinity) return "-inf";
    // The processor's own has its sign bit set.
    if (Number.isNaN(value)) return this.#isMawk ? "-nan" : "nan";
    if (Number.isInteger(value) && Math.abs(value) <= this.#largest)
      return Math.abs(value) < 1e16
        ? String(value)
        : formatText("%d", [BigInt(value).toString()], "gnu", () => undefined).text;
    return formatText(this.text(this.globals.get(format) ?? "%.6g"), [String(value)], "gnu", () => undefined)
      .text;
  }

  truth(value: Value): boolean {
    if (typeof value === "number") return value !== 0;
    if (typeof value === "string") return value !== "";
    return LOOKS_NUMERIC.test(value.input) ? Number(value.input) !== 0 : value.input !== "";
  }

  frame(name: string): { values: Map<string, Value>; arrays: Map<string, Cells> } {
    const frame = this.frames.at(-1);
    return frame?.names.has(name) ? frame : { values: this.globals, arrays: this.arrays };
  }

  array(name: string): Cells {
    const { arrays } = this.frame(name);
    const found = arrays.get(name) ?? new Map<string, Value>();
    arrays.set(name, found);
    return found;
  }

  compare(left: Value, right: Value, operator: string): boolean {
    const numeric = (value: Value): boolean =>
      typeof value === "number" ||
      (typeof value === "object" && (LOOKS_NUMERIC.test(value.input) || value.input === ""));
    const both =
      numeric(left) &&
      numeric(right) &&
      !(
        typeof left === "object" &&
        left.input === "" &&
        typeof right === "object" &&
        right.input !== "" &&
        !LOOKS_NUMERIC.test(right.input)
      );
    const [a, b] = both ? [this.number(left), this.number(right)] : [this.text(left), this.text(right)];
    switch (operator) {
      case "<":
        return a < b;
      case "<=":
        return a <= b;
      case "==":
        return a === b;
      case "!=":
        return a !== b;
      case ">":
        return a > b;
      default:
        return a >= b;
    }
  }

  calculate(operator: string, a: number, b: number): number {
    switch (operator) {
      case "+":
        return a + b;
      case "-":
        return a - b;
      case "*":
        return a * b;
      case "^":
      case "**":
        return a ** b;
      default:
        if (b === 0 && !this.#isMawk) throw new AwkProblem("Division by zero");
        return operator === "/" ? a / b : a % b;
    }
  }

  /** Where a program stands, as mawk tells it when it fails. */
  position(): string {
    const value = (name: string): string =>
      this.text(this.globals.get(name) ?? (name === "FILENAME" ? "" : 0));
    return `FILENAME="${value("FILENAME")}" FNR=${value("FNR")} NR=${value("NR")}`;
  }
}

/* mawk makes as many as memory holds [measured on mawk 1.3.4: 20,000,000]. */
const FIELDS = 100_000;

function limitFields(count: number): void {
  if (count > FIELDS) throw new EngineError("LIMIT", { what: "fields of awk", limit: FIELDS });
}
