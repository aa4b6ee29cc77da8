import type { Digest } from "../core/digest.ts";
import { parseReference } from "../oci/reference.ts";
import {
  type Blob,
  emptyRepository,
  type RegistryState,
  type Repository,
} from "../registry/registry-state.ts";
import { layerBlob } from "./image-manifest.ts";
import type { NamedImage } from "./named-image.ts";

/** docker.io with its images. What each repository holds is worked out when somebody pushes or asks. */
export function hubRegistry(
  images: readonly NamedImage[],
  accounts: ReadonlyMap<string, string>,
): RegistryState {
  let repositories: ReadonlyMap<string, Repository> | undefined;
  return {
    access: "hub",
    accounts,
    get repositories(): ReadonlyMap<string, Repository> {
      return (repositories ??= repositoriesOf(images));
    },
  };
}

/** Blobs only: tags of the hub's own images are looked up by their names. */
function repositoriesOf(images: readonly NamedImage[]): ReadonlyMap<string, Repository> {
  const all = new Map<string, Repository>();
  for (const { references, image } of images) {
    for (const text of references) {
      const name = parseReference(text);
      if ("error" in name) continue;
      const blobs = new Map<Digest, Blob>(all.get(name.repository)?.blobs);
      for (const layer of image.layers) blobs.set(layerBlob(layer).digest, layerBlob(layer));
      all.set(name.repository, { ...emptyRepository, blobs });
    }
  }
  return all;
}
