import { commands } from "../commands/index.ts";
import { lacking } from "../lacking.ts";
import { experimentalNote, isExperimental } from "./experimental.ts";
import { groups } from "./groups.ts";
import { commandRows } from "./command-rows.ts";

/** `docker image` alone: all of its commands, those that Drydock lacks included. */
export function groupHelp(group: string): string {
  const { summary = "", about = summary } = groups.get(group) ?? {};
  const rows = new Map<string, string>();
  const add = (name: string, what: string): void => {
    const last = name.slice(group.length + 1);
    if (name.startsWith(`${group} `) && !last.includes(" ")) rows.set(last, what);
  };
  for (const command of commands) for (const name of command.names) add(name, command.summary);
  for (const [name, { summary: what }] of lacking) add(name, what);
  for (const [name, { summary: what }] of groups) add(name, what);
  const name = `docker ${group}`;
  const note = isExperimental(name) ? experimentalNote(name) : "";
  return `Usage:  ${name} COMMAND\n\n${about}${note}\n\nCommands:\n${commandRows(rows)}\n\nRun '${name} COMMAND --help' for more information on a command.\n`;
}
