import type { HostState } from "../host-state.ts";
import type { MachineChange } from "./change.ts";
import { compareNamed } from "./compare-named.ts";

/** Where the shell stands, and what it exports. */
export function shellChanges(before: HostState, after: HostState): MachineChange[] {
  const moved: MachineChange[] =
    before.directory === after.directory
      ? []
      : [
          {
            what: "shell",
            how: "changed",
            name: "working folder",
            detail: `${after.directory}, it was ${before.directory}`,
          },
        ];
  const variables = compareNamed(before.env, after.env, {
    what: "shell",
    is: (value) => value,
    became: (old, now) => (old === now ? undefined : `${now}, it was ${old}`),
  });
  return [...moved, ...variables.map((change) => ({ ...change, name: `$${change.name}` }))];
}
