import type { Command } from "./command.ts";
import { commands } from "./commands/index.ts";
import type { Flag } from "./flag.ts";
import { groups } from "./groups.ts";
import { lacking } from "./lacking.ts";

/** `--help` of one command, from its own description, in the layout of docker/cli's templates. */
export function commandHelp(command: Command, name: string): string {
  const others = command.names.filter((one) => `docker ${one}` !== name);
  const aliases =
    others.length > 0 ? `\n\nAliases:\n  ${[name, ...others.map((one) => `docker ${one}`)].join(", ")}` : "";
  return `Usage:  ${name} ${command.usage}\n\n${command.summary}${aliases}${options(command.flags)}\n`;
}

function options(flags: readonly Flag[]): string {
  const shown = flags
    .filter(({ lacking: missing }) => missing === undefined)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  if (shown.length === 0) return "";
  const left = shown.map((flag) => {
    const value =
      flag.kind === "bool" ? "" : ` ${flag.value ?? (flag.kind === "optional" ? "string" : flag.kind)}`;
    return `  ${flag.short ? `-${flag.short}, ` : "    "}--${flag.name}${value}`;
  });
  const width = Math.max(...left.map((text) => text.length)) + 3;
  const right = shown.map(
    (flag) =>
      flag.help +
      (flag.default
        ? ` (default ${flag.kind === "string" ? JSON.stringify(flag.default) : flag.default})`
        : ""),
  );
  return `\n\nOptions:\n${left.map((text, i) => text.padEnd(width) + right[i]).join("\n")}`;
}

/** `docker image` alone: its commands, those that Drydock lacks included. */
export function groupHelp(group: string): string {
  const about = groups.get(group);
  const rows = new Map(Object.entries(about?.more ?? {}));
  for (const command of commands) {
    for (const name of command.names)
      if (name.startsWith(`${group} `) && !name.slice(group.length + 1).includes(" "))
        rows.set(name.slice(group.length + 1), command.summary);
  }
  for (const [name, { summary }] of groups)
    if (name.startsWith(`${group} `)) rows.set(name.slice(group.length + 1), summary);
  return `Usage:  docker ${group} COMMAND\n\n${about?.summary ?? ""}\n\nCommands:\n${list(rows)}\n\nRun 'docker ${group} COMMAND --help' for more information on a command.\n`;
}

const list = (rows: ReadonlyMap<string, string>): string =>
  [...rows]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, summary]) => `  ${name.padEnd(11)} ${summary}`.trimEnd())
    .join("\n");

/** `docker --help`: what Drydock has, by the words that Docker uses, and what it lacks by name. */
export function dockerHelp(): string {
  const plain = new Map<string, string>();
  for (const command of commands)
    for (const name of command.names) if (!name.includes(" ")) plain.set(name, command.summary);
  const management = new Map(
    [...groups].filter(([name]) => !name.includes(" ")).map(([name, { summary }]) => [name, summary]),
  );
  const missing = [...lacking.keys()].filter((name) => !name.includes(" ")).toSorted();
  return `Usage:  docker [OPTIONS] COMMAND\n\nA self-sufficient runtime for containers\n\nCommands:\n${list(plain)}\n\nManagement Commands:\n${list(management)}\n\nNot in Drydock:\n  ${missing.join(", ")}\n\nRun 'docker COMMAND --help' for more information on a command.\n`;
}
