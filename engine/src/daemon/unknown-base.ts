import { type Reference, qualifiedName } from "../oci/reference.ts";
import type { NamedImage } from "./named-image.ts";
import { unknownImage } from "./unknown-image.ts";

/** BuildKit's words for a repository that a registry does not have, or does not show. */
export const NO_REPOSITORY =
  "pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed";

/** BuildKit's words for a base that Docker Hub surely has not. @throws {EngineError} NOT_SIMULATED where it may well exist */
export const unknownBase = (
  reference: Reference,
  hub: readonly Pick<NamedImage, "references">[],
  accounts?: ReadonlyMap<string, unknown>,
): { readonly error: string } => ({
  error:
    unknownImage(reference, hub, accounts) === "no tag"
      ? `${qualifiedName(reference)}: not found`
      : NO_REPOSITORY,
});
