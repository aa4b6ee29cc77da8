import { digestOf } from "../core/digest.ts";

/** The id of the nth upload to a registry, in the form of a UUID of version 4: the same in every replay. */
export function uploadId(repository: string, count: number): string {
  const hex = digestOf(`upload ${count} to ${repository}`).slice("sha256:".length);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
