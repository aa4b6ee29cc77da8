import type { Digest } from "../../core/digest.ts";
import { parseReference } from "../../oci/reference.ts";
import {
  type Blob,
  emptyRepository,
  openRegistry,
  type RegistryState,
  type Repository,
} from "../../registry/registry-state.ts";
import { layerBlob } from "../images/image-manifest.ts";
import type { NamedImage } from "../images/named-image.ts";

/** docker.io with its images. What a repository holds is worked out when somebody pushes to it or asks. */
export function hubRegistry(
  images: readonly NamedImage[],
  accounts: ReadonlyMap<string, string>,
  partial: boolean,
): RegistryState {
  const byRepository = new Map<string, NamedImage[]>();
  for (const one of images)
    for (const repository of new Set(one.references.flatMap(repositoryOf)))
      byRepository.set(repository, [...(byRepository.get(repository) ?? []), one]);
  const repositories = [...byRepository].map(([name, own]) => [name, repositoryOfHub(own)] as const);
  return { ...openRegistry, access: "hub", accounts, repositories: new Map(repositories), partial };
}

const repositoryOf = (text: string): string[] => {
  const name = parseReference(text);
  return "error" in name || name.registry !== "docker.io" ? [] : [name.repository];
};

/** Blobs only: tags of the hub's own images are looked up by their names. */
const repositoryOfHub = (images: readonly NamedImage[]): Repository => ({
  ...emptyRepository,
  partial: true,
  get blobs(): ReadonlyMap<Digest, Blob> {
    const layers = images.flatMap(({ image }) => image.layers);
    return new Map(layers.map((layer) => [layerBlob(layer).digest, layerBlob(layer)]));
  },
});
