import type {
  AndOr,
  ArithmeticFor,
  Case,
  CompoundList,
  For,
  Function as FunctionNode,
  If,
  Pipeline,
  Statement,
  SyntaxNode,
  While,
} from "unbash";
import { notSimulated } from "../../core/engine-error.ts";
import { builtinOf } from "../builtins/index.ts";
import { arithmetic } from "../expand/arithmetic.ts";
import { matchesPattern } from "../expand/pattern.ts";
import { expandPattern, expandQuoted, expandText, expandWords } from "../expand/word.ts";
import { BrokenPipe, Pipe } from "../streams/pipe.ts";
import { parseScript } from "../syntax/parse-script.ts";
import { lineAt } from "../syntax/source-line.ts";
import { dispatch, runCommand } from "./command.ts";
import { Exit, LoopJump, Return, ShellError } from "./jumps.ts";
import { told, withRedirects } from "./redirect.ts";
import type { Interpreter, Shell, Source } from "./shell.ts";
import { runFile } from "./run-file.ts";
import { testExpression } from "./test-expression.ts";
import { assign, valueOf } from "./variables.ts";

function statements(shell: Shell, commands: readonly Statement[]): number {
  for (const statement of commands) {
    if (statement.background) {
      const child = shell.fork();
      child.tested = 0;
      shell.background = shell.kernel.nextPid();
      const began = shell.kernel.now();
      const ran = shell.kernel.behind(() => runChild(child, () => node(child, statement.command)));
      const took = shell.kernel.now() - began;
      shell.jobs.set(shell.background, { ...ran, took });
      shell.status = 0;
    } else shell.status = node(shell, statement.command);
    if (shell.process.pid === 1) answerSignal(shell);
  }
  return shell.status;
}

/** A shell that is process 1 runs its trap between two commands, as every shell does, and ignores what has none. */
function answerSignal(shell: Shell): void {
  const signal = shell.kernel.takeSignal();
  const action = signal === undefined ? undefined : shell.traps.get(signal);
  if (action === undefined) return;
  const { status } = shell;
  interpreter.text(shell, action);
  shell.status = status;
}

/** An empty list leaves status 0 behind. */
const list = (shell: Shell, body: CompoundList): number =>
  body.commands.length === 0 ? 0 : statements(shell, body.commands);

/** Runs what a forked shell runs: its exits and errors end there. */
function runChild(child: Shell, body: () => number): number {
  child.kernel.nest(1);
  try {
    let status = guarded(child, body);
    const trap = child.traps.get("EXIT");
    if (trap) {
      child.status = status;
      child.traps.delete("EXIT");
      asked.delete(child);
      const after = guarded(child, () => interpreter.text(child, trap));
      if (exitAsked(child)) status = after;
    }
    return status;
  } finally {
    child.kernel.nest(-1);
  }
}

const asked = new WeakSet<Shell>();
const exitAsked = (shell: Shell): boolean => asked.has(shell);

function guarded(shell: Shell, body: () => number): number {
  try {
    return body();
  } catch (jump) {
    if (jump instanceof Exit) asked.add(shell);
    if (jump instanceof Exit || jump instanceof Return) return jump.status;
    if (jump instanceof LoopJump) return 0;
    if (jump instanceof BrokenPipe) return jump.exitCode;
    if (!(jump instanceof ShellError)) throw jump;
    shell.complain(jump.message);
    return jump.status;
  }
}

/** `set -e`: a failure that nobody looks at ends the shell. */
function checked(shell: Shell, status: number): number {
  shell.status = status;
  if (status === 0 || shell.tested > 0) return status;
  const action = shell.traps.get("ERR");
  if (action !== undefined && shell.calls.length === 0) {
    tested(shell, () => interpreter.text(shell, action));
    shell.status = status;
  }
  if (shell.options.has("errexit")) throw new Exit(status);
  return status;
}

function tested(shell: Shell, body: () => number): number {
  shell.tested++;
  try {
    return body();
  } finally {
    shell.tested--;
  }
}

