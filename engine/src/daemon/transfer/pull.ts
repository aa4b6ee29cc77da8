import type { Image } from "../../build/image/image.ts";
import { shortId } from "../../core/digest.ts";
import { familiarName, familiarRepository, type Reference } from "../../oci/reference.ts";
import { canPull, type Credentials } from "../../registry/access.ts";
import { fetchLayers, type RemoteLayer } from "./fetch-layers.ts";
import type { NamedImage } from "../images/named-image.ts";
import { layerBlob } from "../images/image-manifest.ts";
import { refused, registryHost } from "./registry-host.ts";
import { remoteImage } from "./remote-image.ts";
import type { DaemonState } from "../state.ts";
import { unknownImage } from "../bases/unknown-image.ts";
import { keepImage, tagImage } from "../images/tag-image.ts";
import type { TransferMessage } from "./transfer-message.ts";

export interface Pulled {
  readonly state: DaemonState;
  readonly image: Image;
  /** How it went, the closing lines included. */
  readonly messages: readonly TransferMessage[];
}

/** `docker pull` of one tag or digest. `error` is all after `Error response from daemon: `. */
export function pull(
  state: DaemonState,
  hub: readonly NamedImage[],
  reference: Reference,
  login: Credentials | undefined,
): Pulled | { readonly error: string } {
  const registry = state.registries.get(registryHost(reference.registry));
  const onHub = reference.registry === "docker.io";
  const name = familiarRepository(reference);
  const denied = `pull access denied for ${name}, repository does not exist or may require 'docker login': denied: requested access to the resource is denied`;
  const wanted = reference.digest ?? reference.tag ?? "latest";
  if (registry && !canPull(registry, login)) {
    return {
      error: `Head "http://${reference.registry}/v2/${reference.repository}/manifests/${wanted}": no basic auth credentials`,
    };
  }
  const pushedTo = (registry?.repositories.get(reference.repository)?.tags.size ?? 0) > 0;
  const partial = state.registries.get("docker.io")?.partial ?? false;
  const found = remoteImage(state, hub, reference);
  const remote =
    typeof found !== "string" || (registry && !onHub) || pushedTo || !partial
      ? found
      : unknownImage(reference, hub, registry?.accounts);
  if (remote === "no repository" && onHub) return { error: denied };
  if (remote === "no repository" && !registry) return { error: refused(reference.registry) };
  if (typeof remote === "string") {
    const shown = familiarName(reference.digest === undefined ? { ...reference, tag: wanted } : reference);
    return { error: `manifest for ${shown} not found: manifest unknown: manifest unknown` };
  }
  if ("error" in remote) return remote;
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
  const from = reference.digest === undefined ? wanted : familiarName(reference);
  const fetched = before ? [] : fetchLayers(remoteLayers(state, image));
  const end = fetched.at(-1)?.at ?? 0;
  return {
    state: next,
    image: kept.image,
    messages: [
      { at: 0, line: `${from}: Pulling from ${reference.repository}` },
      ...fetched,
      { at: end, line: `Digest: ${digest}` },
      { at: end, line: `Status: ${status} ${shown}` },
    ],
  };
}

/** Layers from below that are here already; above the first that is missing all are fetched. */
function remoteLayers(state: DaemonState, image: Image): RemoteLayer[] {
  const known = new Set(
    [...state.images.flatMap(({ layers }) => layers), ...state.cachedLayers].map(({ diffId }) => diffId),
  );
  let here = true;
  return image.layers.map((layer) => {
    here &&= known.has(layer.diffId);
    const { digest, size } = layerBlob(layer);
    return { id: shortId(digest), size, here };
  });
}
