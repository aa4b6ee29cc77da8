import type { Command } from "../command.ts";
import { commandHelp } from "../help/command-help.ts";
import { groupHelp } from "../help/group-help.ts";
import { helpView } from "../help/help-view.ts";
import { SHORT_HELP } from "../help/short-help.ts";
import type { Station } from "../command.ts";

const OWN = "Usage:  docker help [command]\n\nHelp about the command\n";

/** What the words after `docker help` lead to: the longest name among them, and what is left. */
export interface Topic {
  readonly command?: Command | undefined;
  readonly group?: string | undefined;
  /** The name, without `docker`. */
  readonly name: string;
  readonly rest: readonly string[];
}

/** `docker help …` of words that name something; what is no topic is told by the words that are left. */
export function helpTopic({ command, group, name, rest }: Topic, station: Station): number {
  const [first] = rest;
  if (first === "-h" || first === "--help" || (first === "help" && name === "")) {
    station.out((first === "-h" ? SHORT_HELP : "") + OWN);
    return 0;
  }
  if (first?.startsWith("--")) {
    station.err(
      `unknown flag: ${first}\n\nUsage:  docker help [command]\n\nRun 'docker help --help' for more information\n`,
    );
    return 125;
  }
  if (rest.length > 0) {
    station.err(`unknown help topic: ${rest.join(" ")}\n`);
    return 1;
  }
  const help = helpView((columns) =>
    command ? commandHelp(command, `docker ${name}`, columns) : groupHelp(group ?? "", false),
  );
  station.out(help.text, help.live);
  return 0;
}
