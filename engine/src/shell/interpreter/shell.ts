import type { Command, Function as FunctionNode, Statement, SyntaxNode } from "unbash";
import { basename } from "../../vfs/path.ts";
import { ArrayItems } from "./array-items.ts";
import type { Sink } from "./drain-sinks.ts";
import type { Job } from "./job.ts";
import type { Input, Kernel, Output, Process } from "../process.ts";

/** Which `sh` it is: Debian's dash, busybox's ash, or bash. */
export type Dialect = "dash" | "ash" | "bash";

export interface Variable {
  /** Undefined: declared and not set. */
  value: string | undefined;
  exported: boolean;
  readonly: boolean;
  /** bash only: an array, by key; a number's key is its digits. */
  items?: ArrayItems;
  /** bash only: the array's keys are names. */
  keyed?: boolean;
  /** bash only: what is assigned is computed first. */
  integer?: boolean;
  /** bash only: what is assigned is turned into capitals, or into small letters. */
  fold?: "upper" | "lower" | undefined;
  /** bash only: it stands for the variable of this name (`declare -n`). */
  refersTo?: string | undefined;
}

/** What a file descriptor leads to. */
export interface Descriptor {
  readonly input?: Input;
  readonly output?: Output;
}

/** A function: its syntax tree, and the script it stands in, for its line numbers. */
export interface ShellFunction {
  readonly node: FunctionNode;
  readonly source: Source;
  /** The file that it stands in; undefined for `-c`. */
  readonly script: string | undefined;
}

/** Text that is being run; `line` is the number of its first line. */
export interface Source {
  readonly text: string;
  readonly line: number;
}

/** What expansions and builtins need of the interpreter. */
export interface Interpreter {
  /** Runs the text in this shell: `eval`, `.`, traps. `line` is the number of a file's first line. */
  text(shell: Shell, text: string, line?: number): number;
  /** Runs one command of any kind. */
  node(shell: Shell, tree: SyntaxNode): number;
  statements(shell: Shell, commands: readonly Statement[]): number;
  /** What commands in a child print. */
  printed(shell: Shell, commands: readonly Statement[], source: Source): string;
  /** Runs what is between `$(` and `)`. */
  substitute(shell: Shell, commands: readonly Statement[], source: Source): string;
  command(shell: Shell, argv: readonly string[], options: CommandOptions): number;
  /** Is the name a builtin of this shell? */
  builtin(shell: Shell, name: string): { readonly special?: boolean } | undefined;
}

export interface CommandOptions {
  /** `command`: no functions. */
  readonly plain?: boolean;
  readonly env?: ReadonlyMap<string, string>;
  /** A program takes the shell's place. */
  readonly replace?: boolean;
  /** The command as it was written. */
  readonly text?: string;
}

/** One shell: what `(…)` copies. */
export class Shell {
  readonly dialect: Dialect;
  readonly interpreter: Interpreter;
  readonly process: Process;
  variables: Map<string, Variable> = new Map();
  functions: Map<string, ShellFunction> = new Map();
  aliases: Map<string, string> = new Map();
  parameters: string[] = [];
  options: Set<string> = new Set();
  descriptors: Map<number, Descriptor> = new Map();
  traps: Map<string, string> = new Map();
  /** Which of bash's DEBUG and RETURN traps run now. */
  readonly trapped: Set<string> = new Set();
  /** Variables that `local` hid, one map a running function. */
  scopes: Map<string, Variable | undefined>[] = [];
  name: string;
  /** The name that errors begin with. */
  errorName: string;
  /** The script is a file. */
  fromFile = false;
  /** `-c` was given a name for `$0`. */
  named = false;
  cwd: string;
  umask: number;
  /** bash only: the folders that `pushd` left, the last one first. */
  folders: readonly string[] = [];
  /** The shell that its subshells belong to, and whose number is theirs as `$$`. */
  root: Shell = this;
  /** Signals that came while a subshell ran: looked at between two commands. */
  pending: string[] = [];
  /** How many shells are around this one: bash's `BASH_SUBSHELL`. */
  depth = 0;
  /** Script files of what runs now, the innermost last: where the script is, and each function and sourced file. */
  scripts: string[] = [];
  /** Names of the functions that run now, the innermost last. */
  calls: string[] = [];
  /** What `ulimit` has set, by letter. */
  limits: Map<string, string> = new Map();
  /** What waits to be read by the commands of a `>(…)`. */
  sinks: Sink[] = [];
  /** When the shell began, in simulated milliseconds. */
  readonly began: number;
  status = 0;
  /** What the status was when the EXIT trap began, while it runs. */
  leaving: number | undefined;
  /** The last word of the command before: `$_` of bash. */
  lastWord: string | undefined;
  /** Exit status of each side of the last pipe; undefined after any other command. */
  pipeStatus: readonly number[] | undefined;
  /** Exit status of the last command substitution of the command being expanded. */
  substituted: number | undefined;
  /** Number of the line that runs; the one of `-c` is 1, and 0 in ash. */
  line = 1;
  source: Source = { text: "", line: 1 };
  /** The builtin that runs now; its name goes before its errors. */
  builtin: string | undefined;
  /** A builtin had something to say, and its standard output was closed. */
  unwritten = false;
  /** Programs found in PATH before, and how often. */
  readonly hashed: Map<string, number> = new Map();
  loops = 0;
  sourced = 0;
  /** How many `$(…)` are around: bash's `set -x` repeats the first character of `PS4`. */
  substitutions = 0;
  /** Above 0 while `set -e` looks away: conditions, `!`, all but the last of `&&` and `||`. */
  tested = 0;
  background: number | undefined;
  /** What was started in the background, by process number. */
  readonly jobs: Map<number, Job> = new Map();
  /** Somebody types to it: it tells of jobs and has them under control. */
  controls = false;
  getoptsAt = 0;
  readonly isSubshell: boolean;

