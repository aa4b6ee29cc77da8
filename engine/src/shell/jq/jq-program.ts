import { notSimulated } from "../../core/engine-error.ts";
import { strerror } from "../../vfs/errno.ts";
import { undefinedName } from "./check-jq.ts";
import { isTrue, type Json } from "./json.ts";
import { Halt } from "./natives-jq.ts";
import { parseJq } from "./parse-jq.ts";
import { JqError } from "./paths-jq.ts";
import { JsonProblem, readJson } from "./read-json.ts";
import { JqRun } from "./run-jq.ts";
import { compactJson, type JsonStyle, writeJson } from "./write-json.ts";
import { linesOf } from "../text/input-files.ts";
import { readOptions, Refusal } from "../options/options.ts";
import { installedVersion } from "../packages/installed-version.ts";
import type { Process, Program } from "../process.ts";
import { readText } from "../streams/open-file.ts";

const SPEC = {
  flags: "nrjcsReSatMP",
  values: "fI",
  long: {
    "null-input": "n",
    "raw-output": "r",
    "join-output": "j",
    "compact-output": "c",
    slurp: "s",
    "raw-input": "R",
    "exit-status": "e",
    "sort-keys": "S",
    "ascii-output": "a",
    "monochrome-output": "M",
    "from-file": "f",
    tab: "t",
    indent: "I",
    version: "V",
    args: "A",
    jsonargs: "J",
  },
  lacks: "CLhV",
} as const;

/** `--arg`, `--args` and their kin, which take more words than one. */
interface Given {
  readonly named: Map<string, Json>;
  readonly positional: Json[];
  readonly words: readonly string[];
}

/** A command line that jq refuses, in its words. */
class Refused {
  readonly words: string;
  constructor(words: string) {
    this.words = words;
  }
}

function valueOf(text: string, words: string): Json {
  try {
    const [value] = Array.from(readJson(text));
    if (value !== undefined) return value;
  } catch (problem) {
    if (!(problem instanceof JsonProblem)) throw problem;
  }
  throw new Refused(words);
}

/** Takes out of the command line what concerns variables; what is left is read as usual. */
function variables(process: Process): Given {
  const named = new Map<string, Json>();
  const positional: Json[] = [];
  const words: string[] = [];
  let rest: "files" | "args" | "jsonargs" = "files";
  let hasFilter = false;
  const args = process.argv.slice(1);
  for (let i = 0; i < args.length; i++) {
    const word = args[i] ?? "";
    const [first, second] = [args[i + 1], args[i + 2]];
    const kind = /^--(arg|argjson|slurpfile|rawfile|args|jsonargs)$/.exec(word)?.[1];
    if (kind === "args" || kind === "jsonargs") rest = kind;
    else if (kind !== undefined) {
      if (first === undefined || second === undefined)
        throw new Refused(
          `--${kind} takes two parameters (e.g. --${kind} ${kind.endsWith("file") ? "varname filename" : kind === "arg" ? "varname value" : "varname text"})`,
        );
      i += 2;
      if (named.has(first)) continue;
      if (kind === "arg") named.set(first, second);
      else if (kind === "argjson") named.set(first, valueOf(second, `invalid JSON text passed to --argjson`));
      else named.set(first, fileValue(process, kind, first, second));
    } else if (word === "-f" || word === "--from-file") {
      hasFilter = true;
      words.push(word);
    } else if (!word.startsWith("-") && hasFilter && rest !== "files")
      positional.push(rest === "args" ? word : valueOf(word, `invalid JSON text passed to --jsonargs`));
    // A filter may begin with a sign of its own: `-1`, `-(.a)`.
    else if (/^-(?![a-zA-Z-])/.test(word) && word !== "-") {
      throw notSimulated("a filter of jq that begins with -", "take it for options");
    } else {
      hasFilter ||= !word.startsWith("-");
      words.push(word);
    }
  }
  return { named, positional, words };
}

function fileValue(process: Process, kind: string, name: string, file: string): Json {
  const read = readText(process, file);
  const failure = (why: string): Refused => new Refused(`Bad JSON in --${kind} ${name} ${file}: ${why}`);
  if (typeof read === "string") throw failure(`Could not open ${file}: ${strerror[read]}`);
  if (kind === "rawfile") return read.text;
  try {
    return Array.from(readJson(read.text));
  } catch (problem) {
    if (problem instanceof JsonProblem) throw failure(problem.message);
    throw problem;
  }
}

/** See `programs/jq.ts`. */
export const runJq: Program["run"] = (process, flavour) => {
  if (/^(?:-V|--version)$/.test(process.argv[1] ?? "")) {
    const version = installedVersion(process.files, "jq");
    if (version === undefined) throw notSimulated("the version of jq here", "print it");
    process.stdout.write(`jq-${version}\n`);
    return 0;
  }
  try {
    const given = variables(process);
    return run(process, given, readOptions(process, flavour, SPEC, given.words));
  } catch (stop) {
    if (stop instanceof Refusal)
      throw notSimulated("an option that jq does not know", "print how it is used");
    if (!(stop instanceof Refused)) throw stop;
    process.stderr.write(`jq: ${stop.words}\n`);
    if (!stop.words.startsWith("Bad JSON"))
      process.stderr.write(
        "Use jq --help for help with command-line options,\nor see the jq manpage, or online docs  at https://stedolan.github.io/jq\n",
      );
    return 2;
  }
};

