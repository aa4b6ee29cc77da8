import { commands } from "../commands/index.ts";
import type { Flag } from "../flag.ts";
import { lacking } from "../lacking.ts";
import { commandRows } from "./command-rows.ts";
import { flagUsages } from "./flag-usages.ts";
import { groups } from "./groups.ts";

/** The order in which Docker tells what most people need (docker/cli, annotation "category-top"). */
const COMMON = "run exec ps build pull push images login logout search version info".split(" ");
const SWARM = new Set(["config", "node", "secret", "service", "stack", "swarm"]);
/** What Docker lists among the management commands, a plugin with a star. */
const LACKING_GROUPS = new Set(["checkpoint", "plugin", "trust"]);

const string = (name: string, help: string, more: Partial<Flag> = {}): Flag => ({
  name,
  kind: "string",
  help,
  ...more,
});
const bool = (name: string, help: string, short?: string): Flag => ({
  name,
  ...(short !== undefined && { short }),
  kind: "bool",
  help,
});

/** Flags before the command. @param home the user's folder: defaults are in it */
const globalFlags = (home: string): readonly Flag[] => [
  string("config", "Location of client config files", { default: `${home}/.docker` }),
  string(
    "context",
    'Name of the context to use to connect to the daemon (overrides DOCKER_HOST env var and default context set with "docker context use")',
    { short: "c" },
  ),
  bool("debug", "Enable debug mode", "D"),
  { name: "host", short: "H", kind: "list", help: "Daemon socket to connect to" },
  string("log-level", 'Set the logging level ("debug", "info", "warn", "error", "fatal")', {
    short: "l",
    default: "info",
  }),
  bool("tls", "Use TLS; implied by --tlsverify"),
  string("tlscacert", "Trust certs signed only by this CA", { default: `${home}/.docker/ca.pem` }),
  string("tlscert", "Path to TLS certificate file", { default: `${home}/.docker/cert.pem` }),
  string("tlskey", "Path to TLS key file", { default: `${home}/.docker/key.pem` }),
  bool("tlsverify", "Use TLS and verify the remote"),
  bool("version", "Print version information and quit", "v"),
];

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
    if (name.includes(" ")) continue;
    const list = SWARM.has(name) ? swarm : LACKING_GROUPS.has(name) ? management : plain;
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
