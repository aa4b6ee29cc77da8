import { strerror } from "../vfs/errno.ts";
import { takeOptions } from "./builtins/set.ts";
import { finalCommands } from "./interpreter/final-commands.ts";
import { drainSinks } from "./interpreter/drain-sinks.ts";
import { Exit, Killed, LoopJump, Return, ShellError, Terminated } from "./interpreter/jumps.ts";
import { interruption } from "./interpreter/heed-signal.ts";
import { interpreter } from "./interpreter/run.ts";
import { type Carried, carried } from "./interactive/carried.ts";
import { type CarriedJob, jobsLeft, takeJobs } from "./interactive/carried-job.ts";
import { HearingTerminal } from "./interactive/hearing-terminal.ts";
import { isCommandInput } from "./interactive/command-input.ts";
import { interact } from "./interactive/interact.ts";
import { type Dialect, Shell } from "./interpreter/shell.ts";
import { tellJobs } from "./interpreter/tell-jobs.ts";
import { isName } from "./interpreter/variables.ts";
import { SIGNALS } from "./signal.ts";
import type { Process } from "./process.ts";
import { parseScript } from "./syntax/parse-script.ts";
import { readText } from "./streams/open-file.ts";
import { withinLimits } from "./within-limits.ts";

const DEFAULTS = [
  ["IFS", " \t\n"],
  ["OPTIND", "1"],
  ["PS1", "# "],
  ["PS2", "> "],
  ["PS4", "+ "],
] as const;

function shellOf(process: Process, dialect: Dialect, name: string): Shell {
  const shell = new Shell(interpreter, process, dialect, name);
  for (const [key, value] of DEFAULTS) {
    // Only a shell that somebody sits before has prompts in bash; ash's name the folder.
    if (dialect === "bash" && (key === "PS1" || key === "PS2")) continue;
    shell.variables.set(key, {
      value: dialect === "ash" && key === "PS1" ? "\\w \\$ " : value,
      exported: false,
      readonly: false,
    });
  }
  for (const [key, value] of process.env)
    if (isName(key) && key !== "IFS") shell.variables.set(key, { value, exported: true, readonly: false });
  shell.variables.set("PPID", { value: "0", exported: false, readonly: false });
  shell.variables.set("PWD", { value: process.cwd, exported: true, readonly: false });
  if (dialect !== "dash") {
    if (!shell.variables.has("HOSTNAME"))
      shell.variables.set("HOSTNAME", { value: process.kernel.hostname, exported: false, readonly: false });
    const level = Number(process.env.get("SHLVL") ?? 0) || 0;
    shell.variables.set("SHLVL", { value: String(level + 1), exported: true, readonly: false });
  }
  if (dialect === "ash") shell.line = 0;
  shell.descriptors.set(0, { input: process.stdin });
  shell.descriptors.set(1, { output: process.stdout });
  shell.descriptors.set(2, { output: process.stderr });
  return shell;
}

/** Runs something to the end of the shell: its exits, its errors in words, its EXIT trap. */
function toTheEnd(shell: Shell, body: () => number): number {
  const { kernel, pid } = shell.process;
  let killed: string | undefined;
  kernel.shells.set(pid, (signal) => void shell.pending.push(signal));
  if (pid === 1) kernel.interruptedBy((signal) => interruption(shell, signal));
  const guarded = (run: () => number): { status: number; exited?: boolean } => {
    try {
      return { status: run() };
    } catch (jump) {
      if (jump instanceof Exit) return { status: jump.status, exited: true };
      if (jump instanceof Return) return { status: jump.status };
      if (jump instanceof LoopJump) return { status: 0 };
      if (jump instanceof Terminated && jump.pid === pid) return { status: jump.status, exited: true };
      if (jump instanceof Killed) {
        killed = jump.signal;
        return { status: 128 + SIGNALS.indexOf(jump.signal), exited: true };
      }
      if (!(jump instanceof ShellError)) throw jump;
      shell.complain(jump.message);
      return { status: jump.status, exited: true };
    }
  };
  const { status } = guarded(body);
  drainSinks(shell, 0);
  kernel.shells.delete(pid);
  if (killed !== undefined) kernel.endBy(killed);
  const action = shell.traps.get("EXIT");
  // bash runs its EXIT trap also where a signal ends it, other than SIGKILL.
  if (!action || (killed !== undefined && (shell.dialect !== "bash" || killed === "KILL"))) return status;
  shell.traps.delete("EXIT");
  shell.status = status;
  shell.leaving = status;
  if (shell.dialect === "bash") shell.line = 1;
  shell.loops = 0;
  const last = guarded(() => interpreter.text(shell, action));
  return last.exited ? last.status : status;
}

/** A line that somebody typed, and where the shell stands after it. */
export interface RanLine {
  readonly status: number;
  readonly carried: Carried;
  readonly directory: string;
  /** What it exports. */
  readonly env: ReadonlyMap<string, string>;
}

