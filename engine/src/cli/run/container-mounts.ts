import type { Json } from "../../core/json.ts";
import type { Mount } from "../../daemon/containers/container.ts";
import { findContainer } from "../../daemon/containers/find-container.ts";
import { bindMode } from "../../daemon/mounts/bind-mode.ts";
import { bindMount } from "../../daemon/mounts/bind-mount.ts";
import { requestedMount } from "../../daemon/mounts/requested-mount.ts";
import { tmpfsMount } from "../../daemon/mounts/tmpfs-mount.ts";
import type { Call } from "../command.ts";
import { parseMount } from "./parse-mount.ts";
import { parseVolume } from "./parse-volume.ts";

/** What `-v`, `--mount`, `--tmpfs` and `--volumes-from` ask for. */
interface ContainerMounts {
  readonly mounts: readonly Mount[];
  /** Fields of HostConfig that `docker inspect` shows. */
  readonly kept: { readonly [key: string]: Json };
  /** Places for volumes without a name, which become part of the container's config. */
  readonly volumes: readonly string[];
}

const refused = (why: string): { readonly error: string } => ({
  error: `Error response from daemon: ${why}`,
});

/** Reads the flags about mounts; `error` is all after `docker: ` (moby daemon/volumes_unix.go, registerMountPoints, for the order). */
export function containerMounts(call: Call): ContainerMounts | { readonly error: string } {
  const binds: string[] = [];
  const volumes: string[] = [];
  for (const text of call.all("volume")) {
    const parsed = parseVolume(text, call.directory);
    if ("error" in parsed) return parsed;
    if ("bind" in parsed) binds.push(parsed.bind);
    else volumes.push(parsed.anonymous);
  }
  const requests = call.all("mount").flatMap((text) => {
    const parsed = parseMount(text, call.directory);
    return "error" in parsed ? [] : [parsed];
  });
  const inherited = fromOthers(call);
  if ("error" in inherited) return inherited;
  const own: Mount[] = [];
  for (const one of [
    ...binds.map(bindMount),
    ...requests.map((request) => requestedMount(request, (path) => call.files.exists(path))),
  ]) {
    if ("error" in one) return refused(one.error);
    if (own.some(({ target }) => target === one.target))
      return refused(`Duplicate mount point: ${one.target}`);
    own.push(one);
  }
  const memory: Record<string, string> = {};
  for (const text of call.all("tmpfs")) {
    const [target = "", options = ""] = text.split(/:(.*)/s);
    memory[target] = options;
  }
  for (const [target, options] of Object.entries(memory)) {
    const mount = tmpfsMount(target, options);
    if ("error" in mount) return refused(mount.error);
    if (own.some((one) => one.target === mount.target))
      return refused(`Duplicate mount point: ${mount.target}`);
    own.push(mount);
  }
  const kept: Record<string, Json> = {
    ...(binds.length > 0 && { Binds: binds }),
    ...(requests.length > 0 && { Mounts: requests }),
    ...(Object.keys(memory).length > 0 && { Tmpfs: memory }),
    ...(call.all("volumes-from").length > 0 && { VolumesFrom: call.all("volumes-from") }),
  };
  const over = new Set(own.map(({ target }) => target));
  return { mounts: [...own, ...inherited.filter(({ target }) => !over.has(target))], kept, volumes };
}

/** Volumes and folders of other containers (moby volume/mounts/volumes_from.go). */
function fromOthers(call: Call): readonly Mount[] | { readonly error: string } {
  const mounts: Mount[] = [];
  for (const text of call.all("volumes-from")) {
    const [name = "", mode = ""] = text.split(/:(.*)/s);
    const read = bindMode(mode);
    if (!read || read.noCopy || read.propagation !== undefined) return refused(`invalid mode: ${mode}`);
    const other = findContainer(call.daemon.state, name);
    if ("error" in other) return refused(other.error);
    for (const mount of other.options.mounts)
      if (mount.ofFlag !== true && !mounts.some(({ target }) => target === mount.target))
        mounts.push({
          ...mount,
          readOnly: mount.readOnly || read.readOnly,
          ...(mount.mode === undefined && { mode: "" }),
        });
  }
  return mounts;
}
