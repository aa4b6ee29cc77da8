import type { Mount } from "../../dockerfile/instruction.ts";

/** Owner and mode that a cache mount asks for, as the key of the vertex that makes such a folder; undefined if none. */
export function cachePermissions({ type, mode, uid, gid }: Mount): string | undefined {
  if (type !== "cache" || (mode ?? uid ?? gid) === undefined) return undefined;
  return `\ncache ${(mode ?? 0o755).toString(8)} ${uid ?? 0}:${gid ?? 0}`;
}
