import type { MountSource } from "../../daemon/containers/container-files.ts";
import type { Mount } from "../../daemon/containers/container.ts";
import { boundFolder } from "../../daemon/volumes/volume.ts";
import { makeFolders } from "../../daemon/containers/container-files.ts";
import type { Surroundings } from "../../daemon/containers/start-container.ts";
import { emptyDirectory } from "../../vfs/file-system.ts";
import { dirname } from "../../vfs/path.ts";
import type { Input } from "../../shell/process.ts";
import type { Station } from "../command.ts";

/** Volumes are in the daemon's state, bound folders in the host's files. A missing host folder is made, as Docker does. */
export function mountSource(station: Pick<Station, "daemon" | "files">): MountSource {
  const { daemon, files } = station;
  /** A volume may be a folder of the host. */
  const meant = (mount: Mount): Mount => {
    const folder = mount.kind === "volume" ? boundFolder(daemon.state.volumes.get(mount.source)) : undefined;
    return folder === undefined ? mount : { ...mount, kind: "bind", source: folder };
  };
  return {
    missing(mount) {
      const { kind, source } = meant(mount);
      return mount.kind === "volume" && kind === "bind" && !files.exists(source) ? source : undefined;
    },
    read(typed) {
      const mount = meant(typed);
      if (mount.kind === "tmpfs")
        return { ...emptyDirectory(Math.floor(daemon.state.time / 1000)), mode: mount.permissions ?? 0o1777 };
      if (mount.kind === "volume") return daemon.state.volumes.get(mount.source)?.tree ?? emptyDirectory();
      makeFolders(files, mount.source);
      files.snapshot();
      const entry = files.stat(mount.source);
      return typeof entry === "string" ? emptyDirectory() : entry;
    },
    write(typed, entry) {
      const mount = meant(typed);
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
