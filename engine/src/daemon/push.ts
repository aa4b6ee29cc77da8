import type { Image } from "../build/image.ts";
import { shortId } from "../core/digest.ts";
import { familiarName, familiarRepository, type Reference } from "../oci/reference.ts";
import { canPush, type Credentials, knows } from "../registry/access.ts";
import {
  type Blob,
  emptyRepository,
  type RegistryState,
  type Repository,
} from "../registry/registry-state.ts";
import { imageManifest, layerBlob } from "./image-manifest.ts";
import type { DaemonState } from "./state.ts";
import { tagImage } from "./tag-image.ts";

/** How each registry of the world stands after a push; `error` is what the client prints. */
export interface PushResult {
  readonly state: DaemonState;
  readonly error?: string;
}

/** `docker push` of one tag, or with `all` of every tag; `say` gets the lines as without a terminal. */
export function push(
  before: DaemonState,
  reference: Reference,
  all: boolean,
  login: Credentials | undefined,
  say: (line: string) => void,
): PushResult {
  let state = before;
  const base = `${reference.registry}/${reference.repository}`;
  say(`The push refers to repository [${base}]`);
  const names = all
    ? [...state.references.keys()].filter((name) => name.startsWith(`${base}:`)).toSorted()
    : [`${base}:${reference.tag ?? "latest"}`];
  const anyTag = [...state.references.keys()].some((name) => name.startsWith(`${base}:`));
  if (!anyTag)
    return { state, error: `An image does not exist locally with the tag: ${familiarRepository(reference)}` };
  for (const name of names) {
    const image = state.references.get(name);
    const tag = name.slice(base.length + 1);
    if (!image) return { state, error: `tag does not exist: ${familiarName({ ...reference, tag })}` };
    const pushed = pushOne(state, reference, tag, image, login, say);
    state = pushed.state;
    if (pushed.error !== undefined) return pushed;
  }
  return { state };
}

function pushOne(
  state: DaemonState,
  reference: Reference,
  tag: string,
  image: Image,
  login: Credentials | undefined,
  say: (line: string) => void,
): PushResult {
  const { registry: host, repository: name } = reference;
  const registry = state.registries.get(host);
  if (!registry)
    return { state, error: `Get "http://${host}/v2/": dial tcp ${host}: connect: connection refused` };
  const layers = image.layers
    .map((layer) => ({
      id: shortId(layer.diffId),
      blob: layerBlob(layer),
      from: layer.blob?.repository,
    }))
    .reverse();
  for (const { id } of layers) say(`${id}: Preparing`);
  if (registry.access === "basic" && !knows(registry, login))
    return { state, error: "no basic auth credentials" };
  const repository = registry.repositories.get(name) ?? emptyRepository;
  if (!canPush(registry, login, name)) {
    const there = layers.length > 0 && layers.every(({ blob }) => repository.blobs.has(blob.digest));
    if (!there) return { state, error: "denied: requested access to the resource is denied" };
    for (const { id } of layers) say(`${id}: Layer already exists`);
    return {
      state,
      error:
        "errors:\ndenied: requested access to the resource is denied\nunauthorized: authentication required\n",
    };
  }
  const arrived: string[] = [];
  for (const { id, blob, from } of layers) {
    const source = registry.access === "hub" && from ? from : mountSource(registry, name, blob);
    if (repository.blobs.has(blob.digest)) say(`${id}: Layer already exists`);
    else if (source !== undefined) say(`${id}: Mounted from ${source}`);
    else arrived.push(`${id}: Pushed`);
  }
  for (const line of arrived) say(line);
  const { manifest, config, layers: blobs } = imageManifest(image);
  const next: Repository = {
    tags: new Map(repository.tags).set(tag, manifest.digest),
    manifests: new Map(repository.manifests).set(manifest.digest, manifest),
    blobs: new Map([...repository.blobs, ...[...blobs, config].map((blob) => [blob.digest, blob] as const)]),
  };
  const registries = new Map(state.registries).set(host, {
    ...registry,
    repositories: new Map(registry.repositories).set(name, next),
  });
  say(`${tag}: digest: ${manifest.digest} size: ${manifest.text.length}`);
  const named = tagImage(
    { ...state, registries, pushed: [...state.pushed, image] },
    image,
    `${host}/${name}@${manifest.digest}`,
  );
  return { state: named };
}

/**
 * Another repository of the registry that somebody pushed the blob to: the registry links it instead of taking it again.
 * Docker offers only repositories that it has seen the layer in; a base's layer says itself where it was pulled from.
 */
const mountSource = (registry: RegistryState, name: string, blob: Blob): string | undefined =>
  [...registry.repositories].find(
    ([other, { tags, blobs }]) => other !== name && tags.size > 0 && blobs.has(blob.digest),
  )?.[0];
