import { passTime } from "./follow/pass-time.ts";
import { isEngineError } from "../core/engine-error.ts";
import { notSimulatedText } from "../core/not-simulated-text.ts";
import type { Flag } from "./words/flag.ts";
import { readGlobalWords } from "./words/global-words.ts";
import { groupAnswer } from "./words/group-command.ts";
import { arityError } from "./words/arity-error.ts";
import type { Call, Command, Station } from "./command.ts";
import { commands } from "./commands/index.ts";
import { commandHelp } from "./help/command-help.ts";
import { dockerHelp } from "./help/docker-help.ts";
import { groups } from "./help/groups.ts";
import { helpView } from "./help/help-view.ts";
import { SHORT_HELP } from "./help/short-help.ts";
import { helpTopic } from "./words/help-topic.ts";
import { lacking } from "./words/lacking.ts";
import { sweep } from "./run/launch.ts";
import { DEPRECATED, legacyBuildCommand } from "./legacy/legacy-build.ts";
import { legacyPruneCommand } from "./legacy/legacy-prune.ts";
import { readFlags } from "./words/read-flags.ts";
import { versionLine } from "./version.ts";

const NO_MANAGER =
  'Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.';

const byName = new Map<string, { readonly command: Command; readonly name: string }>();
for (const command of commands) {
  for (const name of command.names) byName.set(name, { command, name });
  for (const [alias, name] of Object.entries(command.aliases ?? {})) byName.set(alias, { command, name });
}

/** What Go reads as false. */
const FALSE = /^(?:0|f|F|FALSE|false|False)$/;

/** The name under which `-h` is read: no flag can be typed that is called so. */
const SHORT = "-h";

/** Words in a command's name: `buildx imagetools inspect`. */
const LONGEST_NAME = 3;

/** The first words that are a name of `names`, as many as can be; none where the first word is not. */
function longestName(names: { has(name: string): boolean }, words: readonly string[]): readonly string[] {
  for (let length = LONGEST_NAME; length > 0; length--) {
    const start = words.slice(0, length);
    if (names.has(start.join(" "))) return start;
  }
  return [];
}

/**
 * The `docker` command: everything that can be typed after the word. Returns the exit status.
 *
 * What Docker has and Drydock lacks is told in one line that says what the real one would do, with status 125.
 */
export function docker(words: readonly string[], station: Station): number {
  const say = (text: string, exitCode: number): number => {
    station.err(`${text}\n`);
    return exitCode;
  };
  const read = readGlobalWords(words, station.env);
  if ("error" in read) return say(read.error, read.exitCode);
  if (read.asks === "version") {
    station.out(versionLine);
    return 0;
  }
  const rest = words.slice(read.at);
  const [first = ""] = rest;
  if (rest.length === 0 || first === "--help" || first === "-h" || (first === "help" && rest.length === 1)) {
    if (first === "-h") station.out(SHORT_HELP);
    const help = helpView((columns) => dockerHelp(station.env.get("HOME") ?? "/root", columns));
    station.out(help.text, help.live);
    return 0;
  }
  if (first === "help") return explain(rest.slice(1), station);
  return dispatch(rest, station);
}

/** `docker help WORDS`: the client's own commands, also where a plugin has taken them over. */
function explain(words: readonly string[], station: Station): number {
  const named = longestName(byName, words);
  const name = named.join(" ");
  const found = byName.get(name)?.command;
  const gone = longestName(lacking, words);
  if (!found && gone.length > 0) return dispatch(gone, station);
  const group = found ? [] : longestName(groups, words);
  const listed = found?.aliases?.[name] ?? name;
  const own = named[0] === "buildx" ? undefined : FORMER.get(name);
  return helpTopic(
    {
      command: own ?? found,
      group: group.join(" "),
      name: found ? listed : group.join(" "),
      rest: words.slice(found ? named.length : group.length),
    },
    station,
  );
}

/** What the client has itself for what a plugin does now. */
const FORMER: ReadonlyMap<string, Command> = new Map([
  ["build", legacyBuildCommand],
  ["image build", legacyBuildCommand],
  ["builder build", legacyBuildCommand],
  ["builder prune", legacyPruneCommand],
]);

/** A plugin's flags may stand before its command: `docker buildx --builder default ls`. */
function flagsLast(words: readonly string[], group: string): readonly string[] {
  let at = 0;
  while (/^(?:-D|--debug|--builder=.*)$/.test(words[at] ?? "") || words[at] === "--builder")
    at += words[at] === "--builder" ? 2 : 1;
  const [first, ...others] = words.slice(at);
  if (first === undefined) return [group];
  const after = first === "imagetools" ? flagsLast(others, first) : [first, ...others];
  return [group, ...after, ...words.slice(0, at)];
}

