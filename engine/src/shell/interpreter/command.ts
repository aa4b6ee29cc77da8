import type { Assignment, Command, Redirection, Word } from "unbash";
import type { Builtin } from "../builtins/builtin.ts";
import { builtinOf } from "../builtins/index.ts";
import { compute } from "../expand/compute.ts";
import { keyOf } from "../expand/array.ts";
import { fillArray } from "../expand/fill-array.ts";
import { expandIndex, expandText, expandWords } from "../expand/word.ts";
import { commandLine } from "../syntax/command-line.ts";
import { ArrayItems } from "./array-items.ts";
import { drainSinks } from "./drain-sinks.ts";
import { entriesOf } from "./arrays.ts";
import { debugTrap, withOwnTraps } from "./debug-traps.ts";
import { Return, ShellError } from "./jumps.ts";
import { redirectAll, told, withRedirects } from "./redirect.ts";
import { startProgram } from "./start-program.ts";
import { trace } from "./trace.ts";
import type { CommandOptions, Shell, ShellFunction } from "./shell.ts";
import { assign, declare, environmentOf, leaveScope, readOnly, targetOf, valueOf } from "./variables.ts";

const DECLARING = new Set(["export", "readonly", "local", "declare", "typeset"]);

function argvOf(shell: Shell, node: Command): string[] {
  if (!node.name) return [];
  const argv = expandWords(shell, [node.name]);
  const declaring = DECLARING.has(node.name.text);
  for (const argument of node.args) {
    if (argument.type === "Word") argv.push(...expandWords(shell, [argument]));
    else if (declaring && argument.value.type === "Word")
      argv.push(`${argument.name}${argument.append ? "+" : ""}=${expandText(shell, argument.value, true)}`);
    else if (argument.value.type === "Word") argv.push(...assignmentWords(shell, argument, argument.value));
    else argv.push(declaring ? argument.name : argument.text);
  }
  return argv;
}

/** `echo a=$x`: an ordinary word that looks like an assignment. */
function assignmentWords(shell: Shell, node: Assignment, value: Word): string[] {
  // bash looks for `~` behind the `=` of any word.
  const isPlain = shell.dialect === "bash" && value.parts === undefined && value.text.includes("~");
  const [first = "", ...rest] =
    value.text === "" ? [""] : isPlain ? [expandText(shell, value, true)] : expandWords(shell, [value]);
  return [`${node.text.slice(0, node.text.length - value.text.length)}${first}`, ...rest];
}

function assignOne(shell: Shell, node: Assignment): readonly [string, string] {
  if (node.value.type === "ArrayValue") {
    const variable = declare(shell, node.name);
    const expand = (word: Word): string[] => expandWords(shell, [word]);
    fillArray(shell, variable, node.value.elements, node.append === true, expand, node.name);
    const values = shell.options.has("xtrace") ? [...(variable.items?.values() ?? [])] : [];
    return [node.name, `(${values.join(" ")})`];
  }
  const text = expandText(shell, node.value, true);
  if (node.index) {
    const key = keyOf(shell, node.name, node.index, expandIndex);
    const variable = declare(shell, node.name);
    if (!variable.items) variable.items = ArrayItems.of(entriesOf(variable));
    variable.items.set(key, node.append ? (variable.items.get(key) ?? "") + text : text);
    return [node.name, text];
  }
  if (shell.variables.get(targetOf(shell, node.name))?.integer) {
    const sum = node.append ? `${valueOf(shell, node.name) ?? "0"}+(${text})` : text;
    return [node.name, String(compute(shell, sum))];
  }
  const value = node.append ? (valueOf(shell, node.name) ?? "") + text : text;
  return [node.name, value];
}

/** A simple command (POSIX 2.9.1). */
export function runCommand(shell: Shell, node: Command): number {
  const sinks = shell.sinks.length;
  try {
    return runSimple(shell, node);
  } finally {
    // What `exec` opens stays open until the shell ends.
    if (shell.sinks.length > sinks && node.name?.text !== "exec") drainSinks(shell, sinks);
  }
}

