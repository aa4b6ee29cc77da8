import type { Directory } from "../../vfs/entry.ts";
import type { Layer } from "../image/image.ts";
import type { Step } from "../result.ts";
import type { StepInputs } from "../solve/step-inputs.ts";

/** What a step left behind, found again by its key. */
export interface CachedResult {
  /**
   * Names the result in the keys of the steps that build on it. It belongs to the key, not to the run: a step that
   * `--no-cache` runs again keeps it, and what stands below is still found (moby/buildkit issue 3412).
   */
  readonly id: string;
  readonly tree: Directory;
  readonly step: Step;
  /** Simulated milliseconds that the run took. */
  readonly cost: number;
  /** Milliseconds since 1970, simulated: history keeps the time of the run. */
  readonly created: number;
  /** The result below in the same stage, or that of the stage it starts from; undefined on a base image or scratch. */
  readonly parent: CachedResult | undefined;
  /** Undefined for `WORKDIR /`, which leaves no layer. */
  readonly layer: Layer | undefined;
  /** What `docker buildx du` says of it: what ran, or the step's name. */
  readonly about?: string;
  /** Ids of cache mounts that it was given, with where they stood. */
  readonly caches?: readonly { readonly id: string; readonly target: string }[];
}

/** Results by key. A value: `with…` gives a new cache and leaves the old one as it was. */
export interface BuildCache {
  /** Number of keys. */
  readonly size: number;
  get(key: string): CachedResult | undefined;
  with(key: string, result: CachedResult): BuildCache;
  /** Every result once, oldest first. */
  results(): readonly CachedResult[];
  /** Without the results that do not pass. */
  keeping(passes: (result: CachedResult) => boolean): BuildCache;
  /** Contents of `RUN --mount=type=cache` by id. */
  readonly mounts: ReadonlyMap<string, Directory>;
  withMount(id: string, tree: Directory): BuildCache;
  withoutMounts(ids: ReadonlySet<string>): BuildCache;
  /** What the steps of a stage had when it was built last, in order, by Dockerfile and stage. Tells why a step missed. */
  readonly runs: ReadonlyMap<string, readonly StepInputs[]>;
  withRuns(runs: ReadonlyMap<string, readonly StepInputs[]>): BuildCache;
}

interface Entry {
  readonly version: number;
  readonly result: CachedResult;
}

/** Entries of every version so far; a key that was written again has several, newest last. */
interface CacheStore {
  readonly entries: Map<string, Entry[]>;
  latest: number;
}

type Rest = Pick<BuildCache, "mounts" | "runs" | "size">;

/** What a cache consists of. Caches of one history share their store. */
export interface CacheParts extends Rest {
  readonly store: CacheStore;
  readonly version: number;
}

/**
 * A view on a shared store that only grows: it sees what was written up to its version.
 *
 * Writing to the newest view appends to the store in place, so a build pays nothing per step; writing to an older view
 * copies what that view sees, once.
 */
class View implements BuildCache {
  readonly mounts: ReadonlyMap<string, Directory>;
  readonly runs: ReadonlyMap<string, readonly StepInputs[]>;
  readonly size: number;
  readonly #store: CacheStore;
  readonly #version: number;

  constructor(store: CacheStore, version: number, rest: Rest) {
    this.#store = store;
    this.#version = version;
    this.mounts = rest.mounts;
    this.runs = rest.runs;
    this.size = rest.size;
  }

  get(key: string): CachedResult | undefined {
    return this.#store.entries.get(key)?.findLast(({ version }) => version <= this.#version)?.result;
  }

  with(key: string, result: CachedResult): BuildCache {
    const store = this.#store.latest === this.#version ? this.#store : this.#fork();
    const size = this.size + (this.get(key) ? 0 : 1);
    const version = this.#version + 1;
    const entry = { version, result };
    const entries = store.entries.get(key);
    if (entries) entries.push(entry);
    else store.entries.set(key, [entry]);
    store.latest = version;
    return new View(store, version, { mounts: this.mounts, runs: this.runs, size });
  }

  results(): readonly CachedResult[] {
    const seen = new Set<CachedResult>();
    for (const key of this.#store.entries.keys()) {
      const result = this.get(key);
      if (result) seen.add(result);
    }
    return [...seen];
  }

  keeping(passes: (result: CachedResult) => boolean): BuildCache {
    const { entries } = this.#fork();
    for (const [key, [entry]] of entries) if (entry && !passes(entry.result)) entries.delete(key);
    const store = { entries, latest: this.#version };
    return new View(store, this.#version, { ...this.#rest(), size: entries.size });
  }

  withMount(id: string, tree: Directory): BuildCache {
    return new View(this.#store, this.#version, {
      ...this.#rest(),
      mounts: new Map(this.mounts).set(id, tree),
    });
  }

  withoutMounts(ids: ReadonlySet<string>): BuildCache {
    const mounts = new Map([...this.mounts].filter(([id]) => !ids.has(id)));
    return new View(this.#store, this.#version, { ...this.#rest(), mounts });
  }

  withRuns(runs: ReadonlyMap<string, readonly StepInputs[]>): BuildCache {
    return new View(this.#store, this.#version, { ...this.#rest(), runs });
  }

  static parts(view: View): CacheParts {
    return { store: view.#store, version: view.#version, ...view.#rest() };
  }

  #rest(): Rest {
    return { mounts: this.mounts, runs: this.runs, size: this.size };
  }

  #fork(): CacheStore {
    const entries = new Map<string, Entry[]>();
    for (const key of this.#store.entries.keys()) {
      const result = this.get(key);
      if (result) entries.set(key, [{ version: this.#version, result }]);
    }
    return { entries, latest: this.#version };
  }
}

/**
 * Nothing was built yet; `docker builder prune -a` comes back to it. The store's version is ahead of the view's, so
 * that whoever writes first gets a store of his own.
 */
export const emptyCache: BuildCache = new View({ entries: new Map(), latest: 1 }, 0, {
  mounts: new Map(),
  runs: new Map(),
  size: 0,
});

/** Undefined for what is no build cache. */
export const partsOfCache = (value: object): CacheParts | undefined =>
  value instanceof View ? View.parts(value) : undefined;

/** The cache that these are the parts of. */
export const cacheOf = ({ store, version, ...rest }: CacheParts): BuildCache =>
  new View(store, version, rest);
