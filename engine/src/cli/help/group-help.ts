import { buildxFlags } from "../build/buildx-flags.ts";
import { commands } from "../commands/index.ts";
import { lacking } from "../words/lacking.ts";
import { commandRows } from "./command-rows.ts";
import { experimentalNote, isExperimental } from "./experimental.ts";
import { flagUsages } from "./flag-usages.ts";
import { groups } from "./groups.ts";

const COLUMNS = 79;

/** `docker image` alone: all of its commands, those that Drydock lacks included. @param aliased see `groupAnswer` */
export function groupHelp(group: string, aliased: boolean): string {
  const { summary = "", about = summary } = groups.get(group) ?? {};
  const rows = new Map<string, string>();
  const management = new Map<string, string>();
  const plugin = group.startsWith("buildx");
  const add = (list: Map<string, string>, name: string, what: string): void => {
    const last = name.slice(group.length + 1);
    if (name.startsWith(`${group} `) && !last.includes(" ")) list.set(last, what);
  };
  for (const command of commands)
    for (const name of command.names)
      add(rows, name, (plugin ? command.shortSummary : undefined) ?? command.summary);
  for (const [name, { summary: what, hidden, group: has }] of lacking)
    if (!hidden) add(has ? management : rows, name, what);
  for (const [name, { summary: what }] of groups) add(plugin ? management : rows, name, what);
  const name = `docker ${group}`;
  const note = isExperimental(name) ? experimentalNote(name) : "";
  const lists = [
    ...(plugin ? [`Options:\n${flagUsages(withBuilder(aliased), COLUMNS).trimEnd()}`] : []),
    ...(management.size > 0 ? [`Management Commands:\n${commandRows(management)}`] : []),
    `Commands:\n${commandRows(rows)}`,
    `Run '${name} COMMAND --help' for more information on a command.`,
    ...(group === "buildx"
      ? ["Experimental commands and flags are hidden. Set BUILDX_EXPERIMENTAL=1 to show them."]
      : []),
  ];
  return `Usage:  ${name} ${plugin ? "[OPTIONS] " : ""}COMMAND\n\n${about}${note}\n\n${lists.join("\n\n")}\n`;
}

/** The plugin's flags; where an alias led to it, the client has said which builder it is. */
const withBuilder = (aliased: boolean): typeof buildxFlags =>
  buildxFlags.map((flag) => (aliased && flag.name === "builder" ? { ...flag, default: "default" } : flag));