  /** Commands whose programs take the shell's place: those of `-c` that nothing comes after. */
  finals: ReadonlySet<Command> = new Set();

  constructor(
    interpreter: Interpreter,
    process: Process,
    dialect: Dialect,
    name: string,
    isSubshell = false,
  ) {
    this.interpreter = interpreter;
    this.process = process;
    this.dialect = dialect;
    this.name = name;
    this.errorName = name;
    this.began = process.kernel.now();
    this.cwd = process.cwd;
    this.umask = process.umask;
    this.isSubshell = isSubshell;
  }

  get kernel(): Kernel {
    return this.process.kernel;
  }

  /** The shell that `(…)`, a pipe's side and `$(…)` run in. */
  fork(): Shell {
    const child = new Shell(this.interpreter, this.process, this.dialect, this.name, true);
    this.kernel.spend(2 + ((this.variables.size + this.functions.size) >> 1) + (this.parameters.length >> 7));
    for (const [name, variable] of this.variables) {
      this.kernel.spend((variable.items?.size ?? 0) >> 3);
      child.variables.set(name, {
        ...variable,
        ...(variable.items ? { items: ArrayItems.of(variable.items) } : {}),
      });
    }
    child.functions = new Map(this.functions);
    child.aliases = new Map(this.aliases);
    child.parameters = [...this.parameters];
    child.options = new Set(this.options);
    child.descriptors = new Map(this.descriptors);
    for (const [name, action] of this.traps) if (action === "") child.traps.set(name, action);
    child.scopes = this.scopes.map((scope) => new Map(scope));
    child.errorName = this.errorName;
    child.fromFile = this.fromFile;
    child.named = this.named;
    child.calls = [...this.calls];
    child.scripts = [...this.scripts];
    child.limits = new Map(this.limits);
    child.root = this.root;
    child.depth = this.depth + 1;
    child.cwd = this.cwd;
    child.folders = this.folders;
    child.umask = this.umask;
    child.status = this.status;
    child.lastWord = this.lastWord;
    child.line = this.line;
    child.source = this.source;
    child.loops = this.loops;
    child.sourced = this.sourced;
    child.tested = this.tested;
    child.substitutions = this.substitutions;
    child.background = this.background;
    return child;
  }

  get stdin(): Input {
    return this.descriptors.get(0)?.input ?? CLOSED;
  }

  /** Undefined where the descriptor is closed or not open for writing. */
  output(descriptor: number): Output | undefined {
    return this.descriptors.get(descriptor)?.output;
  }

  print(text: string): void {
    const output = this.output(1);
    if (output) output.write(text);
    else this.unwritten ||= text !== "";
  }

  /** `/bin/sh: 1: cd: can't cd to nope`, as each dialect begins it; nothing where there is no message. */
  complain(message: string): void {
    if (message !== "") this.output(2)?.write(`${this.prefix()}${message}\n`);
  }

  /** What busybox's own messages begin with: the name of the applet. */
  get applet(): string {
    return basename(this.process.argv[0] ?? "sh");
  }

  prefix(): string {
    // bash's `eval` says nothing in its own name.
    const silent = this.builtin === undefined || (this.dialect === "bash" && this.builtin === "eval");
    const builtin = silent ? "" : `${this.builtin}: `;
    if (this.dialect === "dash") return `${this.errorName}: ${this.line}: ${builtin}`;
    // Where a function stands that `-c` was given.
    const unnamed = this.calls.length > 0 && this.sourced === 0 && this.options.has("command");
    if (this.dialect === "bash")
      return `${unnamed ? "environment" : this.errorName}: line ${this.line}: ${builtin}`;
    // ash tells the line only where it has a name to put before it.
    return this.fromFile || this.builtin !== undefined || this.named
      ? `${this.errorName}: ${builtin}line ${this.line}: `
      : `${this.errorName}: `;
  }
}

const CLOSED: Input = { line: () => undefined, rest: () => "" };
