import { strerror } from "../../vfs/errno.ts";
import { parseAwk } from "../awk/parse-awk.ts";
import type { AwkFile } from "../awk/input-awk.ts";
import { AwkRun } from "../awk/run-awk.ts";
import { AwkProblem } from "../awk/tokens-awk.ts";
import { complain } from "../options/options.ts";
import type { Flavour, Output, Process, Program } from "../process.ts";
import { RegexProblem } from "../regex/regex.ts";
import { openOutput, readText } from "../streams/open-file.ts";
import { TextInput } from "../streams/text-input.ts";
import { tool } from "../options/tool.ts";

/** Outputs that a program opened with `>`, `>>` and `|`. Pipes run when they are closed. */
class Outputs {
  readonly #process: Process;
  readonly #open = new Map<string, Output>();
  readonly #pipes = new Map<string, string>();

  constructor(process: Process) {
    this.#process = process;
  }

  open(how: string, name: string): Output {
    const known = this.#open.get(name);
    if (known) return known;
    let output: Output;
    if (how === "|")
      output = { write: (text) => void this.#pipes.set(name, (this.#pipes.get(name) ?? "") + text) };
    else {
      const opened = openOutput(this.#process, name, { append: how === ">>" }, this.#process);
      if (typeof opened === "string") throw new AwkProblem(`can't redirect to ${name} (${strerror[opened]})`);
      output = opened;
    }
    if (how === "|") this.#pipes.set(name, "");
    this.#open.set(name, output);
    return output;
  }

  close(name: string): number {
    const text = this.#pipes.get(name);
    this.#pipes.delete(name);
    const known = this.#open.delete(name);
    if (text !== undefined)
      return this.#process.spawn(["/bin/sh", "-c", name], { stdin: new TextInput(text) });
    return known ? 0 : -1;
  }

  closeAll(): void {
    for (const name of Array.from(this.#open.keys())) this.close(name);
  }
}

function run(
  process: Process,
  flavour: Flavour,
  source: string,
  operands: readonly string[],
  assignments: readonly string[],
  separator: string | undefined,
): number {
  let status = 0;
  const outputs = new Outputs(process);
  const awk = new AwkRun(parseAwk(source, flavour), {
    flavour,
    spend: (steps) => process.kernel.spend(steps),
    print: (text) => process.stdout.write(text),
    open: (how, name) => outputs.open(how, name),
    close: (name) => outputs.close(name),
    readFile: (name) => {
      const read = name === "-" ? { text: process.stdin.rest() } : readText(process, name);
      return typeof read === "string" ? undefined : read.text;
    },
    largest: flavour === "gnu" ? 2 ** 31 - 1 : 2 ** 63,
    outputOf: (command) => {
      let text = "";
      const stdout = {
        write: (part: string): void => {
          text += part;
          process.kernel.spend(1 + (part.length >> 8));
        },
      };
      process.spawn(["/bin/sh", "-c", command], { stdout });
      return text;
    },
    system: (command) => process.spawn(["/bin/sh", "-c", command]),
    environ: process.env,
    now: () => process.kernel.now(),
  });
  awk.argv([process.argv[0] ?? "awk", ...operands]);
  if (separator !== undefined) awk.assign("FS", separator === "t" ? "\t" : separator);
  for (const word of assignments)
    awk.assign(word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1));
  function* inputs(): Generator<AwkFile> {
    let any = false;
    for (const name of operands) {
      if (/^[A-Za-z_]\w*=/.test(name)) {
        awk.assign(name.slice(0, name.indexOf("=")), name.slice(name.indexOf("=") + 1));
        continue;
      }
      any = true;
      const read = name === "-" ? { text: process.stdin.rest() } : readText(process, name);
      if (typeof read !== "string") yield { name, text: read.text };
      else {
        status = flavour === "gnu" ? 2 : 1;
        complain(
          process,
          flavour,
          flavour === "gnu" ? `cannot open ${name} (${strerror[read]})` : `${name}: ${strerror[read]}`,
        );
        if (flavour === "gnu") return;
      }
    }
    if (!any) yield { name: "-", text: process.stdin.rest() };
  }
  try {
    const exit = awk.run(inputs);
    outputs.closeAll();
    return exit || status;
  } catch (problem) {
    if (!(problem instanceof AwkProblem) || !problem.isRunning) throw problem;
    outputs.closeAll();
    complain(process, flavour, `run time error: ${problem.message}\n\t${awk.memory.position()}`);
    return 2;
  }
}

/** Is a `{` left open? Those in strings and patterns count too: it is about the words of an error. */
const hasOpenBrace = (source: string): boolean => source.split("{").length > source.split("}").length;

/** Debian's awk is mawk; busybox has its own. */
export const awk: Program = tool(
  "awk",
  { values: "Fvf", stopEarly: true, refusal: 2, lacks: "*" },
  (process, options, flavour) => {
    const operands = [...options.operands];
    let source = "";
    for (const file of options.values("f")) {
      const read = readText(process, file);
      if (typeof read === "string") {
        complain(process, flavour, `cannot open ${file} (${strerror[read]})`);
        return 2;
      }
      source += `${read.text}\n`;
    }
    if (!options.has("f")) {
      const first = operands.shift();
      if (first === undefined) {
        process.stderr.write(flavour === "gnu" ? "Usage: mawk [Options] [Program] [file ...]\n" : "");
        return flavour === "gnu" ? 2 : 1;
      }
      source = first;
    }
    try {
      return run(process, flavour, source, operands, options.values("v"), options.value("F"));
    } catch (problem) {
      if (!(problem instanceof AwkProblem) && !(problem instanceof RegexProblem)) throw problem;
      const words = problem.message;
      const isOpen = flavour === "gnu" && words === "syntax error at end of program" && hasOpenBrace(source);
      complain(
        process,
        flavour,
        isOpen
          ? `line ${source.split("\n").length + 1}: missing } near end of file`
          : flavour === "gnu"
            ? `line 1: ${words.replace("syntax error near", "syntax error at or near")}`
            : `cmd. line:1: ${words.startsWith("syntax error") ? "Unexpected token" : words}`,
      );
      return flavour === "gnu" ? 2 : 1;
    }
  },
);
