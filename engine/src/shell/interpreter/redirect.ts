import type { HereDoc, Redirection } from "unbash";
import { strerror, type Errno } from "../../vfs/errno.ts";
import { expandHereDoc, expandText, expandWords } from "../expand/word.ts";
import type { Process, SpawnOptions, StartFailure } from "../process.ts";
import { openInput, openOutput, type Standard } from "../streams/open-file.ts";
import { TextInput } from "../streams/text-input.ts";
import { ShellError } from "./jumps.ts";
import type { Descriptor, Shell } from "./shell.ts";
import { assign, valueOf } from "./variables.ts";

const CLOSED: Standard = {
  stdin: { line: () => undefined, rest: () => "" },
  stdout: { write: () => undefined },
  stderr: { write: () => undefined },
};

/** What `/dev/stdout` and its kind lead to. */
export const standardOf = (shell: Shell): Standard => ({
  stdin: shell.stdin,
  stdout: shell.output(1) ?? CLOSED.stdout,
  stderr: shell.output(2) ?? CLOSED.stderr,
});

/** The process whose files, folder and umask a shell opens with. */
export const opener = (shell: Shell): Process => new Opener(shell);

/** The shell's process as it is after `cd` and `umask`. */
class Opener implements Process {
  readonly #process: Process;
  readonly #shell: Shell;
  readonly argv: readonly string[];
  readonly env: Map<string, string>;
  cwd: string;
  umask: number;
  readonly credentials: Process["credentials"];
  readonly files: Process["files"];
  readonly kernel: Process["kernel"];
  readonly pid: number;

  constructor(shell: Shell) {
    const { process, cwd, umask } = shell;
    this.#shell = shell;
    this.#process = process;
    this.argv = process.argv;
    this.env = process.env;
    this.cwd = cwd;
    this.umask = umask;
    this.credentials = process.credentials;
    this.files = process.files;
    this.kernel = process.kernel;
    this.pid = process.pid;
  }

  get stdin(): Process["stdin"] {
    return this.#shell.stdin;
  }

  get stdout(): Process["stdout"] {
    return this.#shell.output(1) ?? CLOSED.stdout;
  }

  get stderr(): Process["stderr"] {
    return this.#shell.output(2) ?? CLOSED.stderr;
  }

  spawn(argv: readonly string[], options: SpawnOptions = {}): number {
    return this.#process.spawn(argv, { cwd: this.cwd, umask: this.umask, ...options });
  }

  start(argv: readonly string[], options: SpawnOptions = {}): number | StartFailure {
    return this.#process.start(argv, { cwd: this.cwd, umask: this.umask, ...options });
  }
}

function failed(shell: Shell, path: string, errno: Errno, creating: boolean): ShellError {
  const { dialect } = shell;
  if (dialect === "bash")
    return new ShellError(
      `${path}: ${errno === "EEXIST" ? "cannot overwrite existing file" : strerror[errno]}`,
      1,
    );
  if (dialect === "dash") {
    const words =
      errno === "ENOENT" || (creating && errno === "ENOTDIR")
        ? creating
          ? "Directory nonexistent"
          : "No such file"
        : strerror[errno];
    return new ShellError(`cannot ${creating ? "create" : "open"} ${path}: ${words}`, 2);
  }
  const words =
    errno === "ENOENT" || (creating && errno === "ENOTDIR")
      ? creating
        ? "nonexistent directory"
        : "no such file"
      : strerror[errno];
  return new ShellError(`can't ${creating ? "create" : "open"} ${path}: ${words}`, 1);
}

function duplicate(shell: Shell, target: string): Descriptor | undefined {
  if (target === "-") return undefined;
  if (shell.dialect === "ash" && !/^\d+$/.test(target)) throw new ShellError("redir error", 2, true);
  if (shell.dialect === "dash" && !/^\d$/.test(target))
    throw new ShellError("Syntax error: Bad fd number", 2, true);
  const from = /^\d+$/.test(target) ? shell.descriptors.get(Number(target)) : undefined;
  if (from) return from;
  const bad =
    shell.dialect === "dash" ? `${target}: Bad file descriptor` : `dup2(${target},1): Bad file descriptor`;
  throw new ShellError(
    shell.dialect === "ash"
      ? `${target}: Bad file descriptor`
      : shell.dialect === "bash"
        ? `${target}: Bad file descriptor`
        : bad,
    shell.dialect === "dash" ? 2 : 1,
  );
}