/** Runs the command that the words begin with. */
function dispatch(typed: readonly string[], station: Station): number {
  const say = (text: string, exitCode: number): number => {
    station.err(`${text}\n`);
    return exitCode;
  };
  const own = byName.has(typed.slice(0, 2).join(" "));
  // `docker builder …` is `docker buildx …`.
  const plugin = typed[0] === "buildx" || (typed[0] === "builder" && !own);
  const rest = plugin ? flagsLast(typed.slice(1), "buildx") : typed;
  const aliased = typed[0] === "builder" || typed[0] === "build" || typed[0] === "image";
  const [first = ""] = rest;
  const named = longestName(byName, rest);
  const found = byName.get(named.join(" "));
  if (found) {
    const { command, name } = found;
    const legacy =
      legacyBuildCommand.names.includes(name) && FALSE.test(station.env.get("DOCKER_BUILDKIT") ?? "");
    if (legacy) station.err(DEPRECATED);
    return runCommand(
      legacy ? legacyBuildCommand : command,
      name,
      rest.slice(named.length),
      station,
      aliased,
    );
  }
  const line = rest.join(" ");
  if (/^(?:config|node|secret|service|stack) (?:ls|list)$/.test(line)) return say(NO_MANAGER, 1);
  if (line === "swarm leave") return say("Error response from daemon: This node is not part of a swarm", 1);
  const gone = longestName(
    lacking,
    rest.slice(0, 2).join(" ") === "buildx f" ? ["buildx", "bake"] : rest,
  ).join(" ");
  if (gone !== "")
    return say(
      `Drydock does not have \`docker ${gone}\`. The real one would ${lacking.get(gone)?.real}.`,
      125,
    );
  const group = longestName(groups, rest);
  if (group.length > 0) {
    const { out, err, exitCode } = groupAnswer(group.join(" "), rest[group.length], aliased);
    station.out(out);
    station.err(err);
    return exitCode;
  }
  if (first === "compose" && station.terminal) {
    return say(
      "Drydock does not have `docker compose`. The real one, with its plugin, would work on the services of compose.yaml.",
      125,
    );
  }
  return say(`docker: unknown command: docker ${first}\n\nRun 'docker --help' for more information`, 1);
}

/** What comes about by itself has come about by the time somebody asks. */
function catchUp(station: Station): void {
  passTime(station);
  sweep(station);
}

/** What is said of a flag that this engine has no use for (docker/cli cmd/docker/docker.go, areFlagsSupported). */
function notHere(flag: string, only: NonNullable<Flag["only"]>): string {
  if (only === "swarm") return NO_MANAGER;
  return `"--${flag}" is only supported on a Docker daemon ${only === "windows" ? "running on windows, but the Docker daemon is running on linux" : "with experimental features enabled"}`;
}

function runCommand(
  command: Command,
  shortName: string,
  words: readonly string[],
  station: Station,
  aliased: boolean,
): number {
  // `docker build` and `docker builder …` are aliases of the plugin's commands, and say so in every error [recording build/fail/bad-flag].
  const plugged = command.names.find((one) => one.startsWith("buildx "));
  const name = `docker ${plugged ?? shortName}`;
  const fail = (message: string, exitCode = 1): number => {
    station.err(`${message}\n`);
    return exitCode;
  };
  const help = { name: "help", kind: "bool", help: "" } as const;
  const shortHelp = { name: SHORT, short: "h", kind: "bool", help: "" } as const;
  const taken = command.flags.some(({ short }) => short === "h");
  const read = readFlags(
    words,
    [...command.flags, help, ...(taken ? [] : [shortHelp])],
    command.interspersed ?? true,
  );
  if ("error" in read)
    return fail(
      `${read.error}\n\nUsage:  ${`${name} ${command.usage}`.trimEnd()}\n\nRun '${name} --help' for more information`,
      125,
    );
  const { values, args } = read;
  if (values.has(SHORT)) station.out(SHORT_HELP);
  if ([help.name, SHORT].some((flag) => values.get(flag)?.at(-1) === "true")) {
    const help = helpView((columns) => commandHelp(command, name, columns, aliased));
    station.out(help.text, help.live);
    return 0;
  }
  const wrong = arityError(name, command.usage, command.arity, args.length, command.countsNone);
  if (wrong !== undefined) return fail(plugged === undefined ? wrong : `ERROR: ${wrong}`);
  const elsewhere = command.flags.flatMap(({ name: flag, only }) =>
    only !== undefined && values.has(flag) ? [notHere(flag, only)] : [],
  );
  if (elsewhere.length > 0) return fail([...new Set(elsewhere)].join("\n"));
  for (const { name: flag, deprecated } of command.flags)
    if (deprecated !== undefined && values.has(flag))
      station.out(`Flag --${flag} has been deprecated, ${deprecated}\n`);
  for (const flag of command.flags) {
    if (flag.lacking !== undefined && values.get(flag.name)?.some((value) => !flag.except?.test(value))) {
      return fail(
        `Drydock does not have the flag --${flag.name} of \`docker ${shortName}\`. The real one would ${flag.lacking}.`,
        125,
      );
    }
  }
  const flagOf = (flag: string): string => command.flags.find((one) => one.name === flag)?.default ?? "";
  const call: Call = {
    ...station,
    stdin: () => station.stdin(),
    answer: (secret) => station.answer(secret),
    out: (text, live) => station.out(text, live),
    err: (text, live) => station.err(text, live),
    onBuild: (result) => station.onBuild(result),
    args,
    name,
    on: (flag) => (values.get(flag) ?? ["false"]).at(-1) !== "false",
    get: (flag) => values.get(flag)?.at(-1) ?? flagOf(flag),
    all: (flag) => values.get(flag) ?? [],
    fail,
  };
  try {
    catchUp(station);
    // The client looks at a name before it asks the engine (moby client/utils.go, trimID); two commands have looked before.
    if (
      args[0] === "" &&
      /(?:^|\] )(?:CONTAINER|NAME\|ID)/.test(command.usage) &&
      !/(?:^| )(?:cp|rename)$/.test(name)
    ) {
      if (name === "inspect") call.out("[]\n");
      const words = name.endsWith("rm")
        ? "container name cannot be empty"
        : "invalid container name or ID: value is empty";
      return fail(/(?:^| )start$/.test(name) ? `${words}\nError: failed to start containers: ` : words);
    }
    return command.run(call);
  } catch (error) {
    if (isEngineError(error, "NOT_SIMULATED")) return fail(notSimulatedText(error.data), 125);
    if (isEngineError(error, "LIMIT"))
      return fail(
        `Drydock stopped here: more than ${error.data.limit} ${error.data.what}. The real one would go on.`,
        125,
      );
    throw error;
  }
}
