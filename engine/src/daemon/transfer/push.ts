import type { Image } from "../../build/image/image.ts";
import { shortId } from "../../core/digest.ts";
import { familiarName, familiarRepository, type Reference } from "../../oci/reference.ts";
import { canPush, type Credentials, knows } from "../../registry/access.ts";
import { type Blob, emptyRepository, type RegistryState } from "../../registry/registry-state.ts";
import { putBlobs, putManifest } from "../../registry/store.ts";
import { imageManifest, layerBlob } from "../images/image-manifest.ts";
import { ANSWER } from "./line-speed.ts";
import { refused, registryHost } from "./registry-host.ts";
import { sendLayers } from "./send-layers.ts";
import type { DaemonState } from "../state.ts";
import { tagImage } from "../images/tag-image.ts";
import type { TransferMessage } from "./transfer-message.ts";

/** How each registry of the world stands after a push; `error` is what the client prints. */
export interface PushResult {
  readonly state: DaemonState;
  readonly error?: string;
  /** How it went, up to the error. */
  readonly messages: readonly TransferMessage[];
}

/** `docker push` of one tag, or with `all` of every tag. */
export function push(
  before: DaemonState,
  reference: Reference,
  all: boolean,
  login: Credentials | undefined,
): PushResult {
  let state = before;
  const base = `${reference.registry}/${reference.repository}`;
  const messages: TransferMessage[] = [{ at: 0, line: `The push refers to repository [${base}]` }];
  const names = all
    ? [...state.references.keys()].filter((name) => name.startsWith(`${base}:`)).toSorted()
    : [`${base}:${reference.tag ?? "latest"}`];
  const anyTag = [...state.references.keys()].some((name) => name.startsWith(`${base}:`));
  if (!anyTag)
    return {
      state,
      error: `An image does not exist locally with the tag: ${familiarRepository(reference)}`,
      messages,
    };
  for (const name of names) {
    const image = state.references.get(name);
    const tag = name.slice(base.length + 1);
    if (!image)
      return { state, error: `tag does not exist: ${familiarName({ ...reference, tag })}`, messages };
    const pushed = pushOne(state, reference, tag, image, login);
    state = pushed.state;
    const begin = messages.at(-1)?.at ?? 0;
    messages.push(...pushed.messages.map((message) => ({ ...message, at: begin + message.at })));
    if (pushed.error !== undefined) return { ...pushed, messages };
  }
  return { state, messages };
}

function pushOne(
  state: DaemonState,
  reference: Reference,
  tag: string,
  image: Image,
  login: Credentials | undefined,
): PushResult {
  const { registry: host, repository: name } = reference;
  const registry = state.registries.get(registryHost(host));
  if (!registry)
    return {
      state,
      error: refused(host),
      messages: [],
    };
  const layers = image.layers
    .map((layer) => ({
      id: shortId(layer.diffId),
      layer,
      blob: layerBlob(layer),
      from: layer.repository,
    }))
    .reverse();
  const preparing = layers.map(({ id }): TransferMessage => ({ at: 0, id, status: "Preparing" }));
  if (registry.access === "basic" && !knows(registry, login))
    return { state, error: "no basic auth credentials", messages: preparing };
  const repository = registry.repositories.get(name) ?? emptyRepository;
  if (!canPush(registry, login, name)) {
    const there = layers.length > 0 && layers.every(({ blob }) => repository.blobs.has(blob.digest));
    const denied = "denied: requested access to the resource is denied";
    if (!there) return { state, error: denied, messages: preparing };
    const known = layers.map(({ id }): TransferMessage => ({
      at: ANSWER,
      id,
      status: "Layer already exists",
    }));
    return {
      state,
      messages: [...preparing, ...known],
      error:
        "errors:\ndenied: requested access to the resource is denied\nunauthorized: authentication required\n",
    };
  }
  const sent = sendLayers(
    layers.map(({ id, layer, blob, from }) => {
      const mountedFrom = registry.access === "hub" && from ? from : mountSource(registry, name, blob);
      const there = repository.blobs.has(blob.digest);
      const known = there ? "there" : mountedFrom === undefined ? undefined : { mountedFrom };
      return { id, size: layer.size, tarSize: layer.tar?.length ?? layer.size, known };
    }),
  );
  const { manifest, config, layers: blobs } = imageManifest(image);
  const held = putManifest(putBlobs(registry, name, [...blobs, config]), name, manifest, tag);
  const registries = new Map(state.registries).set(registryHost(host), held);
  const line = `${tag}: digest: ${manifest.digest} size: ${manifest.text.length}`;
  const named = tagImage(
    { ...state, registries, pushed: [...state.pushed, image] },
    image,
    `${host}/${name}@${manifest.digest}`,
  );
  return { state: named, messages: [...preparing, ...sent, { at: (sent.at(-1)?.at ?? 0) + ANSWER, line }] };
}

/**
 * Another repository of the registry that somebody pushed the blob to: the registry links it instead of taking it again.
 * Docker offers only repositories that it has seen the layer in; a base's layer says itself where it was pulled from. The
 * name that begins like the target's comes first, then the youngest (moby/moby, distribution/push_v2.go,
 * sortV2MetadataByLikenessAndAge; recordings cli/registry/push-fresh, push-rebuild).
 */
function mountSource(registry: RegistryState, name: string, blob: Blob): string | undefined {
  const holders = [...registry.repositories]
    .filter(([other, { tags, blobs }]) => other !== name && tags.size > 0 && blobs.has(blob.digest))
    .map(([other]) => other)
    .reverse();
  return holders.toSorted((a, b) => sameParts(b, name) - sameParts(a, name))[0];
}

/** How many folders two names have in common from the left. */
function sameParts(one: string, other: string): number {
  const [a, b] = [one.split("/"), other.split("/")];
  const differs = a.findIndex((part, at) => part !== b[at]);
  return differs < 0 ? a.length : differs;
}