/** The text of a here-document; dash and ash skip the command, and no more, where it cannot be expanded. */
function hereDoc(shell: Shell, node: HereDoc): string {
  try {
    return expandHereDoc(shell, node);
  } catch (error) {
    if (!(error instanceof ShellError) || shell.dialect === "bash") throw error;
    throw new ShellError(error.message, shell.dialect === "dash" ? error.status : 1);
  }
}

/** What is redirected to: in bash the word may be globbed, and must stay one. */
function targetWord(shell: Shell, node: Exclude<Redirection, HereDoc>): string {
  if (node.target === undefined) return "";
  if (shell.dialect !== "bash" || node.type === "HereString") return expandText(shell, node.target);
  const words = expandWords(shell, [node.target]);
  if (words.length === 1) return words[0] ?? "";
  throw new ShellError(`${node.target.text}: ambiguous redirect`, 1);
}

/** `{fd}>file` of bash: a free descriptor from 10 on, whose number the variable gets; `{fd}>&-` closes it. */
function chosen(shell: Shell, name: string, node: Redirection): number {
  if (node.type !== "HereDoc" && node.target?.text === "-") return Number(valueOf(shell, name));
  let number = 10;
  while (shell.descriptors.has(number)) number++;
  assign(shell, name, String(number));
  return number;
}

function redirect(shell: Shell, node: Redirection): void {
  const set = (number: number, descriptor: Descriptor | undefined): void => {
    if (descriptor) shell.descriptors.set(number, descriptor);
    else shell.descriptors.delete(number);
  };
  const given =
    node.descriptor?.type === "FileDescriptorVariable"
      ? chosen(shell, node.descriptor.name, node)
      : node.descriptor?.type === "FileDescriptor"
        ? node.descriptor.value
        : undefined;
  if (node.type === "HereDoc") return set(given ?? 0, { input: new TextInput(hereDoc(shell, node)) });
  if (node.target === undefined) return;
  const target = targetWord(shell, node);
  if (node.type === "HereString") return set(given ?? 0, { input: new TextInput(`${target}\n`) });
  const { operator } = node;
  const process = opener(shell);
  const read = (): Descriptor => {
    const input = openInput(process, target, standardOf(shell));
    if (typeof input === "string") throw failed(shell, target, input, false);
    return { input };
  };
  const write = (append: boolean, fresh = false): Descriptor => {
    const output = openOutput(process, target, { append, fresh }, standardOf(shell));
    if (typeof output === "string") throw failed(shell, target, output, true);
    return { output };
  };
  switch (operator) {
    case "<":
      return set(given ?? 0, read());
    case "<&":
      return set(given ?? 0, duplicate(shell, target));
    case ">":
      return set(given ?? 1, write(false, shell.options.has("noclobber")));
    case ">|":
      return set(given ?? 1, write(false));
    case ">>":
      return set(given ?? 1, write(true));
    case ">&":
      if (given !== undefined || /^(\d+|-)$/.test(target) || shell.dialect === "dash")
        return set(given ?? 1, duplicate(shell, target));
      break;
    case "<>": {
      const output = openOutput(process, target, { keep: true }, standardOf(shell));
      if (typeof output === "string") throw failed(shell, target, output, true);
      return set(given ?? 0, { ...read(), output });
    }
    case "&>":
    case "&>>":
      break;
  }
  const both = write(operator === "&>>");
  set(1, both);
  set(2, both);
}

/** Carries out redirections from left to right. @throws {ShellError} at the first that fails */
export function redirectAll(shell: Shell, nodes: readonly Redirection[]): void {
  for (const node of nodes) redirect(shell, node);
}

/** An error whose words are printed at once, where standard error and the line are still those of the place it happened. */
export function told(shell: Shell, error: unknown): unknown {
  if (!(error instanceof ShellError) || error.message === "") return error;
  shell.complain(error.message);
  return new ShellError("", error.status, error.fatal);
}

/** Runs `body` with redirections, and takes them back. */
export function withRedirects<T>(shell: Shell, nodes: readonly Redirection[], body: () => T): T {
  if (nodes.length === 0) return body();
  const before = shell.descriptors;
  shell.descriptors = new Map(before);
  try {
    redirectAll(shell, nodes);
    try {
      return body();
    } catch (error) {
      throw told(shell, error);
    }
  } finally {
    shell.descriptors = before;
  }
}
