import { decompress } from "../../archive/decompress.ts";
import { isTar } from "../../archive/tar.ts";
import { unpackArchive } from "../../build/copy/copy-unpack.ts";
import { Content } from "../../vfs/content.ts";
import type { Directory } from "../../vfs/entry.ts";
import { emptyDirectory, FileSystem } from "../../vfs/file-system.ts";

/**
 * The context that comes as an archive on standard input, `tar c . | docker build -`; undefined if it is no archive and so the
 * Dockerfile itself.
 */
export function sentArchive(
  bytes: Uint8Array,
  now: number,
): Directory | { readonly error: string } | undefined {
  const plain = decompress(bytes);
  if (!(plain instanceof Uint8Array) || !isTar(plain)) return undefined;
  const files = new FileSystem(emptyDirectory(now), () => now);
  const unpacked = unpackArchive(Content.of(plain), "-", "/", files, {
    owner: undefined,
    ownerless: false,
    changeMode: undefined,
    excludes: () => false,
    hasExcludes: false,
    tied: new Map(),
  });
  return unpacked?.error === undefined ? files.snapshot() : { error: unpacked.error };
}