function node(shell: Shell, tree: SyntaxNode): number {
  shell.kernel.spend(1);
  if (shell.options.has("noexec")) return 0;
  switch (tree.type) {
    case "Command":
      return checked(shell, runCommand(shell, tree, node));
    case "Pipeline":
      return pipeline(shell, tree);
    case "AndOr":
      return andOr(shell, tree);
    case "CompoundList":
      return list(shell, tree);
    case "BraceGroup":
      return list(shell, tree.body);
    case "Subshell": {
      shell.line = lineAt(shell.source, tree.pos);
      const child = shell.fork();
      return checked(
        shell,
        runChild(child, () => list(child, tree.body)),
      );
    }
    case "Redirected":
      shell.line = lineAt(shell.source, tree.pos);
      return redirected(
        shell,
        tree.redirects,
        () => node(shell, tree.command),
        tree.command.type === "Subshell",
      );
    case "If":
      return conditional(shell, tree);
    case "While":
      return loop(shell, tree);
    case "ArithmeticFor":
      return count(shell, tree);
    case "For":
      return iterate(shell, tree);
    case "Case":
      return choose(shell, tree);
    case "Function":
      return define(shell, tree);
    case "TestCommand":
      return checked(shell, testExpression(shell, tree.expression) ? 0 : 1);
    case "ArithmeticCommand":
      return checked(shell, compute(shell, tree.body) !== 0n ? 0 : 1);
    default:
      throw notSimulated(`bash's ${tree.type}`, "bash would run it");
  }
}

function compute(shell: Shell, text: string): bigint {
  const names = {
    get: (name: string) => valueOf(shell, name),
    set: (name: string, value: string) => assign(shell, name, value),
  };
  return arithmetic(expandQuoted(shell, text), names, shell.dialect);
}

function redirected(
  shell: Shell,
  redirects: Parameters<typeof withRedirects>[1],
  body: () => number,
  isSubshell = false,
): number {
  let inside = false;
  try {
    return withRedirects(shell, redirects, () => {
      inside = true;
      return body();
    });
  } catch (error) {
    if (inside || !(error instanceof ShellError) || error.fatal) throw error;
    shell.complain(error.message);
    // In ash the subshell itself opens the files, and its errors are 2.
    return checked(shell, isSubshell && shell.dialect === "ash" ? 2 : error.status);
  }
}

function pipeline(shell: Shell, tree: Pipeline): number {
  const negated = tree.prefixes.filter(({ type }) => type === "Negation").length % 2 === 1;
  const run = (): number => {
    const [only] = tree.commands;
    if (tree.commands.length === 1 && only) return node(shell, only);
    let reader = shell.descriptors.get(0);
    const pipes: Pipe[] = [];
    const statuses = tree.commands.map((command, i) => {
      const child = shell.fork();
      const last = i === tree.commands.length - 1;
      const pipe = new Pipe();
      if (reader) child.descriptors.set(0, reader);
      if (!last) child.descriptors.set(1, { output: pipe });
      if (!last && tree.operators[i] === "|&") child.descriptors.set(2, { output: pipe });
      const run = (): number => runChild(child, () => node(child, command));
      if (last) return run();
      const status = child.kernel.half(run, () => pipe.stop());
      pipes.push(pipe);
      reader = { input: pipe.reader() };
      return status;
    });
    pipes.forEach((pipe, i) => pipe.broken && (statuses[i] = new BrokenPipe().exitCode));
    shell.pipeStatus = statuses;
    const status = statuses.at(-1) ?? 0;
    return shell.options.has("pipefail") ? (statuses.findLast((one) => one !== 0) ?? 0) : status;
  };
  if (!negated) return checked(shell, run());
  return tested(shell, run) === 0 ? 1 : 0;
}

function andOr(shell: Shell, tree: AndOr): number {
  let status = 0;
  tree.commands.forEach((command, i) => {
    const operator = i === 0 ? undefined : tree.operators[i - 1];
    if (operator !== undefined && (operator === "&&") !== (status === 0)) return;
    const last = i === tree.commands.length - 1;
    status = last ? node(shell, command) : tested(shell, () => node(shell, command));
    shell.status = status;
  });
  return status;
}

function conditional(shell: Shell, tree: If): number {
  if (tested(shell, () => list(shell, tree.clause)) === 0) return list(shell, tree.then);
  for (const branch of tree.elif)
    if (tested(shell, () => list(shell, branch.clause)) === 0) return list(shell, branch.then);
  return tree.else ? list(shell, tree.else) : 0;
}

/** One turn of a loop. @returns whether it goes on */
function turn(shell: Shell, body: () => void): boolean {
  try {
    body();
    return true;
  } catch (jump) {
    if (!(jump instanceof LoopJump)) throw jump;
    shell.status = 0;
    if (jump.levels > 1) throw new LoopJump(jump.kind, jump.levels - 1);
    return jump.kind === "continue";
  }
}

function looping(shell: Shell, body: () => void): void {
  shell.loops++;
  try {
    body();
  } finally {
    shell.loops--;
  }
}

