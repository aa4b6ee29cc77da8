import { commands } from "../commands/index.ts";
import { lacking } from "../words/lacking.ts";
import { commandRows } from "./command-rows.ts";
import { flagUsages } from "./flag-usages.ts";
import { globalFlags } from "./global-flags.ts";
import { groups } from "./groups.ts";

/** The order in which Docker tells what most people need (docker/cli, annotation "category-top"). */
const COMMON = "run exec ps build bake pull push images login logout search version info".split(" ");
/** What is not listed while the engine is no part of a swarm, or has no experiments. */
const UNLISTED = new Set(["checkpoint", "config", "node", "secret", "service", "stack"]);
/** What Docker lists among the management commands, a plugin with a star. */
const LACKING_GROUPS = new Set(["plugin", "trust"]);

/** `docker --help`: all that Docker lists. What Drydock lacks of it says so when it is used. */
export function dockerHelp(home: string, columns: number): string {
  const plain = new Map<string, string>();
  for (const { names, summary } of commands)
    for (const name of names) if (!name.includes(" ")) plain.set(name, summary);
  const management = new Map<string, string>();
  const swarm = new Map<string, string>();
  for (const [name, { summary }] of groups)
    if (!name.includes(" ")) management.set(name === "buildx" ? "buildx*" : name, summary);
  for (const [name, { summary }] of lacking) {
    if (name.includes(" ") || UNLISTED.has(name)) continue;
    const list = name === "swarm" ? swarm : LACKING_GROUPS.has(name) ? management : plain;
    list.set(name, summary);
  }
  const common = COMMON.map((name) => `  ${name.padEnd(11)} ${plain.get(name) ?? ""}`).join("\n");
  for (const name of COMMON) plain.delete(name);
  const lists = [
    `Common Commands:\n${common}`,
    `Management Commands:\n${commandRows(management)}`,
    `Swarm Commands:\n${commandRows(swarm)}`,
    `Commands:\n${commandRows(plain)}`,
    `Global Options:\n${flagUsages(globalFlags(home), columns).trimEnd()}`,
  ];
  return `Usage:  docker [OPTIONS] COMMAND\n\nA self-sufficient runtime for containers\n\n${lists.join("\n\n")}\n\nRun 'docker COMMAND --help' for more information on a command.\n\nFor more help on how to use Docker, head to https://docs.docker.com/go/guides/\n`;
}
