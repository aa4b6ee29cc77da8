import type { Flag } from "../words/flag.ts";

/** What every command of the plugin takes (docker/buildx, commands/root.go). */
export const buildxFlags: readonly Flag[] = [
  { name: "builder", kind: "string", help: "Override the configured builder instance" },
  { name: "debug", short: "D", kind: "bool", help: "Enable debug logging" },
];

/** Why there is no such builder; undefined where the one that there is was meant. */
export const builderProblem = (name: string): string | undefined =>
  name === "" || name === "default" ? undefined : `no builder ${JSON.stringify(name)} found`;
