import type { Image } from "../../build/image/image.ts";
import type { Digest } from "../../core/digest.ts";
import { type Reference, parseReference } from "../../oci/reference.ts";
import { storedImage } from "../archives/stored-image.ts";
import type { NamedImage } from "../images/named-image.ts";
import { imageManifest } from "../images/image-manifest.ts";
import { registryHost } from "./registry-host.ts";
import type { DaemonState } from "../state.ts";

export interface RemoteImage {
  readonly image: Image;
  /** Digest of the manifest or index that the name leads to. */
  readonly digest: Digest;
}

/** What a registry has under a name: what was pushed there, else the images that it had from the start. `error`: no image. */
export function remoteImage(
  state: DaemonState,
  hub: readonly NamedImage[],
  reference: Reference,
): RemoteImage | { readonly error: string } | "no repository" | "no tag" {
  const repository = state.registries
    .get(registryHost(reference.registry))
    ?.repositories.get(reference.repository);
  const digest = reference.digest ?? repository?.tags.get(reference.tag ?? "latest");
  const manifest = repository?.manifests.get(digest as Digest);
  if (repository && manifest) {
    const { config } = JSON.parse(manifest.text) as { config?: { digest: Digest } };
    const isIt = ({ id }: Image): boolean => id === config?.digest;
    const own = [...state.pushed, ...state.images].find(isIt) ?? hub.find((one) => isIt(one.image))?.image;
    const image = own ?? storedImage(state, repository, manifest);
    return "error" in image ? image : { image, digest: manifest.digest };
  }
  let known = repository !== undefined;
  for (const one of hub) {
    for (const text of one.references) {
      const name = parseReference(text);
      if ("error" in name) continue;
      if (name.registry !== reference.registry || name.repository !== reference.repository) continue;
      known = true;
      if (
        reference.digest === undefined
          ? (name.tag ?? "latest") === (reference.tag ?? "latest")
          : hubDigest(one) === reference.digest
      )
        return { image: one.image, digest: hubDigest(one) };
    }
  }
  return known ? "no tag" : "no repository";
}

/** The digest that docker.io names the image by. */
export const hubDigest = (one: NamedImage): Digest =>
  one.digest ??
  (one.image.digests[0]?.replace(/^.*@/, "") as Digest | undefined) ??
  imageManifest(one.image).manifest.digest;
