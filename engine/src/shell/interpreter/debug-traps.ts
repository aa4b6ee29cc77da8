import { Return } from "./jumps.ts";
import type { Shell } from "./shell.ts";

/** Runs the trap of bash that has this name, once: what it runs does not set it off again. */
function fire(shell: Shell, name: "DEBUG" | "RETURN"): void {
  const action = shell.traps.get(name);
  if (!action || shell.trapped.has(name)) return;
  const { status, line } = shell;
  shell.trapped.add(name);
  try {
    shell.interpreter.text(shell, action);
  } finally {
    shell.trapped.delete(name);
    shell.status = status;
    shell.line = line;
  }
}

/** Before each simple command, and before `for`, `case`, `((` and `[[`. */
export function debugTrap(shell: Shell): void {
  if (shell.traps.has("DEBUG")) fire(shell, "DEBUG");
}

/** Runs a function or a sourced file, and then the RETURN trap that it may have left. */
export function returned(shell: Shell, body: () => number): number {
  let status: number;
  try {
    status = body();
  } catch (jump) {
    if (jump instanceof Return) fire(shell, "RETURN");
    throw jump;
  }
  shell.status = status;
  fire(shell, "RETURN");
  return status;
}

/** A function knows the DEBUG and RETURN traps of its caller only with `set -T`; its own end with it. */
export function withOwnTraps(shell: Shell, body: () => number): number {
  if (shell.dialect !== "bash" || shell.options.has("functrace")) return returned(shell, body);
  const outer = (["DEBUG", "RETURN"] as const).map((name) => [name, shell.traps.get(name)] as const);
  for (const [name] of outer) shell.traps.delete(name);
  try {
    return returned(shell, body);
  } finally {
    for (const [name, action] of outer) {
      if (action !== undefined) shell.traps.set(name, action);
    }
  }
}
