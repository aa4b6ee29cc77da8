import { decompress } from "../../archive/decompress.ts";
import { readTar } from "../../archive/tar.ts";
import { applyLayer } from "../../daemon/archives/apply-layer.ts";
import { IMAGE_LIMITS } from "../../daemon/archives/image-limits.ts";
import { bytesOf } from "../../shell/text/bytes-text.ts";
import type { Directory } from "../../vfs/entry.ts";
import { emptyDirectory } from "../../vfs/file-system.ts";
import type { Call } from "../command.ts";

/** What is in the tar archive that comes on standard input; nothing where nothing comes. */
export function standardInputTree(call: Call): Directory | { readonly error: string } {
  const typed = bytesOf(call.stdin());
  if (typed.length === 0) return emptyDirectory();
  const tar = decompress(typed, IMAGE_LIMITS);
  if (!(tar instanceof Uint8Array)) return tar;
  const members = readTar(tar, IMAGE_LIMITS);
  if ("error" in members) return { error: "unexpected EOF" };
  return applyLayer(emptyDirectory(), members);
}
