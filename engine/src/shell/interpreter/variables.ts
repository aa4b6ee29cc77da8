import { environmentOrder } from "./environment-order.ts";
import { EngineError } from "../../core/engine-error.ts";
import { randomBytes } from "../digests/random-bytes.ts";
import { ShellError } from "./jumps.ts";
import type { Shell, Variable } from "./shell.ts";

/** Characters that a variable may hold, so that `x=$x$x` ends. */
const LONGEST = 4 << 20;

export const isName = (text: string): boolean => /^[A-Za-z_][A-Za-z0-9_]*$/.test(text);

/** References that are followed until the name at their end counts. */
const MOST_REFERENCES = 8;

/** The variable that a name of bash stands for, behind `declare -n`. */
export function targetOf(shell: Shell, name: string): string {
  let target = name;
  for (let i = 0; i < MOST_REFERENCES; i++) {
    const next = shell.variables.get(target)?.refersTo;
    if (next === undefined) return target;
    target = next;
  }
  return target;
}

/** Value of a variable; undefined where it is not set. */
export function valueOf(shell: Shell, given: string): string | undefined {
  const name = targetOf(shell, given);
  const variable = shell.variables.get(name);
  if (variable) return variable.items ? variable.items.get("0") : variable.value;
  // Debian's dash is built without it.
  if (name === "LINENO" && shell.dialect !== "dash") return String(shell.line);
  return shell.dialect === "bash" ? bashValue(shell, name) : undefined;
}

/** Variables that bash makes itself. */
function bashValue(shell: Shell, name: string): string | undefined {
  switch (name) {
    case "_":
      return shell.lastWord;
    case "BASH":
      return "/bin/bash";
    case "BASH_VERSION":
      return "5.2.15(1)-release";
    case "BASHPID":
      return String(shell.process.pid);
    case "EUID":
    case "UID":
      return String(shell.process.credentials.uid);
    case "BASH_SOURCE":
      return shell.scripts.at(-1);
    case "BASH_SUBSHELL":
      return String(shell.depth);
    case "BASH_VERSINFO":
      return "5";
    case "EPOCHREALTIME":
      return (shell.kernel.now() / 1000).toFixed(6);
    case "EPOCHSECONDS":
      return String(Math.floor(shell.kernel.now() / 1000));
    case "FUNCNAME":
      return shell.calls.at(-1);
    case "HOSTTYPE":
      return "x86_64";
    case "MACHTYPE":
      return "x86_64-pc-linux-gnu";
    case "OSTYPE":
      return "linux-gnu";
    case "HOSTNAME":
      return shell.kernel.hostname;
    case "PIPESTATUS":
      return String(shell.pipeStatus?.[0] ?? shell.status);
    case "RANDOM": {
      const [byte = 0, other = 0] = randomBytes(shell.process, 2);
      return String(((byte << 8) | other) & 0x7fff);
    }
    case "SECONDS":
      return String(Math.floor((shell.kernel.now() - shell.began) / 1000));
    default:
      return undefined;
  }
}

/** The refusal to change what is read only. */
export const readOnly = (shell: Shell, name: string): ShellError => {
  const words = shell.dialect === "bash" ? `${name}: readonly variable` : `${name}: is read only`;
  return new ShellError(words, shell.dialect === "bash" ? 1 : 2, true);
};

export function assign(shell: Shell, given: string, text: string): void {
  const name = targetOf(shell, given);
  const variable = shell.variables.get(name);
  const value =
    variable?.fold === undefined ? text : variable.fold === "upper" ? text.toUpperCase() : text.toLowerCase();
  if (value.length > LONGEST)
    throw new EngineError("LIMIT", { what: "characters in a variable", limit: LONGEST });
  shell.kernel.spend(value.length >> 8);
  if (variable?.readonly) throw readOnly(shell, name);
  const exports = shell.options.has("allexport");
  if (variable) {
    variable.value = value;
    variable.exported ||= exports;
  } else shell.variables.set(name, { value, exported: exports, readonly: false });
  if (variable?.items) variable.items.set("0", value);
  if (name === "OPTIND") shell.getoptsAt = 0;
}

/** The record of what a name stands for, made if it is missing. */
export const declare = (shell: Shell, name: string): Variable => ownVariable(shell, targetOf(shell, name));

/** The variable's own record, also of one that stands for another; made if it is missing. */
export function ownVariable(shell: Shell, name: string): Variable {
  const found = shell.variables.get(name);
  if (found) return found;
  const made: Variable = { value: undefined, exported: false, readonly: false };
  shell.variables.set(name, made);
  return made;
}

export function unset(shell: Shell, given: string): void {
  const name = targetOf(shell, given);
  if (shell.variables.get(name)?.readonly)
    throw shell.dialect === "bash"
      ? new ShellError(`${name}: cannot unset: readonly variable`, 1)
      : new ShellError(readOnly(shell, name).message, 2);
  shell.variables.delete(name);
}

/** The environment of a program that this shell starts, in the order in which that shell gives it. */
export function environmentOf(shell: Shell, extra?: ReadonlyMap<string, string>): Map<string, string> {
  const env = new Map<string, string>();
  for (const [name, { value, exported }] of shell.variables)
    if (exported && value !== undefined) env.set(name, value);
  if (extra) for (const [name, value] of extra) env.set(name, value);
  return environmentOrder(shell.dialect, env);
}

/** Hides a variable until the running function returns. */
export function makeLocal(shell: Shell, name: string): Variable {
  const scope = shell.scopes.at(-1);
  const old = shell.variables.get(name);
  if (scope && !scope.has(name)) {
    scope.set(name, old);
    // dash: a new local keeps the value of what it hides.
    const value = shell.dialect === "dash" ? old?.value : undefined;
    shell.variables.set(name, { value, exported: old?.exported ?? false, readonly: old?.readonly ?? false });
  }
  return ownVariable(shell, name);
}

/** The name under which a scope keeps the options of `local -`. */
const OPTIONS = "-";

/** `local -`: the shell's options are again what they are now when the running function returns. */
export function keepOptions(shell: Shell): void {
  const value = [...shell.options].join(" ");
  const scope = shell.scopes.at(-1);
  if (!scope?.has(OPTIONS)) scope?.set(OPTIONS, { value, exported: false, readonly: false });
}

export function leaveScope(shell: Shell): void {
  for (const [name, old] of shell.scopes.pop() ?? []) {
    if (name === OPTIONS) shell.options = new Set(old?.value?.split(" ").filter(Boolean));
    else if (old) shell.variables.set(name, old);
    else shell.variables.delete(name);
  }
}