/**
 * Runs a line in a shell. @param typed where somebody types it: what an earlier line left, if there was one
 * @throws {EngineError} NOT_SIMULATED or LIMIT
 */
export function runLine(
  line: string,
  process: Process,
  dialect: Dialect,
  typed: { readonly before: Carried | undefined } | undefined,
): RanLine {
  const shell = shellOf(process, dialect, process.argv[0] ?? "sh");
  const before = typed?.before;
  shell.options.add("command");
  const terminal = new HearingTerminal(process);
  if (typed) {
    shell.descriptors.set(1, { output: terminal.stdout });
    shell.descriptors.set(2, { output: terminal.stderr });
  }
  let jobs: readonly CarriedJob[] = [];
  const status = withinLimits(() => {
    if (before && before.script !== "") interpreter.text(shell, before.script);
    shell.aliases = new Map(before?.aliases);
    shell.status = before?.status ?? 0;
    shell.line = 1;
    shell.background = before?.background;
    shell.controls = typed !== undefined;
    takeJobs(shell, before?.jobs ?? [], terminal);
    const ended = toTheEnd(shell, () => interpreter.text(shell, line));
    if (typed) {
      jobs = jobsLeft(shell, terminal);
      tellJobs(shell);
      jobs = jobs.filter(({ pid }) => shell.jobs.has(pid));
    }
    return ended;
  });
  const exported = [...shell.variables].flatMap(([name, { exported: is, value }]): [string, string][] =>
    is && value !== undefined ? [[name, value]] : [],
  );
  return { status, carried: carried(shell, status, jobs), directory: shell.cwd, env: new Map(exported) };
}

/** The program `sh`: `-c`, options, a script file, or standard input. */
export function runShell(process: Process, dialect: Dialect): number {
  const args = process.argv.slice(1);
  const name = process.argv[0] ?? "sh";
  const shell = shellOf(process, dialect, name);
  const rest: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const word = args[i] ?? "";
    if (/^--(login|noprofile|norc|posix)$/.test(word) && dialect !== "dash") continue;
    if (word === "--version" && dialect === "bash") {
      process.stdout.write("GNU bash, version 5.2.15(1)-release (x86_64-pc-linux-gnu)\n");
      return 0;
    }
    if (!/^[-+]./.test(word) || word === "--") {
      rest.push(...args.slice(word === "--" ? i + 1 : i));
      break;
    }
    const letters = word.slice(1).replaceAll(/[cls]/g, (letter) => {
      if (letter === "c") shell.options.add("command");
      if (letter === "s") shell.options.add("stdin");
      return "";
    });
    if (letters === "") continue;
    try {
      const taken = takeOptions(shell, [
        word[0] + letters,
        ...(letters.includes("o") ? [args[i + 1] ?? ""] : []),
      ]);
      if (letters.includes("o") && taken !== 0) i++;
    } catch (error) {
      if (!(error instanceof ShellError)) throw error;
      shell.line = 0;
      shell.complain(error.message);
      return 2;
    }
  }
  if (shell.options.has("command")) {
    const [script, own, ...parameters] = rest;
    if (script === undefined) {
      shell.line = 0;
      shell.complain(
        dialect === "bash"
          ? "-c: option requires an argument"
          : dialect === "dash"
            ? "-c requires an argument"
            : "-c requires an argument",
      );
      return 2;
    }
    if (own !== undefined) {
      shell.name = own;
      shell.errorName = own;
      shell.named = true;
    }
    shell.parameters = parameters;
    if (dialect === "ash") shell.name = own ?? name;
    shell.finals = finalCommands(parseScript(script, dialect), dialect);
    return toTheEnd(shell, () => interpreter.text(shell, script));
  }
  if (rest.length === 0 || shell.options.has("stdin")) {
    shell.options.add("stdin");
    shell.parameters = rest;
    const { stdin } = process;
    if (isCommandInput(stdin)) return toTheEnd(shell, () => interact(shell, stdin));
    return toTheEnd(shell, () => interpreter.text(shell, process.stdin.rest(), 1));
  }
  const [file = "", ...parameters] = rest;
  const opened = readText(process, file);
  // dash and ash open a folder like a file, and find nothing to read in it.
  const read = opened === "EISDIR" && dialect !== "bash" ? { text: "" } : opened;
  if (typeof read === "string") {
    const words = strerror[read];
    if (dialect === "dash")
      process.stderr.write(
        `${name}: 0: cannot open ${file}: ${read === "ENOENT" ? "No such file" : words}\n`,
      );
    else
      process.stderr.write(
        dialect === "ash" ? `${name}: can't open '${file}': ${words}\n` : `${name}: ${file}: ${words}\n`,
      );
    return read === "ENOENT" || dialect !== "bash"
      ? dialect === "dash" || dialect === "ash"
        ? 2
        : 127
      : 126;
  }
  shell.name = file;
  shell.errorName = file;
  shell.fromFile = true;
  shell.scripts = [file];
  shell.parameters = parameters;
  return toTheEnd(shell, () => interpreter.text(shell, read.text, 1));
}
