import { shortId } from "../../core/digest.ts";
import type { DaemonState } from "../../daemon/state.ts";
import { diff } from "../../vfs/diff.ts";
import type { MachineChange } from "./change.ts";
import { compareNamed } from "./compare-named.ts";

const tagsOf = ({ registries }: DaemonState): Map<string, string> => {
  const tags = new Map<string, string>();
  for (const [host, { repositories }] of registries)
    for (const [repository, { tags: own }] of repositories)
      for (const [tag, digest] of own)
        tags.set(host === "docker.io" ? `${repository}:${tag}` : `${host}/${repository}:${tag}`, digest);
  return tags;
};

/** Volumes, networks, what registries hold, and the build cache. */
export function worldChanges(before: DaemonState, after: DaemonState): MachineChange[] {
  const changes = [
    ...compareNamed(before.volumes, after.volumes, {
      what: "volume",
      is: () => undefined,
      became: (old, now) => {
        const files = diff(old.tree, now.tree).length;
        return files === 0 ? undefined : `${files} ${files === 1 ? "path" : "paths"} changed in it`;
      },
    }),
    ...compareNamed(
      new Map(before.networks.map((network) => [network.name, network])),
      new Map(after.networks.map((network) => [network.name, network])),
      {
        what: "network",
        is: ({ driver }) => driver,
        became: (old, now) => (old.id === now.id ? undefined : "another one of that name"),
      },
    ),
    ...(before.registries === after.registries
      ? []
      : compareNamed(tagsOf(before), tagsOf(after), {
          what: "registry",
          is: shortId,
          became: (old, now) => (old === now ? undefined : `now ${shortId(now)}; it was ${shortId(old)}`),
        })),
  ];
  const steps = after.cache.size - before.cache.size;
  if (steps !== 0)
    changes.push({
      what: "build cache",
      how: "changed",
      name: "build cache",
      detail: `${Math.abs(steps)} ${Math.abs(steps) === 1 ? "result" : "results"} ${steps > 0 ? "more" : "fewer"}`,
    });
  return changes;
}
