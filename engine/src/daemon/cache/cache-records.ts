import { encode } from "../../core/bytes.ts";
import { sha256 } from "../../core/sha256.ts";
import type { CachedResult } from "../../build/cache/cache.ts";
import type { BuildResult } from "../../build/result.ts";
import type { Directory } from "../../vfs/entry.ts";
import { emptyDirectory } from "../../vfs/file-system.ts";
import { layerSize } from "../../vfs/layer-tar.ts";
import type { CacheUse, CacheUses, SentSource } from "./cache-uses.ts";
import { usesOf } from "./uses-of.ts";
import type { DaemonState } from "../state.ts";

/** One thing that the build cache holds, as `docker buildx du` tells it (moby/buildkit client/diskusage.go). */
export interface CacheRecord {
  /** 25 letters and digits. */
  readonly id: string;
  readonly type: "source.local" | "regular" | "exec.cachemount";
  readonly description: string;
  /** The id of what it stands on. */
  readonly parent?: string | undefined;
  readonly size: number;
  /** It can still be changed in place: what a client sent, a cache mount, and what nothing stands on and no image holds. */
  readonly mutable: boolean;
  /** An image has its files too: they weigh there. */
  readonly shared: boolean;
  readonly use: CacheUse;
  /** What of the cache it is the record of. */
  readonly of: CachedResult | Directory | SentSource | `mount ${string}`;
}

/** BuildKit's kind of id, from a text that tells the thing apart. */
export const cacheId = (text: string): string =>
  BigInt(`0x${sha256(encode(text)).slice(0, 34)}`)
    .toString(36)
    .padStart(25, "0")
    .slice(-25);

/** What the cache has records of: the files that were sent, cache mounts, the bases of steps, then their results, oldest first. */
export function cacheRecords(state: DaemonState): CacheRecord[] {
  const held = new Set([...state.images.map(({ tree }) => tree), ...state.images.flatMap(uppersOf)]);
  const uses = usesOf(state);
  return [
    ...sentOf(state, uses),
    ...mountsOf(state, uses),
    ...basesOf(uses, held),
    ...stepsOf(state, uses, held),
  ];
}

/** What the cache takes beside the images. */
export const ownBytes = (records: readonly CacheRecord[]): number =>
  records.reduce((sum, { size, shared }) => sum + (shared ? 0 : size), 0);

const uppersOf = ({ layers }: DaemonState["images"][number]): readonly Directory[] =>
  layers.map(({ upper }) => upper);

function sentOf({ sent }: DaemonState, uses: CacheUses): CacheRecord[] {
  const sizes = {
    dockerfile: sent?.dockerfile ?? 0,
    ignore: sent?.ignore ?? 0,
    context: sent ? contextBytes(sent.result) : 0,
  };
  return (["context", "ignore", "dockerfile"] as const).flatMap((of) => {
    const use = uses.get(of);
    if (!use) return [];
    const description = `local source for ${of === "dockerfile" ? "dockerfile" : "context"}`;
    const id = cacheId(`sent ${of} ${use.created}`);
    return [
      { id, type: "source.local", description, size: sizes[of], mutable: true, shared: false, use, of },
    ];
  });
}

function mountsOf({ cache }: DaemonState, uses: CacheUses): CacheRecord[] {
  return [...cache.mounts].flatMap(([id, tree]) => {
    const of = `mount ${id}` as const;
    const use = uses.get(of);
    if (!use) return [];
    const user = cache.results().find(({ caches }) => caches?.some((one) => one.id === id));
    const target = user?.caches?.find((one) => one.id === id)?.target ?? id;
    const program = (user?.about ?? "").replace("mount / from ", "");
    return [
      {
        id: cacheId(`${of} ${use.created}`),
        type: "exec.cachemount",
        description: `cached mount ${target} from ${program} with id "/${id}"`,
        size: layerSize(emptyDirectory(), tree),
        mutable: true,
        shared: false,
        use,
        of,
      },
    ];
  });
}

/** A base that steps stand on is a record of its own, which weighs nothing beside the image [recording cli/system/df]. */
const basesOf = (uses: CacheUses, held: ReadonlySet<Directory>): CacheRecord[] =>
  [...uses].flatMap(([of, use]) =>
    typeof of === "string" || "id" in of
      ? []
      : [
          {
            id: baseId(of, use),
            type: "regular",
            description: "from local ",
            size: 0,
            mutable: false,
            shared: held.has(of),
            use,
            of,
          },
        ],
  );

const baseId = ({ children }: Directory, { created }: CacheUse): string =>
  cacheId(`base ${created} ${[...children.keys()].join(" ")}`);
const stepId = ({ id, created }: CachedResult): string => cacheId(`result ${id} ${created}`);

function stepsOf({ cache }: DaemonState, uses: CacheUses, held: ReadonlySet<Directory>): CacheRecord[] {
  const results = cache.results();
  const stoodUpon = new Set(results.map(({ parent }) => parent));
  return results.flatMap((of) => {
    const { layer, parent, about = "" } = of;
    const use = uses.get(of);
    if (!layer || !use) return [];
    const base = uses.get(layer.lower);
    return [
      {
        id: stepId(of),
        type: "regular",
        description: about,
        parent: parent ? stepId(parent) : base && baseId(layer.lower, base),
        size: layer.size,
        mutable: use.exported !== true && !stoodUpon.has(of),
        shared: held.has(layer.upper),
        use,
        of,
      },
    ];
  });
}

/** Nothing of a context is kept where no step reads it. */
const contextBytes = ({ vertices }: BuildResult): number =>
  vertices.reduce(
    (sum, { step }) => sum + (step?.copied && step.copied.from === undefined ? (step.layer?.size ?? 0) : 0),
    0,
  );
