import type { BuildCache } from "../build/cache/cache.ts";
import type { Image, Layer } from "../build/image/image.ts";
import type { BuildResult } from "../build/result.ts";
import type { Digest } from "../core/digest.ts";
import type { Directory } from "../vfs/entry.ts";
import type { RegistryState } from "../registry/registry-state.ts";
import type { CacheUses } from "./cache/cache-uses.ts";
import type { Container } from "./containers/container.ts";
import type { EngineEvent } from "./events/event.ts";
import type { DockerNetwork } from "./networks/network.ts";
import type { Volume } from "./volumes/volume.ts";

/** Everything that a Docker daemon remembers, as one value: whoever keeps it can go back to it. */
export interface DaemonState {
  /** Oldest first. Two images with one id are one image. */
  readonly images: readonly Image[];
  /** By qualified name: `docker.io/library/busybox:latest`, `…@sha256:…`. */
  readonly references: ReadonlyMap<string, Image>;
  /** When a name was last put on an image, in milliseconds since 1970. */
  readonly taggedAt: ReadonlyMap<Image, number>;
  /** Images that came out of `docker commit`, with what they were made from. */
  readonly parents: ReadonlyMap<Image, Image>;
  readonly cache: BuildCache;
  /** Layers that the build cache holds: removing their image frees nothing. */
  readonly cachedLayers: ReadonlySet<Layer>;
  /** The last build and the sizes of its Dockerfile and ignore file: the cache keeps the files that it was sent until they are pruned. */
  readonly sent:
    | { readonly result: BuildResult; readonly dockerfile: number; readonly ignore?: number }
    | undefined;
  /** What the build cache has a record of, and when that was used. Undefined: of every result, as soon as it is there. */
  readonly cacheUses?: CacheUses;
  /** Oldest first. */
  readonly containers: readonly Container[];
  readonly volumes: ReadonlyMap<string, Volume>;
  /** Oldest first: `bridge`, `host` and `none`, then those that somebody created. */
  readonly networks: readonly DockerNetwork[];
  /** By host: `docker.io`, `127.0.0.1:5000`. A host that is not here refuses connections. */
  readonly registries: ReadonlyMap<string, RegistryState>;
  /** Images that were pushed or saved: a registry or an archive can give them back when they are gone here. */
  readonly pushed: readonly Image[];
  /** Trees of containers that were exported, by the digest of the archive. */
  readonly exported: ReadonlyMap<Digest, Directory>;
  /** What the engine did last, oldest first. */
  readonly events: readonly EngineEvent[];
  /** The engine's folder on its machine: layers are told to be under it. */
  readonly dataRoot: string;
  /** Simulated milliseconds since 1970. */
  readonly time: number;
  /** Ids handed out so far. */
  readonly counter: number;
}
