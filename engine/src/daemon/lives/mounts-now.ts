import type { Entry } from "../../vfs/entry.ts";
import type { MountSource } from "../containers/container-files.ts";
import type { Container } from "../containers/container.ts";

/** What stands in each of the container's mounts: memory is its own, all else is where it came from. */
export function mountsNow({ options, life }: Container, at: number, source: MountSource): readonly Entry[] {
  const memory = life?.trees.findLast((one) => one.at <= at)?.memory ?? [];
  let index = 0;
  return options.mounts.map(
    (mount) => (mount.kind === "tmpfs" ? memory[index++] : undefined) ?? source.read(mount),
  );
}