function runSimple(shell: Shell, node: Command): number {
  // Each path that it looks up begins at the root.
  shell.kernel.spend(1 + (shell.cwd.length >> 5));
  shell.line = commandLine(shell.source, node, shell.dialect);
  debugTrap(shell);
  shell.substituted = undefined;
  const argv = argvOf(shell, node);
  shell.pipeStatus = undefined;
  const redirects = node.redirects;
  const prefix = node.prefix.filter((part): part is Assignment => part.type === "Assignment");
  if (argv.length === 0) shell.lastWord = "";
  if (argv.length === 0) return assignmentsAlone(shell, prefix, redirects);
  shell.lastWord = argv.at(-1);
  const [name = ""] = argv;
  const builtin = builtinOf(shell.dialect, name);
  const special = builtin?.special === true;
  // bash looks at the assignments before it redirects, dash and ash after it (`evalcommand`).
  const late = shell.dialect !== "bash";
  let assigned: readonly (readonly [string, string])[] = [];
  const errors = shell.output(2);
  const prepare = (): void => {
    assigned = prefix.map((part) => assignOne(shell, part));
    for (const [key] of assigned) if (shell.variables.get(key)?.readonly) refuse(shell, key);
    trace(shell, assigned, argv, errors);
  };
  if (!late) prepare();
  if (name === "exec" && special) {
    try {
      redirectAll(shell, redirects);
    } catch (error) {
      if (!(error instanceof ShellError)) throw error;
      if (shell.dialect !== "bash") throw new ShellError(error.message, error.status, true);
      shell.complain(error.message);
      return 1;
    }
    if (argv.length === 1) {
      if (late) prepare();
      for (const [key, value] of assigned) assign(shell, key, value);
      return 0;
    }
  }
  try {
    return withRedirects(shell, name === "exec" && special ? [] : redirects, () => {
      if (late) prepare();
      if (special && shell.dialect !== "bash") for (const [key, value] of assigned) assign(shell, key, value);
      const status = dispatch(shell, argv, {
        env: new Map(special && shell.dialect !== "bash" ? [] : assigned),
        replace: isFinal(shell, node),
        text: shell.source.text.slice(node.pos, node.end),
      });
      // `declare -A a=(…)`: the array is declared first, then filled.
      if (status === 0 && DECLARING.has(name))
        for (const one of node.args)
          if (one.type === "Assignment" && one.value.type === "ArrayValue") assignOne(shell, one);
      return status;
    });
  } catch (error) {
    if (!(error instanceof ShellError) || error.fatal || (special && shell.dialect !== "bash"))
      throw error instanceof ShellError ? new ShellError(error.message, error.status, true) : error;
    shell.complain(error.message);
    return error.status;
  }
}

/** An assignment before a command to what is read only ends dash and ash; bash says so and goes on. */
function refuse(shell: Shell, name: string): void {
  const error = readOnly(shell, name);
  if (shell.dialect !== "bash") throw error;
  shell.complain(error.message);
}

function assignmentsAlone(
  shell: Shell,
  prefix: readonly Assignment[],
  redirects: readonly Redirection[],
): number {
  const errors = shell.output(2);
  const assignAll = (): void => {
    const done: (readonly [string, string])[] = [];
    for (const part of prefix) {
      const [name, value] = assignOne(shell, part);
      if (shell.dialect === "bash") trace(shell, [[name, value]], [], errors);
      if (part.value.type === "Word" && !part.index) assign(shell, name, value);
      done.push([name, value]);
    }
    if (shell.dialect !== "bash") trace(shell, done, [], errors);
  };
  const late = shell.dialect !== "bash";
  if (!late) assignAll();
  try {
    withRedirects(shell, redirects, late ? assignAll : () => undefined);
  } catch (error) {
    if (!(error instanceof ShellError) || error.fatal) throw error;
    shell.complain(error.message);
    return error.status;
  }
  return shell.substituted ?? 0;
}