function run(
  process: Process,
  { named, positional }: Given,
  options: ReturnType<typeof readOptions>,
): number {
  const { kernel, stdout, stderr } = process;
  const complain = (words: string): void => stderr.write(`jq: ${words}\n`);
  let files = options.operands;
  let program: string | undefined;
  const from = options.value("f");
  if (from === undefined) [program, ...files] = files;
  else {
    const read = readText(process, from);
    if (typeof read === "string") {
      complain(`error: Could not open ${from}: ${strerror[read]}`);
      return 2;
    }
    program = read.text;
  }
  if (program === undefined)
    throw notSimulated("jq without a filter", "print how it is used and end with status 2");
  const version = installedVersion(process.files, "jq") ?? "1.6";
  const [, minor = 6] = version.split(".").map(Number);
  const args = new Map<string, Json>([
    ["positional", positional],
    ["named", named],
  ]);
  const all = new Map<string, Json>([...named, ["ARGS", args]]);
  const filter = parseJq(program);
  const missing = undefinedName(filter, all.keys());
  if (missing !== undefined) {
    const before = program.slice(0, missing.at).split("\n");
    const line = program.split("\n")[before.length - 1] ?? "";
    complain(`error: ${missing.name} is not defined at <top-level>, line ${before.length}:`);
    // What it points with is blank.
    stderr.write(`${line}${" ".repeat(before.at(-1)?.length ?? 0)}\n`);
    stderr.write("jq: 1 compile error\n");
    return 3;
  }
  const input = new Inputs(process, files, options.has("R"), options.has("s"));
  const jqRun = new JqRun({
    spend: (steps) => kernel.spend(steps),
    variables: all,
    environment: new Map(process.env),
    input: () => input.next(),
    inputName: () => input.name,
    now: () => kernel.now(),
    complain: (text) => stderr.write(text),
    isModern: minor >= 7,
  });
  const indent = options.value("I");
  const style: JsonStyle = {
    indent: options.has("c")
      ? ""
      : options.has("t")
        ? "\t"
        : " ".repeat(indent === undefined ? 2 : Number(indent)),
    sortKeys: options.has("S"),
    ascii: options.has("a"),
  };
  const raw = options.has("r") || options.has("j");
  let status = 0;
  let last: Json | undefined;
  try {
    for (;;) {
      const value = options.has("n") ? (last === undefined && !input.asked ? null : undefined) : input.next();
      if (value === undefined) break;
      if (options.has("n")) input.asked = true;
      try {
        for (const result of jqRun.results(filter, value)) {
          kernel.spend(1);
          last = result;
          stdout.write(
            (raw && typeof result === "string" ? result : writeJson(result, style)) +
              (options.has("j") ? "" : "\n"),
          );
        }
      } catch (stop) {
        if (!(stop instanceof JqError)) throw stop;
        if (stop.value === null) continue;
        status = 5;
        const words =
          typeof stop.value === "string" ? `: ${stop.value}` : ` (not a string): ${compactJson(stop.value)}`;
        complain(`error (at ${input.place()})${words}`);
      }
    }
  } catch (stop) {
    if (stop instanceof JsonProblem) {
      stderr.write(`${minor >= 7 ? "jq: " : ""}parse error: ${stop.message}
`);
      return minor >= 7 ? 2 : 4;
    }
    if (!(stop instanceof Halt)) throw stop;
    if (typeof stop.value === "string") stderr.write(stop.value);
    else if (stop.value !== undefined && stop.value !== null) stderr.write(`${compactJson(stop.value)}\n`);
    return stop.status;
  }
  if (input.failed) return 2;
  if (status !== 0 || !options.has("e")) return status;
  return last === undefined ? 4 : isTrue(last) ? 0 : 1;
}

/** The values of the files, or of standard input, one by one. */
class Inputs {
  asked = false;
  failed = false;
  name: string | undefined;
  readonly #values: Generator<Json>;
  #lines = 0;
  #known = false;

  constructor(process: Process, files: readonly string[], raw: boolean, slurp: boolean) {
    this.#values = this.#all(process, files, raw, slurp);
  }

  next(): Json | undefined {
    const { value, done } = this.#values.next();
    return done ? undefined : value;
  }

  /** `file:3`: where the input was read to; jq reads a line at a time. */
  place(): string {
    return this.#known ? `${this.name ?? "<stdin>"}:${this.#lines}` : "<unknown>";
  }

  *#all(process: Process, files: readonly string[], raw: boolean, slurp: boolean): Generator<Json> {
    const texts = this.#texts(process, files);
    if (slurp) {
      const all = Array.from(texts);
      yield raw ? all.join("") : all.flatMap((text) => Array.from(readJson(text)));
      return;
    }
    for (const text of texts) {
      if (raw)
        for (const line of linesOf(text)) {
          this.#lines++;
          yield line;
        }
      else yield* readJson(text, (lines) => (this.#lines = lines));
    }
  }

  *#texts(process: Process, files: readonly string[]): Generator<string> {
    for (const name of files.length === 0 ? [undefined] : files) {
      this.name = name;
      this.#lines = 0;
      const read = name === undefined ? { text: process.stdin.rest() } : readText(process, name);
      if (typeof read === "string") {
        this.failed = true;
        if (read !== "EISDIR")
          process.stderr.write(`jq: error: Could not open file ${name ?? ""}: ${strerror[read]}\n`);
        continue;
      }
      this.#known = true;
      process.kernel.spend(read.text.length >> 6);
      yield read.text;
    }
  }
}
