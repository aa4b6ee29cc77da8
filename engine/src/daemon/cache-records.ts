import { sha256 } from "../core/sha256.ts";
import { encode } from "../core/bytes.ts";
import type { CachedResult } from "../build/cache.ts";
import type { BuildResult } from "../build/result.ts";
import type { DaemonState } from "./state.ts";

/** One thing that the build cache holds, as `docker builder prune` lists it. */
export interface CacheRecord {
  /** 25 letters and digits. */
  readonly id: string;
  readonly size: number;
  /** Files that a client sent: changed in place by the next build, and the first to go. */
  readonly local: boolean;
  /** An image has its files too: they weigh there. */
  readonly shared: boolean;
}

/** BuildKit's kind of id, from a text that tells the thing apart. */
export const cacheId = (text: string): string =>
  BigInt(`0x${sha256(encode(text)).slice(0, 34)}`)
    .toString(36)
    .padStart(25, "0")
    .slice(-25);

/** What the cache holds: the sent files of the last builds, the bases of steps, then the results of steps, oldest first. */
export function cacheRecords(state: DaemonState): CacheRecord[] {
  const sizes = state.sent ? [contextBytes(state.sent.result), state.sent.dockerfile] : [];
  const sent = sizes.map((size, i) => ({
    id: cacheId(`sent ${i} ${size}`),
    size,
    local: true,
    shared: false,
  }));
  const held = new Set(state.images.flatMap(({ layers }) => layers));
  const results = state.cache.results();
  const steps = results.map(({ id, layer }) => ({
    id: cacheId(`result ${id}`),
    size: layer?.size ?? 0,
    local: false,
    shared: layer !== undefined && held.has(layer),
  }));
  return [...sent, ...basesOf(results), ...steps];
}

/** What the cache takes beside the images. */
export const ownBytes = (records: readonly CacheRecord[]): number =>
  records.reduce((sum, { size, shared }) => sum + (shared ? 0 : size), 0);

/** A base that steps stand on is a record of its own, which weighs nothing beside the image [recording cli/system/df]. */
function basesOf(results: readonly CachedResult[]): CacheRecord[] {
  const made = new Set(results.map(({ layer }) => layer?.upper));
  const bases = new Set(
    results.flatMap(({ layer }) => (layer && layer.lower.children.size > 0 ? [layer.lower] : [])),
  );
  return [...bases]
    .filter((tree) => !made.has(tree))
    .map((_, i) => ({ id: cacheId(`base ${i}`), size: 0, local: false, shared: true }));
}

/** Nothing of a context is kept where no step reads it. */
const contextBytes = ({ vertices }: BuildResult): number =>
  vertices.reduce(
    (sum, { step }) => sum + (step?.copied && step.copied.from === undefined ? (step.layer?.size ?? 0) : 0),
    0,
  );
