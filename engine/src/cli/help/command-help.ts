import type { Command } from "../command.ts";
import { experimentalNote, isExperimental } from "./experimental.ts";
import { flagUsages } from "./flag-usages.ts";

/**
 * `--help` of one command, from its own description, in the layout of docker/cli's templates.
 *
 * @param aliased an alias of the client led to the plugin, and says which builder it is
 */
export function commandHelp(command: Command, name: string, columns: number, aliased = false): string {
  const { usage, summary, about = summary } = command;
  const flags = command.flags.map((flag) =>
    aliased && flag.name === "builder" ? { ...flag, default: "default" } : flag,
  );
  const all = aliasesOf(command);
  const aliases = all.length > 1 ? `\n\nAliases:\n  ${all.join(", ")}` : "";
  const note = isExperimental(name) ? experimentalNote(name) : "";
  const listed = flagUsages(flags, columns).trimEnd();
  const options = listed === "" ? "" : `\n\nOptions:\n${listed}`;
  return `Usage:  ${name} ${usage}`.trimEnd() + `\n\n${about}${aliases}${note}${options}\n`;
}

/** All names, in Docker's order: those of a management command and their aliases, then the short ones. */
function aliasesOf({ names, aliases = {} }: Command): readonly string[] {
  if (names.includes("buildx build"))
    return ["build", "builder build", "image build", "buildx b"].map((name) => `docker ${name}`);
  if (names.some((name) => name.startsWith("buildx "))) {
    const own = names.filter((name) => name.startsWith("buildx "));
    return [...own, ...Object.keys(aliases)].map((name) => `docker ${name}`);
  }
  if (names.includes("builder build")) return names.map((name) => `docker ${name}`);
  const long = names.filter((name) => name.includes(" "));
  const short = names.filter((name) => !name.includes(" "));
  return [...long, ...Object.keys(aliases), ...short].map((name) => `docker ${name}`);
}
