import { passTime } from "./pass-time.ts";
import { isEngineError } from "../core/engine-error.ts";
import { notSimulatedText } from "../core/not-simulated-text.ts";
import { arityError } from "./arity-error.ts";
import type { Call, Command, Station } from "./command.ts";
import { commands } from "./commands/index.ts";
import { commandHelp } from "./help/command-help.ts";
import { dockerHelp } from "./help/docker-help.ts";
import { groupHelp } from "./help/group-help.ts";
import { groups } from "./help/groups.ts";
import { helpView } from "./help/help-view.ts";
import { lacking } from "./lacking.ts";
import { sweep } from "./launch.ts";
import { DEPRECATED, legacyBuildCommand } from "./legacy-build.ts";
import { readFlags } from "./read-flags.ts";
import { versionLine } from "./version.ts";

const byName = new Map<string, { readonly command: Command; readonly name: string }>();
for (const command of commands) {
  for (const name of command.names) byName.set(name, { command, name });
  for (const [alias, name] of Object.entries(command.aliases ?? {})) byName.set(alias, { command, name });
}

const GLOBAL_BOOLS = new Set(["-D", "--debug", "--tls", "--tlsverify"]);
const GLOBAL_VALUES = new Set(["-H", "--host", "-l", "--log-level", "-c", "--context", "--config"]);

/** What Go reads as false. */
const FALSE = /^(?:0|f|F|FALSE|false|False)$/;

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
  let at = 0;
  for (; at < words.length; at++) {
    const word = words[at] ?? "";
    if (!word.startsWith("-") || word === "-") break;
    if (word === "--help" || word === "-h") break;
    if (word === "--version" || word === "-v") {
      station.out(versionLine);
      return 0;
    }
    if (GLOBAL_VALUES.has(word)) at++;
    else if (!GLOBAL_BOOLS.has(word) && !GLOBAL_VALUES.has(word.split("=", 1)[0] ?? "")) {
      const reason = word.startsWith("--")
        ? `unknown flag: ${word.split("=", 1)[0]}`
        : `unknown shorthand flag: '${word[1]}' in ${word}`;
      return say(
        `${reason}\n\nUsage:  docker [OPTIONS] COMMAND [ARG...]\n\nRun 'docker --help' for more information`,
        125,
      );
    }
  }
  const rest = words.slice(at);
  const [first = ""] = rest;
  if (rest.length === 0 || first === "--help" || first === "-h" || (first === "help" && rest.length === 1)) {
    const help = helpView((columns) => dockerHelp(station.env.get("HOME") ?? "/root", columns));
    station.out(help.text, help.live);
    return 0;
  }
  if (first === "help") return docker([...rest.slice(1), "--help"], station);
  const named = longestName(byName, rest);
  const found = byName.get(named.join(" "));
  if (found) {
    const { command, name } = found;
    const legacy =
      legacyBuildCommand.names.includes(name) && FALSE.test(station.env.get("DOCKER_BUILDKIT") ?? "");
    if (legacy) station.err(DEPRECATED);
    return runCommand(legacy ? legacyBuildCommand : command, name, rest.slice(named.length), station);
  }
  const gone = longestName(lacking, rest).join(" ");
  if (gone !== "")
    return say(
      `Drydock does not have \`docker ${gone}\`. The real one would ${lacking.get(gone)?.real}.`,
      125,
    );
  const group = longestName(groups, rest);
  const name = group.join(" ");
  if (name !== "") {
    const next = rest[group.length] ?? "";
    if (next === "" || next === "--help" || next === "-h") {
      (next === "" ? station.err : station.out)(groupHelp(name));
      return 0;
    }
    if (next.startsWith("-"))
      return say(
        `unknown flag: ${next}\n\nUsage:  docker ${name} COMMAND\n\nRun 'docker ${name} --help' for more information`,
        125,
      );
    return say(
      `docker: unknown command: docker ${name} ${next}\n\nUsage:  docker ${name}${/^(?:volume|manifest)$/.test(name) ? " COMMAND" : ""}\n\nRun 'docker ${name} --help' for more information`,
      1,
    );
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

function runCommand(command: Command, shortName: string, words: readonly string[], station: Station): number {
  // `docker build` is an alias of buildx's command, and says so in every error [recording build/fail/bad-flag].
  const name = command.names.includes("buildx build") ? "docker buildx build" : `docker ${shortName}`;
  const fail = (message: string, exitCode = 1): number => {
    station.err(`${message}\n`);
    return exitCode;
  };
  const help = { name: "help", short: "h", kind: "bool", help: "" } as const;
  const taken = command.flags.some(({ short }) => short === "h");
  const read = readFlags(
    words,
    [...command.flags, taken ? { ...help, short: "" } : help],
    command.interspersed ?? true,
  );
  if ("error" in read)
    return fail(
      `${read.error}\n\nUsage:  ${name} ${command.usage}\n\nRun '${name} --help' for more information`,
      125,
    );
  const { values, args } = read;
  if (values.has("help")) {
    const help = helpView((columns) => commandHelp(command, name, columns));
    station.out(help.text, help.live);
    return 0;
  }
  const wrong = arityError(name, command.usage, command.arity, args.length);
  if (wrong !== undefined) return fail(name === "docker buildx build" ? `ERROR: ${wrong}` : wrong);
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
