import { notSimulated } from "../../core/engine-error.ts";
import { join } from "../../vfs/path.ts";
import { BUILT_IN_VARIABLES } from "../make/built-in-rules.ts";
import { MakeStop } from "../make/make-stop.ts";
import { MakefileReader } from "../make/read-makefile.ts";
import { Make, type MakeFlags } from "../make/run-make.ts";
import { runLine } from "../make/shell-make.ts";
import { Variables } from "../make/variables-make.ts";
import { installedVersion } from "../packages/installed-version.ts";
import { pathsOf } from "../expand/paths-of.ts";
import { readOptions, Refusal } from "../options/options.ts";
import type { Process, Program } from "../process.ts";
import { readText } from "../streams/open-file.ts";
import { isDirectory, isEntry, statOf } from "../tree/tree.ts";

const SPEC = {
  flags: "nsikBqrRewS",
  values: "fCOI",
  long: {
    "just-print": "n",
    "dry-run": "n",
    silent: "s",
    quiet: "s",
    "ignore-errors": "i",
    "keep-going": "k",
    "always-make": "B",
    question: "q",
    "no-builtin-rules": "r",
    file: "f",
    makefile: "f",
    directory: "C",
    "no-print-directory": "W",
    "print-directory": "w",
  },
  lacks: "*",
} as const;

/** `-j` and its kin may stand alone: what comes next is theirs only if it is a number. One job at a time is ours anyway. */
function withoutJobs(args: readonly string[]): string[] {
  const isJobs = (word: string | undefined): boolean => /^(?:-j|--jobs|-l)$/.test(word ?? "");
  return args.filter(
    (word, i) =>
      !/^(?:-j\d*|-l[\d.]*|--jobs(?:=\d+)?)$/.test(word) && !(/^\d+$/.test(word) && isJobs(args[i - 1])),
  );
}

/**
 * GNU make: makefiles, variables and functions, rules, patterns and conditions, one recipe after the other whatever `-j` says.
 * What it lacks is told: `eval`, double-colon rules, `vpath`, secondary expansion, built-in rules beyond C's.
 */
export const make: Program = {
  name: "make",
  run(process, flavour) {
    const args = process.argv.slice(1);
    if (args.includes("--version") || args.includes("-v")) {
      const version = installedVersion(process.files, "make");
      if (version === undefined) throw notSimulated("the version of make here", "print it");
      process.stdout.write(`GNU Make ${version}\n`);
      throw notSimulated(
        "the rest of what make --version prints",
        "tell for which machine it was built, and its licence",
      );
    }
    const level = Number(process.env.get("MAKELEVEL") ?? 0) || 0;
    const name = level > 0 ? `make[${level}]` : "make";
    try {
      return run(process, readOptions(process, flavour, SPEC, withoutJobs(args)), name, level);
    } catch (stop) {
      if (stop instanceof Refusal) throw notSimulated("how make is used", "print it and end with status 2");
      if (!(stop instanceof MakeStop)) throw stop;
      if (stop.words !== "") process.stderr.write(`${stop.place ?? name}: *** ${stop.words}.  Stop.\n`);
      return 2;
    }
  },
};

function run(process: Process, options: ReturnType<typeof readOptions>, name: string, level: number): number {
  const { kernel, files } = process;
  const say = (stream: "stdout" | "stderr", words: string): void => process[stream].write(words);
  for (const folder of options.values("C")) {
    if (!isDirectory(process, folder)) {
      say("stderr", `${name}: *** ${folder}: No such file or directory.  Stop.\n`);
      return 2;
    }
    process.cwd = join(process.cwd, folder);
  }
  const loud = !options.has("W") && (options.has("C") || options.has("w") || level > 0) && !options.has("s");
  if (loud) say("stdout", `${name}: Entering directory '${process.cwd}'\n`);
  try {
    return inFolder(process, options, name, level, say);
  } catch (stop) {
    if (stop instanceof MakeStop && stop.words !== "") {
      say("stderr", `${stop.place ?? name}: *** ${stop.words}.  Stop.\n`);
      return 2;
    }
    if (stop instanceof MakeStop) return 2;
    throw stop;
  } finally {
    kernel.flush();
    if (loud && files) say("stdout", `${name}: Leaving directory '${process.cwd}'\n`);
  }
}

