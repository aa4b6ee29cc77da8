import { EngineError, notSimulated } from "../../core/engine-error.ts";
import { strerror } from "../../vfs/errno.ts";
import { gnuQuote } from "../text/gnu-quote.ts";
import { complain, type Options, refuse, Refusal } from "../options/options.ts";
import type { Flavour, Process, Program } from "../process.ts";
import { SIGNALS } from "../signal.ts";
import { readText } from "../streams/open-file.ts";
import { unescapeText } from "../text/unescape-text.ts";
import { tool } from "../options/tool.ts";
import { withArgv } from "../with-argv.ts";
import { items, parted, UnmatchedQuote, type XargsItem } from "../text/xargs-input.ts";

/** Bytes of a command line, each word with the NUL behind it, where `-s` asks for nothing else. */
const LONGEST: Readonly<Record<Flavour, number>> = { gnu: 131_072, busybox: 32_768 };

/** Options whose value may be missing: the option that they are short for, and the value that is meant. */
const SHORT: Readonly<Record<string, readonly [letter: string, value: string]>> = {
  i: ["I", "{}"],
  replace: ["I", "{}"],
  l: ["L", "1"],
  "max-lines": ["L", "1"],
  e: ["E", ""],
  eof: ["E", ""],
};

/** The command line with a value for each option that may do without. */
function spelled(argv: readonly string[], flavour: Flavour): string[] {
  const out = argv.slice(0, 1);
  for (let i = 1; i < argv.length; i++) {
    const word = argv[i] ?? "";
    if (!/^-./.test(word) || word === "--") return [...out, ...argv.slice(i)];
    const [, name = "", value] = /^--([^=]*)=?([^]*)$/.exec(word) ?? /^-([ile])([^]*)$/.exec(word) ?? [];
    const short = flavour === "busybox" && !/^[ie]$/.test(name) ? undefined : SHORT[name];
    if (short) out.push(`-${short[0]}`, value === "" || value === undefined ? short[1] : value);
    else out.push(word);
    if (/^-[nILPdsaE]$/.test(word) && i + 1 < argv.length) out.push(argv[++i] ?? "");
  }
  return out;
}

/** How GNU's names the options of which only one may be there: as the earlier one, and as the one that counts. */
const WAYS: Readonly<Record<string, readonly [earlier: string, later: string]>> = {
  I: ["--replace", "--replace/-I/-i"],
  n: ["--max-args", "--max-args/-n"],
  L: ["--max-lines", "-L"],
};

/** Of -I, -n and -L the last one counts for GNU's xargs, which warns of the others; -n 1 goes with -I. */
function wayOf(process: Process, options: Options): string | undefined {
  let way: string | undefined;
  for (const letter of options.order) {
    const names = WAYS[letter];
    if (!names || letter === way) continue;
    if (way === "I" && letter === "n" && options.value("n") === "1") continue;
    const earlier = way === undefined ? undefined : WAYS[way]?.[0];
    if (earlier !== undefined)
      complain(
        process,
        "gnu",
        `warning: options ${earlier} and ${names[1]} are mutually exclusive, ignoring previous ${earlier} value`,
      );
    way = letter;
  }
  return way;
}

/** A number behind an option. @throws {Refusal} in the words of each */
function countOf(process: Process, options: Options, flavour: Flavour, letter: string): number | undefined {
  const word = options.value(letter);
  if (word === undefined) return undefined;
  const least = letter === "P" ? 0 : 1;
  if (/^[-+]?\d+$/.test(word) && Number(word) >= least) return Number(word);
  if (flavour === "busybox") {
    const isNumber = /^\d+$/.test(word);
    complain(
      process,
      flavour,
      isNumber ? `number ${word} is not in ${least}..2147483647 range` : `invalid number '${word}'`,
    );
    throw new Refusal(1);
  }
  return refuse(
    process,
    flavour,
    /^[-+]?\d+$/.test(word)
      ? `value ${word} for -${letter} option should be >= ${least}`
      : `invalid number "${word}" for -${letter} option`,
  );
}

/** The character between items that `-d` or `-0` names. */
function delimiterOf(process: Process, options: Options, flavour: Flavour): string | undefined {
  const letter = options.order.findLast((one) => one === "0" || one === "d");
  if (letter === undefined) return undefined;
  if (letter === "0") return "\0";
  const word = options.value("d") ?? "";
  const { text } = unescapeText(word, "format", "gnu");
  if ([...text].length === 1) return text;
  complain(
    process,
    flavour,
    `Invalid input delimiter specification ${word}: the delimiter must be either a single character or an escape sequence starting with \\.`,
  );
  throw new Refusal(1);
}

/** What the items come from: standard input, or the file of `-a`. */
function inputOf(process: Process, options: Options, flavour: Flavour): string {
  const file = options.value("a");
  if (file === undefined || file === "-") return process.stdin.rest();
  const read = readText(process, file);
  if (typeof read !== "string") return read.text;
  const words = flavour === "gnu" ? `Cannot open input file ‘${file}’` : `can't open '${file}'`;
  complain(process, flavour, `${words}: ${strerror[read]}`);
  throw new Refusal(1);
}