function loop(shell: Shell, tree: While): number {
  let status = 0;
  looping(shell, () => {
    for (;;) {
      shell.kernel.spend(1);
      let done = false;
      const goesOn = turn(shell, () => {
        done = (tested(shell, () => list(shell, tree.clause)) === 0) !== (tree.kind === "while");
        if (!done) status = list(shell, tree.body);
      });
      if (done) return;
      if (!goesOn) {
        status = 0;
        return;
      }
    }
  });
  return status;
}

function iterate(shell: Shell, tree: For): number {
  shell.line = lineAt(shell.source, tree.pos);
  const words = tree.wordlist ? expandWords(shell, tree.wordlist) : [...shell.parameters];
  let status = 0;
  looping(shell, () => {
    for (const word of words) {
      shell.kernel.spend(1);
      assign(shell, tree.name.value, word);
      if (!turn(shell, () => void (status = list(shell, tree.body)))) {
        status = 0;
        return;
      }
    }
  });
  return status;
}

/** `for ((a; b; c))` of bash; an empty condition holds. */
function count(shell: Shell, tree: ArithmeticFor): number {
  const part = (expression: { readonly pos: number; readonly end: number } | undefined): bigint =>
    expression === undefined ? 1n : compute(shell, shell.source.text.slice(expression.pos, expression.end));
  let status = 0;
  part(tree.initialize);
  looping(shell, () => {
    while (part(tree.test) !== 0n) {
      shell.kernel.spend(1);
      if (!turn(shell, () => void (status = list(shell, tree.body)))) {
        status = 0;
        return;
      }
      part(tree.update);
    }
  });
  return status;
}

function choose(shell: Shell, tree: Case): number {
  shell.line = lineAt(shell.source, tree.pos);
  const text = expandText(shell, tree.word);
  let status = 0;
  let falling = false;
  for (const item of tree.items) {
    if (!falling && !item.pattern.some((word) => matchesPattern(expandPattern(shell, word), text))) continue;
    status = list(shell, item.body);
    falling = item.terminator === ";&";
    if (!falling && item.terminator !== ";;&") return status;
  }
  return status;
}

function define(shell: Shell, tree: FunctionNode): number {
  shell.functions.set(tree.name.value, { node: tree, source: shell.source });
  return 0;
}

/** Runs text in this shell, command by command, so that a syntax error late in it comes late. */
function text(shell: Shell, script: string, first?: number): number {
  const parsed = parseScript(script, shell.dialect);
  const { source, line } = shell;
  // ash goes on counting where the command stands that runs the text.
  const from = first ?? (shell.dialect === "ash" ? line : 1);
  shell.source = from === 1 ? parsed.source : { ...parsed.source, line: from };
  shell.kernel.nest(1);
  try {
    if (parsed.commands.length === 0 && !parsed.error) return 0;
    const status =
      first === undefined
        ? statements(shell, parsed.commands)
        : runFile(shell, script, parsed.commands, statements);
    if (!parsed.error) return status;
    shell.line = parsed.error.line + from - 1;
    throw new ShellError(parsed.error.message, 2, true);
  } catch (error) {
    throw told(shell, error);
  } finally {
    shell.kernel.nest(-1);
    shell.source = source;
    if (source.text !== "") shell.line = line;
  }
}

/** Runs commands in a child and takes their output. */
function printed(shell: Shell, commands: readonly Statement[], source: Source): string {
  const child = shell.fork();
  const pipe = new Pipe();
  child.source = source;
  child.descriptors.set(1, { output: pipe });
  const only = commands.length === 1 ? commands[0]?.command : undefined;
  const bare = only?.type === "Command" && !only.name && only.redirects.length === 1 ? only : undefined;
  const body = (): number => {
    // `$(<file)` of bash is the file's text.
    if (shell.dialect === "bash" && bare)
      return redirected(child, bare.redirects, () => (child.print(child.stdin.rest()), 0));
    return commands.length === 0 ? 0 : statements(child, commands);
  };
  shell.substituted = runChild(child, body);
  return pipe.text;
}

/** `$(…)`: the output without line feeds at its end. */
function substitute(shell: Shell, commands: readonly Statement[], source: Source): string {
  const text = printed(shell, commands, source);
  shell.status = shell.substituted ?? 0;
  return text.replaceAll("\0", "").replace(/\n+$/, "");
}

export const interpreter: Interpreter = {
  text,
  statements,
  substitute,
  printed,
  command: (shell, argv, options) => dispatch(shell, argv, node, options),
  builtin: (shell, name) => builtinOf(shell.dialect, name),
};
