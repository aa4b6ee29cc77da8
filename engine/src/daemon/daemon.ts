import { build } from "../build/build.ts";
import { emptyCache } from "../build/cache/cache.ts";
import type { Image } from "../build/image/image.ts";
import type { BuildRequest } from "../build/request.ts";
import type { BuildResult } from "../build/result.ts";
import { parseReference, qualifiedName } from "../oci/reference.ts";
import type { BlackBox } from "../shell/black-boxes/black-box.ts";
import type { Network } from "../shell/process.ts";
import { openRegistry, type RegistryState } from "../registry/registry-state.ts";
import { hubDigest, remoteImage } from "./transfer/remote-image.ts";
import { hubRegistry } from "./bases/hub-registry.ts";
import { noteCacheUses } from "./cache/note-cache-uses.ts";
import type { NamedImage } from "./images/named-image.ts";
import { predefinedNetworks } from "./networks/network.ts";
import type { DaemonState } from "./state.ts";
import { keepImage, tagImage } from "./images/tag-image.ts";
import { NO_REPOSITORY, missingElsewhere, unknownBase } from "./bases/unknown-base.ts";
import { usesOf } from "./cache/uses-of.ts";
import { isNearby } from "./bases/unknown-image.ts";

export interface DaemonOptions {
  /** Ids are made from it and a counter. */
  readonly seed: string;
  /** Milliseconds since 1970 at the start. */
  readonly time?: number;
  readonly dataRoot?: string;
  /** What docker.io has. */
  readonly hub?: readonly NamedImage[];
  /** docker.io and the registries of the world have more than `hub`. */
  readonly hubIsPart?: boolean;
  /** What has been pulled already. */
  readonly local?: readonly NamedImage[];
  /** Registries beside docker.io, by host. */
  readonly registries?: ReadonlyMap<string, RegistryState>;
  /** Programs that the lesson declares. */
  readonly blackBoxes?: readonly BlackBox[];
  /** Accounts of docker.io: password by name. */
  readonly accounts?: ReadonlyMap<string, string>;
}

/** 2026-11-02T08:00:00Z: the morning on which every machine starts. */
export const MORNING = 1_793_606_400_000;
/** A Docker engine: one value of state, and what replaces it. */
export class Daemon {
  state: DaemonState;
  readonly seed: string;
  readonly blackBoxes: readonly BlackBox[];
  readonly #hub: readonly NamedImage[];
  readonly #byName: ReadonlyMap<string, NamedImage>;

  constructor(options: DaemonOptions) {
    this.seed = options.seed;
    this.blackBoxes = options.blackBoxes ?? [];
    this.#hub = options.hub ?? [];
    this.#byName = new Map(this.#hub.flatMap((one) => one.references.map((name) => [qualified(name), one])));
    let state: DaemonState = {
      images: [],
      references: new Map(),
      taggedAt: new Map(),
      parents: new Map(),
      cache: emptyCache,
      cachedLayers: new Set(),
      sent: undefined,
      containers: [],
      volumes: new Map(),
      networks: predefinedNetworks(options.seed, options.time ?? MORNING),
      pushed: [],
      exported: new Map(),
      events: [],
      registries: new Map([
        ["docker.io", hubRegistry(this.#hub, options.accounts ?? new Map(), options.hubIsPart ?? false)],
        ...(options.registries ?? new Map([["127.0.0.1:5000", openRegistry]])),
      ]),
      dataRoot: options.dataRoot ?? "/var/lib/docker",
      time: options.time ?? MORNING,
      counter: 0,
    };
    for (const { references, image } of options.local ?? []) {
      const kept = keepImage(state, image);
      state = kept.state;
      for (const name of references) state = tagImage(state, kept.image, qualified(name));
    }
    this.state = { ...state, taggedAt: new Map() };
  }

  /** What docker.io has, with all names. */
  get hub(): readonly NamedImage[] {
    return this.#hub;
  }

  readonly clock: { now(): number; elapse(milliseconds: number): void } = {
    now: () => this.state.time,
    elapse: (milliseconds) => {
      this.state = { ...this.state, time: this.state.time + milliseconds };
    },
  };

  /** `docker build`: the image goes into the store, under its tags or dangling; without `keep` only the cache learns. */
  build(request: BuildRequest, keep = true, network?: Network): BuildResult {
    const began = this.state.time;
    const { result, cache } = build(request, {
      cache: this.state.cache,
      image: (reference) => request.contexts?.get(reference)?.image ?? this.resolve(reference),
      digest: (reference) =>
        request.contexts?.has(reference) ? undefined : this.#digest(reference, request.pull ?? false),
      clock: this.clock,
      network,
      blackBoxes: this.blackBoxes,
      dataRoot: this.state.dataRoot,
    });
    const cachedLayers = new Set(this.state.cachedLayers);
    for (const { step } of result.vertices) if (step?.layer) cachedLayers.add(step.layer);
    for (const layer of result.image?.layers ?? []) cachedLayers.add(layer);
    const dockerfile = request.dockerfile.text?.length ?? 0;
    const sent = { result, dockerfile, ignore: request.ignore?.length ?? 0 };
    const ended = this.state.time;
    const exported = keep && result.image !== undefined;
    const cacheUses = noteCacheUses(usesOf(this.state), { result, cache, began, ended, exported });
    this.state = { ...this.state, cache, cachedLayers, sent, cacheUses };
    if (result.image && keep) this.keep(result.image, (request.tags ?? []).map(qualified));
    return result;
  }

  /** Puts an image into the store under these qualified names. */
  keep(image: Image, names: readonly string[]): Image {
    const kept = keepImage(this.state, image);
    this.state = names.reduce((state, name) => tagImage(state, kept.image, name), kept.state);
    return kept.image;
  }

  /** What a registry says of a base that the store has not, or that `pull` asks for anew. */
  #digest(reference: string, pull: boolean): string | undefined {
    if (!pull && this.state.references.has(reference)) return undefined;
    const named = this.#byName.get(reference);
    if (named) return hubDigest(named);
    const parsed = parseReference(reference);
    const remote = "error" in parsed ? "no tag" : remoteImage(this.state, this.#hub, parsed);
    return typeof remote === "string" || "error" in remote ? undefined : remote.digest;
  }

  /** The image that a build means: one of the store, else one of docker.io. `error` is in BuildKit's words. */
  resolve(reference: string): Image | { readonly error: string } {
    const local = this.state.references.get(reference);
    if (local) return local;
    const remote = this.#byName.get(reference);
    if (remote) return remote.image;
    const parsed = parseReference(reference);
    if ("error" in parsed) return { error: parsed.error };
    const pushed = remoteImage(this.state, this.#hub, parsed);
    if (typeof pushed !== "string") return "error" in pushed ? pushed : pushed.image;
    if (isNearby(parsed.registry))
      return { error: missingElsewhere(parsed, this.state.registries.get(parsed.registry)) };
    const { partial, accounts } = this.state.registries.get("docker.io") ?? {};
    if (partial) return unknownBase(parsed, this.#hub, accounts);
    return { error: pushed === "no tag" ? `${reference}: not found` : NO_REPOSITORY };
  }
}

const qualified = (name: string): string => {
  const reference = parseReference(name);
  return "error" in reference ? name : qualifiedName(reference);
};
