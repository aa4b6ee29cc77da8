import { commands } from "../commands/index.ts";

/** A name of a `docker` command with the flags that Drydock has of it: what can be completed. */
export interface CommandWords {
  /** Without `docker`: `image ls`. */
  readonly name: string;
  /** With their dashes: `--no-cache`. */
  readonly flags: readonly string[];
}

/** All commands under all their names. */
export const commandWords: readonly CommandWords[] = commands.flatMap(({ names, aliases = {}, flags }) => {
  const own = flags.filter(({ lacking }) => lacking === undefined).map(({ name }) => `--${name}`);
  return [...names, ...Object.keys(aliases)].map((name) => ({ name, flags: own }));
});
