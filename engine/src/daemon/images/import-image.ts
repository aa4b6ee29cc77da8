import { createImage, type Image, type Layer } from "../../build/image/image.ts";
import { type Digest, digestOf } from "../../core/digest.ts";
import { isoTime } from "../../core/iso-time.ts";
import type { ContainerConfig } from "../../oci/image-config.ts";
import type { Directory, Entry } from "../../vfs/entry.ts";
import { emptyDirectory } from "../../vfs/file-system.ts";
import type { DaemonState } from "../state.ts";
import { keepById } from "./tag-image.ts";

/** What an unpacked folder weighs: files and the targets of links (moby pkg/directory). */
const weight = (entry: Entry): number => {
  if (entry.kind === "file") return entry.links > 1 ? entry.content.size / entry.links : entry.content.size;
  if (entry.kind === "symlink") return entry.target.length;
  if (entry.kind === "device") return 0;
  const below = [...entry.children.values()].reduce((sum, child) => sum + weight(child), 0);
  return below + (entry.bulk?.bytes ?? 0);
};

/** `docker import`: one layer, no history but the comment, no config but what `--change` says. */
export function importImage(
  state: DaemonState,
  archive: { readonly bytes: Uint8Array; readonly tree: Directory },
  about: { readonly message: string; readonly config: ContainerConfig; readonly platform: string },
): { readonly state: DaemonState; readonly image: Image } {
  const created = isoTime(state.time);
  const [os = "", architecture = "", variant] = about.platform.split("/");
  const diffId: Digest = digestOf(archive.bytes);
  const size = Math.round(weight(archive.tree));
  const layer: Layer = { lower: emptyDirectory(), upper: archive.tree, size, diffId, tar: archive.bytes };
  const image = createImage({
    config: {
      architecture,
      os,
      ...(variant !== undefined && { variant }),
      created,
      config: about.config,
      history: [{ created, comment: about.message || "Imported from -" }],
    },
    layers: [layer],
  });
  return keepById(state, image);
}
