import { notSimulated } from "../../core/engine-error.ts";
import { busyboxUsage } from "./busybox-usage.ts";
import { BUSYBOX_OPTIONS } from "./busybox-options.ts";
import { isUtf8 } from "../locale.ts";
import { basename } from "../../vfs/path.ts";
import type { Flavour, Process } from "../process.ts";

/** What a program's command line may hold. */
export interface OptionSpec {
  /** Letters without a value that Drydock follows. */
  readonly flags?: string;
  /** Letters with a value. */
  readonly values?: string;
  /** Long names and the letter they stand for. A letter of `values` takes `--name=value`. */
  readonly long?: Readonly<Record<string, string>>;
  /** Letters that the real program has and Drydock lacks. Any other letter is refused as the real one would; `*`: any may exist. */
  readonly lacks?: string;
  /** Options end at the first operand. */
  readonly stopEarly?: boolean;
  /** Exit status of a refused command line. */
  readonly refusal?: number;
}

export interface Options {
  readonly operands: string[];
  has(letter: string): boolean;
  /** The last value given. */
  value(letter: string): string | undefined;
  /** Every value given, in order. */
  values(letter: string): readonly string[];
  /** Letters in the order given. */
  readonly order: readonly string[];
  /** The same with their values. */
  readonly given: readonly (readonly [letter: string, value: string])[];
}

/** A command line that the program refuses: its words are printed, this is its status. */
export class Refusal {
  readonly status: number;
  constructor(status: number) {
    this.status = status;
  }
}

/** The name that messages begin with. */
const nameOf = (process: Process, flavour: Flavour): string => {
  const name = process.argv[0] ?? "";
  return flavour === "busybox" ? basename(name) : name;
};

/** GNU's curly quotes are plain ones outside a UTF-8 locale. */
function inLocale(process: Process, words: string): string {
  return isUtf8(process) ? words : words.replaceAll(/[\u2018\u2019]/g, "'");
}

/** Prints `NAME: WORDS` to standard error. @returns 1, the usual status */
export function complain(process: Process, flavour: Flavour, words: string): 1 {
  process.stderr.write(`${nameOf(process, flavour)}: ${inLocale(process, words)}\n`);
  return 1;
}

/** getopt_long's complaint as glibc has it, or as musl, which puts no quotes. */
const inLibrary = (process: Process, words: string): string =>
  process.files.exists("/etc/alpine-release")
    ? words.replace(
        /^(?:invalid|unrecognized) option(?: --)? '(?:--)?(.*?)(?:=.*)?'$/s,
        "unrecognized option: $1",
      )
    : words;

/** Where GNU's programs point after a complaint. diffutils put their name before it, gzip is not of today's quotes. */
export function hintOf(name: string): string {
  if (name === "sed")
    return "Usage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...\n[drydock: the rest of this help text is not carried]\n";
  const hint = `Try '${name} --help' for more information.\n`;
  if (name === "cmp" || name === "diff") return `${name}: ${hint}`;
  if (name === "gzip") return "Try `gzip --help' for more information.\n";
  if (name === "tar") return "Try 'tar --help' or 'tar --usage' for more information.\n";
  return /^[ef]?grep$/.test(name) ? `Usage: ${name} [OPTION]... PATTERNS [FILE]...\n${hint}` : hint;
}

/** Exit statuses of busybox's applets that refuse their command line with another one than 1. */
const BUSYBOX_STATUS: Readonly<Record<string, number>> = { egrep: 2, expr: 2, fgrep: 2, grep: 2, sort: 2 };

/** Refuses the command line: GNU points to `--help`, busybox prints its usage. @throws {Refusal} */
export function refuse(process: Process, flavour: Flavour, words: string, status = 1): never {
  if (flavour === "busybox") {
    if (/option/.test(words)) complain(process, flavour, inLibrary(process, words));
    busyboxUsage(process);
    throw new Refusal(BUSYBOX_STATUS[nameOf(process, flavour)] ?? 1);
  }
  complain(process, flavour, words);
  process.stderr.write(hintOf(nameOf(process, flavour)));
  throw new Refusal(status);
}

