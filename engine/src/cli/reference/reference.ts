import { commands } from "../commands/index.ts";
import type { Flag } from "../words/flag.ts";
import { lacking } from "../words/lacking.ts";
import { examples } from "./examples.ts";

/** A flag as the reference shows it. */
interface FlagEntry {
  /** `-t, --tag list` */
  readonly usage: string;
  readonly help: string;
  /** As it is typed; undefined where there is none. */
  readonly default: string | undefined;
  /** What the real one would do; undefined where Drydock does it. */
  readonly lacking: string | undefined;
}

/** A command as the reference shows it. */
export interface CommandEntry {
  /** All names, without `docker`, the usual one first. */
  readonly names: readonly string[];
  readonly usage: string;
  /** Docker's words. */
  readonly summary: string;
  readonly flags: readonly FlagEntry[];
  readonly example: readonly [line: string, what: string] | undefined;
}

/** Something that Docker has and Drydock lacks. */
interface LackingEntry {
  readonly name: string;
  /** What the real one would do. */
  readonly real: string;
}

const flagEntry = (flag: Flag): FlagEntry => {
  const value =
    flag.kind === "bool" ? "" : ` ${flag.value ?? (flag.kind === "optional" ? "string" : flag.kind)}`;
  return {
    usage: `${flag.short ? `-${flag.short}, ` : ""}--${flag.name}${value}`,
    help: flag.help,
    default: flag.default === undefined || flag.default === "" ? undefined : flag.default,
    lacking: flag.lacking,
  };
};

/** The name that people type: without the group where both lead to the command. */
const usual = (names: readonly string[]): readonly string[] =>
  names.toSorted((a, b) => a.split(" ").length - b.split(" ").length);

/** Every `docker` command of Drydock, from its own description, by name. */
export const dockerCommands: readonly CommandEntry[] = commands
  .map(({ names, usage, summary, flags }) => ({
    names: usual(names),
    usage,
    summary,
    flags: flags
      .map(flagEntry)
      .toSorted((a, b) => (a.usage.replace(/^-\w, /, "") < b.usage.replace(/^-\w, /, "") ? -1 : 1)),
    example: examples[names[0] ?? ""],
  }))
  .toSorted((a, b) => ((a.names[0] ?? "") < (b.names[0] ?? "") ? -1 : 1));

/** Commands of Docker 28 that Drydock lacks, by name. A group stands for all of its commands. */
export const lackingCommands: readonly LackingEntry[] = [...lacking]
  .map(([name, { real }]) => ({ name, real }))
  .toSorted((a, b) => (a.name < b.name ? -1 : 1));
