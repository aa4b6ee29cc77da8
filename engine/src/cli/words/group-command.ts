import { groupHelp } from "../help/group-help.ts";
import { SHORT_HELP } from "../help/short-help.ts";

/** What a management command says where none of its commands was named. */
export interface GroupAnswer {
  readonly out: string;
  readonly err: string;
  readonly exitCode: number;
}

/** Management commands whose own line says that a command follows [measured on Docker 28.5.2]. */
const SAYS_COMMAND = /^(?:volume|manifest)$/;

/**
 * `docker image`, `docker image --nope`, `docker image nope`: what its command line gets (docker/cli cli/cobra.go; a plugin's own
 * words in docker/buildx, commands/root.go).
 *
 * @param next the word after the name, if there is one
 * @param aliased `docker builder` stands for `docker buildx`
 */
export function groupAnswer(group: string, next: string | undefined, aliased: boolean): GroupAnswer {
  const plugin = group.startsWith("buildx");
  const help = groupHelp(group, aliased);
  const usage = `\n\nUsage:  docker ${group}${SAYS_COMMAND.test(group) ? " COMMAND" : ""}\n\nRun 'docker ${group} --help' for more information\n`;
  if (next === undefined || next === "")
    return plugin
      ? { out: help, err: "", exitCode: 0 }
      : { out: "", err: (group === "manifest" ? "\n" : "") + help, exitCode: 0 };
  if (next === "--help") return { out: help, err: "", exitCode: 0 };
  if (next === "-h") return { out: SHORT_HELP + help, err: "", exitCode: 0 };
  if (next.startsWith("--"))
    return { out: "", err: `unknown flag: ${next.split("=", 1)[0]}${usage}`, exitCode: 125 };
  if (next.startsWith("-"))
    return { out: "", err: `unknown shorthand flag: '${next.charAt(1)}' in ${next}${usage}`, exitCode: 125 };
  return plugin
    ? { out: help, err: `ERROR: unknown command: ${JSON.stringify(next)}\n`, exitCode: 1 }
    : { out: "", err: `docker: unknown command: docker ${group} ${next}${usage}`, exitCode: 1 };
}