/** Runs the command once. @returns a status with which xargs ends at once, or whether it went well */
function runOnce(
  process: Process,
  flavour: Flavour,
  argv: readonly string[],
  shows: boolean,
): number | boolean {
  process.kernel.spend(1);
  const [name = ""] = argv;
  const shown = (word: string): string =>
    flavour === "busybox" || /^[\w\-./:,@%+]+$/.test(word) ? word : gnuQuote(word);
  if (shows) process.stderr.write(`${argv.map(shown).join(" ")}\n`);
  const code = process.start(argv, { stdin: { line: () => undefined, rest: () => "" }, tells: true });
  const signal = process.kernel.takeEnding();
  if (typeof code !== "number") {
    complain(process, flavour, `${name}: ${strerror[code.errno === "ENOEXEC" ? "EACCES" : code.errno]}`);
    return code.errno === "ENOENT" ? 127 : 126;
  }
  if (signal !== undefined) {
    const whom = flavour === "gnu" ? `${name}:` : `'${name}'`;
    complain(process, flavour, `${whom} terminated by signal ${SIGNALS.indexOf(signal)}`);
    return 125;
  }
  if (code === 255) return complain(process, flavour, `${name}: exited with status 255; aborting`) && 124;
  return code === 0;
}

/** How many items, lines and bytes one command line may hold. */
interface Limits {
  readonly items: number;
  readonly lines: number;
  readonly bytes: number;
}

/**
 * Items by command line: each batch is there as soon as it is full.
 * @throws {UnmatchedQuote} after what came before it, which GNU's still runs
 */
function* batches(
  all: Iterable<XargsItem>,
  eof: string | undefined,
  limits: Limits,
  flavour: Flavour,
): Generator<string[]> {
  let batch: string[] = [];
  let [lines, bytes] = [0, 0];
  const full = (): string[] => {
    const done = batch;
    batch = [];
    [lines, bytes] = [0, 0];
    return done;
  };
  try {
    for (const { text, ends } of all) {
      if (eof !== undefined && eof !== "" && text === eof) break;
      // As UTF-8, but for what is rare.
      const size = text.length + 1;
      if (size > limits.bytes)
        throw new EngineError("LIMIT", { what: "bytes of an argument", limit: limits.bytes });
      if (batch.length > 0 && bytes + size > limits.bytes) yield full();
      batch.push(text);
      bytes += size;
      if (ends) lines++;
      if (batch.length >= limits.items || lines >= limits.lines) yield full();
    }
  } catch (problem) {
    if (problem instanceof UnmatchedQuote && flavour === "gnu" && batch.length > 0) yield full();
    throw problem;
  }
  if (batch.length > 0) yield full();
}

const inner: Program = tool(
  "xargs",
  {
    flags: "0rtpx",
    values: "nILPdsaE",
    long: {
      null: "0",
      "no-run-if-empty": "r",
      verbose: "t",
      interactive: "p",
      exit: "x",
      "max-args": "n",
      "max-procs": "P",
      "max-chars": "s",
      delimiter: "d",
      "arg-file": "a",
    },
    stopEarly: true,
    lacks: "o",
  },
  (process, options, flavour) => {
    if (options.has("p")) throw notSimulated("xargs -p", "ask at the terminal before each command");
    const [most, mostLines, room] = ["n", "L", "s"].map((one) => countOf(process, options, flavour, one));
    countOf(process, options, flavour, "P");
    const delimiter = delimiterOf(process, options, flavour);
    const way = flavour === "gnu" ? wayOf(process, options) : undefined;
    const counts = (letter: string): boolean => way === undefined || way === letter;
    const replace = counts("I") ? options.value("I") : undefined;
    const text = inputOf(process, options, flavour);
    const command = options.operands.length === 0 ? ["echo"] : [...options.operands];
    const bytes = (room ?? LONGEST[flavour]) - command.reduce((sum, word) => sum + word.length + 1, 0);
    if (bytes <= 0)
      return complain(
        process,
        flavour,
        `${flavour === "gnu" ? "cannot" : "can't"} fit single argument within argument list size limit`,
      );
    const limits: Limits = {
      items: replace !== undefined ? 1 : counts("n") ? (most ?? Infinity) : Infinity,
      lines: counts("L") ? (mostLines ?? Infinity) : Infinity,
      bytes,
    };
    const all =
      delimiter === undefined ? items(text, replace !== undefined, flavour) : parted(text, delimiter);
    let status = 0;
    const run = (argv: readonly string[]): number | undefined => {
      const ended = runOnce(process, flavour, argv, options.has("t"));
      if (ended === false) status = 123;
      return typeof ended === "number" ? ended : undefined;
    };
    try {
      let any = false;
      for (const batch of batches(
        all,
        delimiter === undefined ? options.value("E") : undefined,
        limits,
        flavour,
      )) {
        any = true;
        const argv =
          replace === undefined
            ? [...command, ...batch]
            : command.map((word) => word.replaceAll(replace, () => batch[0] ?? ""));
        const ended = run(argv);
        if (ended !== undefined) return ended;
      }
      if (!any && !options.has("r") && replace === undefined) return run(command) ?? status;
      return status;
    } catch (problem) {
      if (!(problem instanceof UnmatchedQuote)) throw problem;
      const hint = "; by default quotes are special to xargs unless you use the -0 option";
      return complain(process, flavour, `unmatched ${problem.kind} quote${flavour === "gnu" ? hint : ""}`);
    }
  },
);

export const xargs: Program = {
  name: "xargs",
  run: (process, flavour) => inner.run(withArgv(process, spelled(process.argv, flavour)), flavour),
};
