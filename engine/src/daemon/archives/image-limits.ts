import type { ArchiveLimits } from "../../archive/limits.ts";

const MiB = 1024 * 1024;

/** How much an image that comes from outside may hold: more than an archive that a Dockerfile adds, as images are larger. */
export const IMAGE_LIMITS: ArchiveLimits = {
  packed: 128 * MiB,
  unpacked: 256 * MiB,
  ratio: 200,
  entries: 50_000,
  file: 64 * MiB,
  depth: 64,
  path: 4_096,
};
