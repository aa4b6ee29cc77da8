import { sha256 } from "../core/sha256.ts";
import { encode } from "../core/bytes.ts";
import type { BuildResult } from "../build/result.ts";
import type { DaemonState } from "./state.ts";

/** One thing that the build cache holds, as `docker builder prune` lists it. */
export interface CacheRecord {
  /** 25 letters and digits. */
  readonly id: string;
  readonly size: number;
  /** Files that a client sent: changed in place by the next build, and the first to go. */
  readonly local: boolean;
}

/** BuildKit's kind of id, from a text that tells the thing apart. */
export const cacheId = (text: string): string =>
  BigInt(`0x${sha256(encode(text)).slice(0, 34)}`)
    .toString(36)
    .padStart(25, "0")
    .slice(-25);

/** What the cache holds: the sent files of the last builds, then the results of steps, oldest first. */
export function cacheRecords(state: DaemonState): CacheRecord[] {
  const sizes = state.sent ? [contextBytes(state.sent.result), state.sent.dockerfile] : [];
  const sent = sizes.map((size, i) => ({ id: cacheId(`sent ${i} ${size}`), size, local: true }));
  const steps = state.cache
    .results()
    .map(({ id, layer }) => ({ id: cacheId(`result ${id}`), size: layer?.size ?? 0, local: false }));
  return [...sent, ...steps];
}

/** Nothing of a context is kept where no step reads it. */
const contextBytes = ({ vertices }: BuildResult): number =>
  vertices.reduce(
    (sum, { step }) => sum + (step?.copied && step.copied.from === undefined ? (step.layer?.size ?? 0) : 0),
    0,
  );
