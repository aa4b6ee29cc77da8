import { encode } from "../../core/bytes.ts";
import { sha256 } from "../../core/sha256.ts";
import { globalFlags } from "../help/global-flags.ts";

/** What stands before the command: where it begins, or how the client ends there. */
export type GlobalWords =
  | { readonly at: number; readonly asks?: "version" }
  | { readonly error: string; readonly exitCode: number };

const USAGE = "\n\nUsage:  docker [OPTIONS] COMMAND [ARG...]\n\nRun 'docker --help' for more information";
const LEVELS = /^(?:debug|info|warn|warning|error|fatal|panic|trace)$/i;
const OWN_SOCKET = "unix:///var/run/docker.sock";

/**
 * Reads the flags before the command (docker/cli, cli/flags/options.go). There is one engine, and no other is reached: what is said
 * of another socket or context is what the client says where nothing answers [measured on Docker 28.5.2].
 */
export function readGlobalWords(words: readonly string[], env: ReadonlyMap<string, string>): GlobalWords {
  const home = env.get("HOME") ?? "/root";
  const flags = globalFlags(home);
  const values = new Map<string, string>();
  let at = 0;
  for (; at < words.length; at++) {
    const word = words[at] ?? "";
    if (!word.startsWith("-") || word === "-" || word === "--help" || word === "-h") break;
    const long = word.startsWith("--");
    const [name = "", given] = long
      ? word.slice(2).split(/=(.*)/s)
      : [word.charAt(1), word.slice(2) || undefined];
    const flag = flags.find((one) => (long ? one.name : one.short) === name);
    if (!flag)
      return {
        error: `${long ? `unknown flag: --${name}` : `unknown shorthand flag: '${name}' in ${word}`}${USAGE}`,
        exitCode: 125,
      };
    if (flag.name === "version") return { at, asks: "version" };
    if (flag.kind === "bool") continue;
    const value = given ?? words[++at];
    if (value === undefined)
      return {
        error: `flag needs an argument: ${long ? `--${name}` : `'${name}' in ${word}`}${USAGE}`,
        exitCode: 125,
      };
    values.set(flag.name, value.replace(/^=/, ""));
  }
  const problem = elsewhere(values, env, home);
  return problem === undefined ? { at } : { error: problem, exitCode: 1 };
}

function elsewhere(
  values: ReadonlyMap<string, string>,
  env: ReadonlyMap<string, string>,
  home: string,
): string | undefined {
  const level = values.get("log-level") ?? "info";
  if (!LEVELS.test(level)) return `Unable to parse logging level: ${level}`;
  const host = values.get("host") ?? env.get("DOCKER_HOST") ?? "";
  if (/^unix:|^tcp:\/\/(?:127\.|localhost)/.test(host) && host !== OWN_SOCKET)
    return `Cannot connect to the Docker daemon at ${host}. Is the docker daemon running?`;
  if (host !== "" && host !== OWN_SOCKET)
    return `Drydock has no other Docker engine than this one. The real one would connect to ${host}.`;
  const context = values.get("context") ?? env.get("DOCKER_CONTEXT") ?? "default";
  return context === "default" || context === ""
    ? undefined
    : `Failed to initialize: unable to resolve docker endpoint: ${missingContext(context, home)}`;
}

/** Contexts are kept by the digest of their names (docker/cli, cli/context/store). */
const missingContext = (name: string, home: string): string =>
  `context ${JSON.stringify(name)}: context not found: open ${home}/.docker/contexts/meta/${sha256(encode(name))}/meta.json: no such file or directory`;
