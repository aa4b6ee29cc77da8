import type { Image } from "../build/image.ts";
import { shortId } from "../core/digest.ts";
import { familiarName, familiarRepository, type Reference } from "../oci/reference.ts";
import { canPull, type Credentials } from "../registry/access.ts";
import type { NamedImage } from "./named-image.ts";
import { layerBlob } from "./image-manifest.ts";
import { remoteImage } from "./remote-image.ts";
import type { DaemonState } from "./state.ts";
import { keepImage, tagImage } from "./tag-image.ts";

export interface Pulled {
  readonly state: DaemonState;
  readonly image: Image;
  /** Lines of progress as without a terminal, the closing ones included. */
  readonly lines: readonly string[];
}

/** `docker pull` of one tag or digest. `error` is all after `Error response from daemon: `. */
export function pull(
  state: DaemonState,
  hub: readonly NamedImage[],
  reference: Reference,
  login: Credentials | undefined,
): Pulled | { readonly error: string } {
  const registry = state.registries.get(reference.registry);
  const onHub = reference.registry === "docker.io";
  const name = familiarRepository(reference);
  const denied = `pull access denied for ${name}, repository does not exist or may require 'docker login': denied: requested access to the resource is denied`;
  if (!onHub && !registry)
    return {
      error: `Get "http://${reference.registry}/v2/": dial tcp ${reference.registry}: connect: connection refused`,
    };
  const wanted = reference.digest ?? reference.tag ?? "latest";
  if (registry && !canPull(registry, login)) {
    return {
      error: `Head "http://${reference.registry}/v2/${reference.repository}/manifests/${wanted}": no basic auth credentials`,
    };
  }
  const remote = remoteImage(state, hub, reference);
  if (remote === "no repository" && onHub) return { error: denied };
  if (typeof remote === "string") {
    const shown = familiarName(reference.digest === undefined ? { ...reference, tag: wanted } : reference);
    return { error: `manifest for ${shown} not found: manifest unknown: manifest unknown` };
  }
  const { image, digest } = remote;
  const before = state.images.find((one) => one.id === image.id);
  const kept = keepImage(state, image);
  const base = `${reference.registry}/${reference.repository}`;
  const names = [`${base}@${digest}`, ...(reference.digest === undefined ? [`${base}:${wanted}`] : [])];
  const known = names.at(-1) ?? "";
  const current = before !== undefined && state.references.get(known) === before;
  const next = names.reduce((all, one) => tagImage(all, kept.image, one), kept.state);
  const shown = familiarName({ ...reference, ...(reference.digest === undefined && { tag: wanted }) });
  const status = current ? "Image is up to date for" : "Downloaded newer image for";
  return {
    state: next,
    image: kept.image,
    lines: [
      `${reference.digest === undefined ? wanted : familiarName(reference)}: Pulling from ${reference.repository}`,
      ...(before ? [] : layerLines(state, image)),
      `Digest: ${digest}`,
      `Status: ${status} ${shown}`,
    ],
  };
}

/** A line for each layer and stage of its way here; layers that are here already are told first. */
function layerLines(state: DaemonState, image: Image): string[] {
  const here = new Set(
    [...state.images.flatMap(({ layers }) => layers), ...state.cachedLayers].map(({ diffId }) => diffId),
  );
  const start: string[] = [];
  const load: string[] = [];
  const end: string[] = [];
  for (const layer of image.layers) {
    const id = shortId(layerBlob(layer).digest);
    if (here.has(layer.diffId)) {
      start.push(`${id}: Already exists`);
      continue;
    }
    start.push(`${id}: Pulling fs layer`);
    load.push(`${id}: Verifying Checksum`, `${id}: Download complete`);
    end.push(`${id}: Pull complete`);
  }
  return [...start, ...load, ...end];
}
