import { decompress } from "../../archive/decompress.ts";
import { readTar } from "../../archive/tar.ts";
import { digestOf } from "../../core/digest.ts";
import type { Directory } from "../../vfs/entry.ts";
import { emptyDirectory } from "../../vfs/file-system.ts";
import type { DaemonState } from "../state.ts";
import { applyLayer } from "./apply-layer.ts";
import { refuse } from "./foreign-image.ts";
import { IMAGE_LIMITS } from "./image-limits.ts";

/**
 * A whole file system as one archive, packed or plain: what `docker export` and tar write. One that this machine exported is
 * the tree that it was, so that its programs stay known.
 * @throws {EngineError} NOT_SIMULATED for what is over the limits, and for unusual devices
 */
export function readRootfs(
  state: DaemonState,
  bytes: Uint8Array,
): { readonly bytes: Uint8Array; readonly tree: Directory } | { readonly error: string } {
  const tar = decompress(bytes, IMAGE_LIMITS);
  if (!(tar instanceof Uint8Array)) return refuse(tar);
  const known = state.exported.get(digestOf(tar));
  if (known) return { bytes: tar, tree: known };
  const members = readTar(tar, IMAGE_LIMITS);
  if ("error" in members) return refuse(members);
  const tree = applyLayer(emptyDirectory(), members);
  return "error" in tree ? tree : { bytes: tar, tree };
}
