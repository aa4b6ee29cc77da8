import { notSimulated } from "../../core/engine-error.ts";
import { linesOf } from "../text/input-files.ts";
import { complain, type Options, Refusal } from "../options/options.ts";
import type { Flavour, Process, Program } from "../process.ts";
import { tool } from "../options/tool.ts";

const POWERS = "KMGTPEZY";
const SPEC = {
  flags: "",
  values: "dtfspFruRPHI",
  long: {
    delimiter: "d",
    to: "t",
    from: "f",
    suffix: "s",
    padding: "p",
    field: "F",
    round: "r",
    "from-unit": "u",
    "to-unit": "U",
    format: "P",
    invalid: "I",
  },
  lacks: "*",
} as const;
const SCALES = ["none", "si", "iec", "iec-i"];

/** A number that is none, in numfmt's words. */
class NotNumber {
  readonly words: string;
  constructor(words: string) {
    this.words = words;
  }
}

/** `numfmt`: numbers with the letters for thousands, and back. */
export const numfmt: Program = tool(
  "numfmt",
  { ...SPEC, values: `${SPEC.values}U` },
  (process, options, flavour) => {
    const to = scaleOf(process, flavour, options, "t", "to", SCALES);
    const from = scaleOf(process, flavour, options, "f", "from", [
      ...SCALES.slice(0, 1),
      "auto",
      ...SCALES.slice(1),
    ]);
    const round = options.value("r") ?? "from-zero";
    const separator = options.value("d");
    const field = Number(options.value("F") ?? 1);
    if (!Number.isInteger(field) || field < 1)
      throw notSimulated("numfmt with several fields", "convert each of them");
    const suffix = options.value("s") ?? "";
    const pattern = options.value("P");
    const [, flags = "", width = "", precision] = /^%(['0-]*)(\d*)(?:\.(\d+))?f$/.exec(pattern ?? "%f") ?? [];
    if (pattern !== undefined && !/^%(?:0|-)?\d*(?:\.\d+)?f$/.test(pattern))
      throw notSimulated(`numfmt --format=${pattern}`, "format so");
    const padding =
      pattern === undefined
        ? Number(options.value("p") ?? 0)
        : Number(width) * (flags.includes("-") ? -1 : 1);
    const convert = (word: string): string => {
      const value =
        (read(word, from, suffix) * Number(options.value("u") ?? 1)) / Number(options.value("U") ?? 1);
      const text =
        shown(value, to, round, precision === undefined ? undefined : Number(precision), decimals(word)) +
        suffix;
      const wide = Math.abs(padding);
      return padding < 0 ? text.padEnd(wide) : text.padStart(wide, flags.includes("0") ? "0" : " ");
    };
    let status = 0;
    const line = (text: string): void => {
      process.kernel.spend(1);
      const parts =
        separator === undefined ? (text.match(/^\s*\S+|\s+\S+|\s+$/g) ?? [""]) : text.split(separator);
      const part = parts[field - 1];
      if (part === undefined) {
        process.stdout.write(`${text}\n`);
        return;
      }
      const blank = separator === undefined ? (/^\s*/.exec(part)?.[0] ?? "") : "";
      const word = part.slice(blank.length);
      try {
        let made = convert(word);
        // Blanks before a number keep it in its column.
        if (blank.length > 1 || (blank !== "" && field === 1))
          made = made.padStart(part.length - (field > 1 ? 1 : 0));
        parts[field - 1] = (field > 1 && blank !== "" ? " " : "") + made;
      } catch (problem) {
        if (!(problem instanceof NotNumber)) throw problem;
        const how = options.value("I") ?? "abort";
        if (how !== "ignore") complain(process, flavour, problem.words);
        if (how !== "ignore" && how !== "warn") status = 2;
        if (how === "abort") return;
      }
      process.stdout.write(`${parts.join(separator ?? "")}\n`);
    };
    const all = options.operands.length > 0 ? options.operands : linesOf(process.stdin.rest());
    for (const text of all) {
      line(text);
      if (status !== 0 && (options.value("I") ?? "abort") === "abort") return status;
    }
    return status;
  },
);

function scaleOf(
  process: Process,
  flavour: Flavour,
  options: Options,
  letter: string,
  name: string,
  known: readonly string[],
): string {
  const value = options.value(letter) ?? "none";
  if (known.includes(value)) return value;
  const choices = known.map((one) => `  - \u2018${one}\u2019\n`).join("");
  complain(process, flavour, `invalid argument \u2018${value}\u2019 for \u2018--${name}\u2019`);
  process.stderr.write(`Valid arguments are:\n${choices}`.replaceAll(/[\u2018\u2019]/g, "'"));
  process.stderr.write(`Try '${process.argv[0] ?? "numfmt"} --help' for more information.\n`);
  throw new Refusal(1);
}

/** Digits behind the point of a number that stands without a letter. */
const decimals = (word: string): number => /^-?\d*\.(\d+)$/.exec(word)?.[1]?.length ?? 0;

function read(typed: string, from: string, suffix: string): number {
  const word = suffix !== "" && typed.endsWith(suffix) ? typed.slice(0, -suffix.length) : typed;
  const [, number, rest = ""] = /^(-?\d+(?:\.\d+)?)([^]*)$/.exec(word) ?? [];
  if (number === undefined) throw new NotNumber(`invalid number: \u2018${typed}\u2019`);
  if (rest === "") return Number(number);
  const power = POWERS.indexOf(rest[0] ?? "") + 1;
  const invalid = new NotNumber(`invalid suffix in input: \u2018${typed}\u2019`);
  if (power === 0) throw invalid;
  if (from === "none")
    throw new NotNumber(`rejecting suffix in input: \u2018${typed}\u2019 (consider using --from)`);
  const more = rest.slice(1);
  const binary = from === "iec" || from === "iec-i" || (from === "auto" && more === "i");
  if (from === "iec-i" && more !== "i")
    throw new NotNumber(`missing 'i' suffix in input: \u2018${typed}\u2019 (e.g Ki/Mi/Gi)`);
  if (more !== "" && !(more === "i" && (from === "auto" || from === "iec-i"))) throw invalid;
  return Number(number) * (binary ? 1024 : 1000) ** power;
}

const ROUND: Readonly<Record<string, (value: number) => number>> = {
  up: Math.ceil,
  down: Math.floor,
  "from-zero": (value) => (value < 0 ? Math.floor(value) : Math.ceil(value)),
  "towards-zero": Math.trunc,
  nearest: (value) => Math.sign(value) * Math.round(Math.abs(value)),
};

function shown(value: number, to: string, how: string, precision: number | undefined, given: number): string {
  const round = ROUND[how];
  if (!round) throw notSimulated(`numfmt --round=${how}`, "refuse it");
  const at = (number: number, places: number): number =>
    round(Number((number * 10 ** places).toPrecision(15))) / 10 ** places;
  if (to === "none") {
    const places = precision ?? given;
    return at(value, places).toFixed(places);
  }
  const base = to === "si" ? 1000 : 1024;
  let power = 0;
  let scaled = value;
  while (Math.abs(scaled) >= base && power < POWERS.length) {
    scaled /= base;
    power++;
  }
  const small = Math.abs(at(scaled, 1)) < 10;
  let rounded =
    precision !== undefined ? at(scaled, precision) : small && power > 0 ? at(scaled, 1) : at(scaled, 0);
  if (Math.abs(rounded) >= base && power < POWERS.length) {
    rounded /= base;
    power++;
  }
  const places = precision ?? (power > 0 && Math.abs(rounded) < 10 ? 1 : 0);
  const letter = power === 0 ? "" : (POWERS[power - 1] ?? "") + (to === "iec-i" ? "i" : "");
  return rounded.toFixed(places) + letter;
}