/** Reads a command line as getopt_long does: options may stand after operands, letters may be joined. */
export function readOptions(
  process: Process,
  flavour: Flavour,
  spec: OptionSpec,
  args: readonly string[] = process.argv.slice(1),
): Options {
  const found = new Map<string, string[]>();
  const given: [string, string][] = [];
  const operands: string[] = [];
  const { flags = "", values = "", long = {}, lacks = "" } = spec;
  const add = (letter: string, value: string): void => {
    given.push([letter, value]);
    found.set(letter, [...(found.get(letter) ?? []), value]);
  };
  const lacking = (option: string): never => {
    throw notSimulated(`the option ${option} of ${nameOf(process, flavour)}`, "the real one knows it");
  };
  const applet = flavour === "busybox" ? BUSYBOX_OPTIONS[nameOf(process, flavour)] : undefined;
  for (let i = 0; i < args.length; i++) {
    const word = args[i] ?? "";
    if (word === "--") {
      operands.push(...args.slice(i + 1));
      break;
    }
    if (word === "-" || !word.startsWith("-")) {
      if (spec.stopEarly) {
        operands.push(...args.slice(i));
        break;
      }
      operands.push(word);
      continue;
    }
    if (word.startsWith("--")) {
      const [, name = "", value] = /^--([^=]*)(?:=([\s\S]*))?$/.exec(word) ?? [];
      const matching =
        long[name] !== undefined ? [name] : Object.keys(long).filter((other) => other.startsWith(name));
      const letter = long[matching[0] ?? ""];
      // An applet without getopt_long reads the second dash as a letter.
      if (applet && nameOf(process, flavour) === "hexdump")
        refuse(process, flavour, "invalid option -- '-'", spec.refusal);
      if (applet && (letter === undefined || !applet.includes(matching[0] ?? "", 1)))
        refuse(process, flavour, `unrecognized option '${word}'`, spec.refusal);
      const letters = new Set(matching.map((one) => long[one]));
      if (letters.size > 1)
        refuse(
          process,
          flavour,
          `option '--${name}' is ambiguous; possibilities: ${matching.map((one) => `'--${one}'`).join(" ")}`,
          spec.refusal,
        );
      if (letter === undefined) {
        if (name === "help" || name === "version" || lacks === "*") lacking(word);
        if (flavour === "busybox") lacking(word);
        refuse(process, flavour, `unrecognized option '${word}'`, spec.refusal);
      } else if (!values.includes(letter)) add(letter, value ?? "");
      else if (value !== undefined) add(letter, value);
      else if (args[i + 1] === undefined)
        refuse(process, flavour, `option '--${name}' requires an argument`, spec.refusal);
      else add(letter, args[++i] ?? "");
      continue;
    }
    for (let at = 1; at < word.length; at++) {
      const letter = word[at] ?? "";
      if (applet && !applet[0].includes(letter))
        refuse(process, flavour, `invalid option -- '${letter}'`, spec.refusal);
      if (values.includes(letter)) {
        const rest = word.slice(at + 1);
        if (rest === "" && args[i + 1] === undefined)
          refuse(process, flavour, `option requires an argument -- '${letter}'`, spec.refusal);
        add(letter, rest === "" ? (args[++i] ?? "") : rest);
        break;
      }
      if (flags.includes(letter)) add(letter, "");
      else if (lacks === "*" || lacks.includes(letter)) lacking(`-${letter}`);
      else refuse(process, flavour, `invalid option -- '${letter}'`, spec.refusal);
    }
  }
  return {
    operands,
    given,
    order: given.map(([letter]) => letter),
    has: (letter) => found.has(letter),
    value: (letter) => found.get(letter)?.at(-1),
    values: (letter) => found.get(letter) ?? [],
  };
}

/** GNU's complaint about operands that are missing or too many. */
export const missingOperand = (process: Process, flavour: Flavour, after?: string, status = 1): never =>
  refuse(
    process,
    flavour,
    after === undefined ? "missing operand" : `missing operand after '${after}'`,
    status,
  );
