import type { HostState } from "../host-state.ts";
import type { MachineChange } from "./change.ts";
import { compareNamed } from "./compare-named.ts";

/** What `cd` notes down beside the folder itself. */
const NOTED = "OLDPWD";
const shown = (env: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...env].filter(([name]) => name !== NOTED));

/** Where the shell stands, what it exports, and which aliases it has. */
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
  const variables = compareNamed(shown(before.env), shown(after.env), {
    what: "shell",
    is: (value) => value,
    became: (old, now) => (old === now ? undefined : `${now}, it was ${old}`),
  });
  const none: ReadonlyMap<string, string> = new Map();
  const aliases = compareNamed(before.carried?.aliases ?? none, after.carried?.aliases ?? none, {
    what: "shell",
    is: (value) => value,
    became: (old, now) => (old === now ? undefined : `${now}, it was ${old}`),
  });
  return [
    ...moved,
    ...variables.map((change) => ({ ...change, name: `$${change.name}` })),
    ...aliases.map((change) => ({ ...change, name: `alias ${change.name}` })),
  ];
}
