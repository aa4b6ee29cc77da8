import type { Image } from "../../build/image/image.ts";
import { parseReference, qualifiedName } from "../../oci/reference.ts";
import { sameImage } from "./same-image.ts";
import type { DaemonState } from "../state.ts";

/** Puts an image into the store; one that is there already comes back as the one that is there. */
export function keepImage(
  state: DaemonState,
  image: Image,
): { readonly image: Image; readonly state: DaemonState } {
  const known = state.images.find((one) => sameImage(one, image));
  if (known) return { image: known, state };
  const references = new Map(state.references);
  for (const digest of image.digests) {
    const name = parseReference(digest);
    if (!("error" in name)) references.set(qualifiedName(name), image);
  }
  return { image, state: { ...state, images: [...state.images, image], references } };
}

/** The same for an image whose id is made anyway: equal bytes are one image, wherever its trees come from. */
export function keepById(
  state: DaemonState,
  image: Image,
): { readonly image: Image; readonly state: DaemonState } {
  const known = state.images.find(({ id }) => id === image.id);
  return known ? { image: known, state } : keepImage(state, image);
}

/** Puts a qualified name on an image of the store, whatever had it before. */
export function tagImage(state: DaemonState, image: Image, name: string): DaemonState {
  return {
    ...state,
    references: new Map(state.references).set(name, image),
    taggedAt: new Map(state.taggedAt).set(image, state.time),
  };
}