function inFolder(
  process: Process,
  options: ReturnType<typeof readOptions>,
  name: string,
  level: number,
  say: (stream: "stdout" | "stderr", words: string) => void,
): number {
  const { kernel } = process;
  const variables: Variables = new Variables({
    spend: (steps) => kernel.spend(steps),
    glob: (pattern) => pathsOf(process, pattern),
    say,
    shell: (command) => {
      let text = "";
      const stdout = {
        write: (part: string): void => {
          kernel.spend(1 + (part.length >> 8));
          text += part;
        },
      };
      process.spawn([variables.get("SHELL"), "-c", command], { stdout, env: environment() });
      return text.replace(/\n+$/, "").replaceAll("\n", " ");
    },
  });
  const goals: string[] = [];
  for (const [key, text] of Object.entries(BUILT_IN_VARIABLES)) variables.set(key, "=", text, "default");
  for (const [key, text] of process.env)
    if (key !== "SHELL")
      variables.all.set(key, { text, recursive: false, origin: "environment", exported: true });
  const fixed = {
    MAKE: process.argv[0] ?? "make",
    CURDIR: process.cwd,
    SHELL: "/bin/sh",
    MAKELEVEL: String(level),
    MAKE_VERSION: "4.3",
  };
  for (const [key, text] of Object.entries(fixed))
    variables.all.set(key, { text, recursive: false, origin: "default" });
  const overrides: string[] = [];
  for (const word of options.operands) {
    const [, key, sign = "=", text = ""] = /^([^\s:=?+]+)(:?:?=|\?=|\+=)([^]*)$/.exec(word) ?? [];
    if (key === undefined) goals.push(word);
    else {
      variables.set(key, sign, text, "command line");
      overrides.push(word);
      variables.all.set(key, {
        ...(variables.all.get(key) ?? { text, recursive: true, origin: "command line" }),
        exported: true,
      });
    }
  }
  variables.all.set("MAKECMDGOALS", { text: goals.join(" "), recursive: false, origin: "default" });
  const letters = ["n", "s", "i", "k", "B", "r"].filter((letter) => options.has(letter)).join("");
  function environment(): Map<string, string> {
    const env = new Map(process.env);
    for (const [key, variable] of variables.all)
      if (variable.exported && /^\w+$/.test(key)) env.set(key, variables.get(key));
    env.set("MAKELEVEL", String(level + 1));
    env.set("MAKEFLAGS", letters);
    return env;
  }
  const inherited = level > 0 ? (process.env.get("MAKEFLAGS") ?? "") : "";
  const flag = (letter: string): boolean => options.has(letter) || inherited.includes(letter);
  const flags: MakeFlags = {
    dryRun: flag("n"),
    silent: flag("s"),
    ignore: flag("i"),
    keepGoing: flag("k"),
    always: flag("B"),
    question: options.has("q"),
    builtIn: !flag("r"),
    name,
  };
  if (overrides.length > 0) env(overrides);
  function env(words: readonly string[]): void {
    variables.all.set("MAKEOVERRIDES", { text: words.join(" "), recursive: false, origin: "default" });
  }
  const textOf = (file: string): string | undefined => {
    const read = file === "-" ? { text: process.stdin.rest() } : readText(process, file);
    return typeof read === "string" ? undefined : read.text;
  };
  const reader = new MakefileReader(variables, {
    file: textOf,
    warn: (words) => say("stderr", `${words}\n`),
  });
  const given = options.values("f");
  const found =
    given.length > 0
      ? given
      : ["GNUmakefile", "makefile", "Makefile"].filter((file) => isEntry(statOf(process, file))).slice(0, 1);
  for (const file of found) {
    const text = textOf(file);
    if (text === undefined) {
      say("stderr", `${name}: ${file}: No such file or directory\n`);
      throw new MakeStop(`No rule to make target '${file}'`);
    }
    variables.all.set("MAKEFILE_LIST", { text: ` ${file}`, recursive: false, origin: "file" });
    reader.read(text, file);
  }
  const makefile = reader.finish();
  const first = variables.get(".DEFAULT_GOAL") || makefile.first;
  if (goals.length === 0 && first === undefined)
    throw new MakeStop(found.length === 0 ? "No targets specified and no makefile found" : "No targets");
  const run = new Make(
    makefile,
    reader.phony,
    variables,
    {
      spend: (steps) => kernel.spend(steps),
      say,
      age: (file) => {
        kernel.flush();
        const entry = statOf(process, file);
        return isEntry(entry) ? entry.mtime : undefined;
      },
      run: (command) => runLine(process, command, variables.get("SHELL"), { env: environment() }),
    },
    flags,
  );
  let well = true;
  for (const goal of goals.length > 0 ? goals : [first ?? ""]) well = run.goal(goal) && well;
  if (flags.question) return run.ran ? 1 : 0;
  return well ? 0 : 2;
}
