import type { ShellCommand } from "./shell-command.ts";

/** What a command starts in its turn: a script, or one more command. */
export type InnerCommand =
  | { readonly script: string; readonly own: boolean }
  | { readonly argv: readonly string[]; readonly assigned: ReadonlyMap<string, string> };

const SHELLS: ReadonlySet<string> = new Set(["sh", "bash", "dash", "ash", "zsh"]);
/** Commands that start what follows, with those of their options that take a word. */
const WRAPPERS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["sudo", new Set(["-u", "-g", "-h", "-p", "-C", "-D", "-r", "-t", "-U"])],
  ["env", new Set(["-u", "-C", "--unset", "--chdir"])],
  ["exec", new Set(["-a"])],
  ["command", new Set()],
  ["nice", new Set(["-n"])],
  ["nohup", new Set()],
  ["time", new Set()],
  ["xargs", new Set(["-n", "-I", "-L", "-P", "-d", "-a", "-E", "-s"])],
  ["timeout", new Set(["-s", "-k", "--signal", "--kill-after"])],
]);
const NOTHING: ReadonlyMap<string, string> = new Map();

export const isShell = (name: string): boolean => SHELLS.has(name);

/** What stands behind `sh -c`, `eval`, `sudo`, `env A=1` and their like; undefined where nothing does. */
export function innerCommand({
  name,
  words,
}: ShellCommand | Pick<ShellCommand, "name" | "words">): InnerCommand | undefined {
  if (name === "eval") return { script: words.join(" "), own: true };
  if (isShell(name)) {
    const at = words.findIndex((word) => /^-[a-z]*c$/.test(word));
    const script = at < 0 ? undefined : words[at + 1];
    return script === undefined ? undefined : { script, own: false };
  }
  const valued = WRAPPERS.get(name);
  if (valued === undefined) return undefined;
  let at = 0;
  const assigned = new Map<string, string>();
  for (; at < words.length; at++) {
    const word = words[at] ?? "";
    const pair = /^([A-Za-z_]\w*)=(.*)$/s.exec(word);
    if (pair && (name === "env" || name === "sudo")) assigned.set(pair[1] ?? "", pair[2] ?? "");
    else if (!word.startsWith("-")) break;
    else if (word === "-v" && name === "command") return undefined;
    else if (valued.has(word)) at++;
  }
  if (name === "timeout") at++;
  const argv = words.slice(at);
  return argv.length === 0 ? undefined : { argv, assigned: assigned.size === 0 ? NOTHING : assigned };
}
