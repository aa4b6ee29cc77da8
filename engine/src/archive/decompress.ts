import { notSimulated } from "../core/engine-error.ts";
import { bunzip2, isBzip2 } from "./bzip2.ts";
import { gunzip, isGzip } from "./gzip.ts";
import { type ArchiveLimits, type ArchiveRefusal, LIMITS } from "./limits.ts";
import { isXz, unxz } from "./xz.ts";

const ZSTD = [0x28, 0xb5, 0x2f, 0xfd];

/**
 * What is inside gzip, bzip2 or xz, told by the first bytes as Docker does (moby/go-archive, compression); other bytes as
 * they are.
 *
 * @throws {EngineError} NOT_SIMULATED for zstd.
 */
export function decompress(bytes: Uint8Array, limits: ArchiveLimits = LIMITS): Uint8Array | ArchiveRefusal {
  if (isGzip(bytes)) return gunzip(bytes, limits);
  if (isBzip2(bytes)) return bunzip2(bytes, limits);
  if (isXz(bytes)) return unxz(bytes, limits);
  if (ZSTD.every((byte, i) => bytes[i] === byte)) throw notSimulated("zstd", "unpack it");
  return bytes;
}
