import type { MountSource } from "../daemon/container-files.ts";
import { makeFolders } from "../daemon/container-files.ts";
import type { Surroundings } from "../daemon/start-container.ts";
import { emptyDirectory } from "../vfs/file-system.ts";
import { dirname } from "../vfs/path.ts";
import type { Input } from "../shell/process.ts";
import type { Station } from "./command.ts";

/** Volumes are in the daemon's state, bound folders in the host's files. A missing host folder is made, as Docker does. */
export function mountSource(station: Pick<Station, "daemon" | "files">): MountSource {
  const { daemon, files } = station;
  return {
    read(mount) {
      if (mount.kind === "tmpfs")
        return { ...emptyDirectory(Math.floor(daemon.state.time / 1000)), mode: mount.permissions ?? 0o1777 };
      if (mount.kind === "volume") return daemon.state.volumes.get(mount.source)?.tree ?? emptyDirectory();
      makeFolders(files, mount.source);
      files.snapshot();
      const entry = files.stat(mount.source);
      return typeof entry === "string" ? emptyDirectory() : entry;
    },
    write(mount, entry) {
      if (mount.kind === "bind") {
        makeFolders(files, dirname(mount.source));
        files.place(mount.source, entry);
        return;
      }
      const volume = daemon.state.volumes.get(mount.source);
      if (mount.kind !== "volume" || !volume || entry.kind !== "directory") return;
      daemon.state = {
        ...daemon.state,
        volumes: new Map(daemon.state.volumes).set(mount.source, { ...volume, tree: entry }),
      };
    },
  };
}

/** What a container that is started from here has around it. */
export const surroundings = (
  station: Pick<Station, "daemon" | "files" | "network">,
  stdin?: string | Input,
  watch?: Surroundings["watch"],
): Surroundings => ({
  seed: station.daemon.seed,
  mounts: mountSource(station),
  network: station.network,
  blackBoxes: station.daemon.blackBoxes,
  stdin,
  watch,
});