/** Runs words that are expanded already: function, builtin or program. */
export function dispatch(shell: Shell, argv: readonly string[], options: CommandOptions): number {
  const [name = ""] = argv;
  const builtin = builtinOf(shell.dialect, name);
  if (builtin?.special && shell.dialect !== "bash") return runBuiltin(shell, builtin, argv);
  const called = options.plain ? undefined : shell.functions.get(name);
  if (called) return withVariables(shell, options.env, () => callFunction(shell, called, argv));
  if (builtin) return withVariables(shell, options.env, () => runBuiltin(shell, builtin, argv));
  return startProgram(shell, argv, environmentOf(shell, options.env), options.replace, options.text);
}

/** Nothing is left for the shell to do after it, no trap either. */
const isFinal = (shell: Shell, node: Command): boolean =>
  shell.finals.has(node) && [...shell.traps.values()].every((action) => action === "");

function withVariables(
  shell: Shell,
  env: ReadonlyMap<string, string> | undefined,
  body: () => number,
): number {
  if (!env || env.size === 0) return body();
  const old = [...env.keys()].map((name) => [name, shell.variables.get(name)] as const);
  for (const [name, value] of env) {
    shell.variables.set(name, {
      value,
      exported: true,
      readonly: shell.variables.get(name)?.readonly ?? false,
    });
  }
  try {
    return body();
  } finally {
    for (const [name, variable] of old) {
      if (variable) shell.variables.set(name, variable);
      else shell.variables.delete(name);
    }
  }
}

/** What a builtin says, and its status, where its standard output is closed. */
function unwritten(shell: Shell, name: string): number {
  shell.unwritten = false;
  if (shell.dialect === "dash") shell.complain(`${name}: I/O error`);
  else if (shell.dialect === "bash") shell.complain("write error: Bad file descriptor");
  else if (name === "echo") shell.output(2)?.write(`${shell.applet}: write error: Bad file descriptor\n`);
  return 1;
}

/** A builtin's own failure prints its words and is its status; a special builtin's ends the shell. */
function runBuiltin(shell: Shell, builtin: Builtin, argv: readonly string[]): number {
  const outer = shell.builtin;
  shell.builtin = argv[0];
  try {
    shell.unwritten = false;
    shell.kernel.spend(1);
    const status = builtin.run(shell, argv.slice(1));
    return shell.unwritten ? unwritten(shell, builtin.name) : status;
  } catch (error) {
    if (!(error instanceof ShellError)) throw error;
    shell.complain(error.message);
    if (shell.dialect === "bash" ? error.fatal : builtin.special)
      throw new ShellError("", error.status, true);
    return error.status;
  } finally {
    shell.builtin = outer;
  }
}

function callFunction(shell: Shell, called: ShellFunction, argv: readonly string[]): number {
  const { parameters, source, loops } = shell;
  shell.kernel.nest(1);
  shell.parameters = argv.slice(1);
  shell.source = called.source;
  // In ash `break` and `continue` reach the loop around the call.
  if (shell.dialect !== "ash") shell.loops = 0;
  shell.scopes.push(new Map());
  shell.calls.push(argv[0] ?? "");
  if (called.script !== undefined) shell.scripts.push(called.script);
  try {
    return withOwnTraps(shell, () => shell.interpreter.node(shell, called.node.body));
  } catch (jump) {
    if (jump instanceof Return) return jump.status;
    throw told(shell, jump);
  } finally {
    leaveScope(shell);
    shell.calls.pop();
    if (called.script !== undefined) shell.scripts.pop();
    shell.parameters = parameters;
    shell.source = source;
    shell.loops = loops;
    shell.kernel.nest(-1);
  }
}
