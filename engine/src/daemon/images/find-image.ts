import type { Image } from "../../build/image/image.ts";
import { familiarName, parseReference, qualifiedName, withDefaultTag } from "../../oci/reference.ts";
import type { DaemonState } from "../state.ts";

/** `missing` tells an image that is not there from a name that cannot be one. */
export interface NoImage {
  readonly error: string;
  readonly missing: boolean;
}

/** The image behind a name, an id, or the beginning of one; else Docker's words (moby daemon/images/image.go, GetImage). */
export function findImage(state: DaemonState, text: string): Image | NoImage {
  const digest = /^(?:sha256:)?([0-9a-f]{64})$/.exec(text)?.[1];
  if (digest !== undefined)
    return byId(state, digest) ?? { error: `No such image: sha256:${digest}`, missing: true };
  const reference = parseReference(text);
  if ("error" in reference) {
    const prefix = /^sha256:([0-9a-f]{1,63})$/.exec(text)?.[1];
    return (prefix !== undefined && byId(state, prefix)) || { error: reference.error, missing: false };
  }
  const named = state.references.get(qualifiedName(reference));
  if (named) return named;
  const byPrefix = /^[0-9a-f]{1,64}$/.test(text) ? byId(state, text) : undefined;
  return byPrefix ?? { error: `No such image: ${familiarName(withDefaultTag(reference))}`, missing: true };
}

function byId(state: DaemonState, prefix: string): Image | undefined {
  const found = state.images.filter(({ id }) => id.startsWith(`sha256:${prefix}`));
  return found.length === 1 ? found[0] : undefined;
}

/** The names of an image, sorted as Docker lists them. Qualified. */
export const referencesOf = (state: DaemonState, image: Image): string[] =>
  [...state.references]
    .filter(([, one]) => one === image)
    .map(([name]) => name)
    .sort();

/** Whether the text is the beginning of the image's id and not a name. */
export const isIdOf = (image: Image, text: string): boolean =>
  image.id.startsWith(text) || image.id.startsWith(`sha256:${text}`);
