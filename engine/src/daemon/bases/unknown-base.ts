import { type Reference, qualifiedName } from "../../oci/reference.ts";
import type { RegistryState } from "../../registry/registry-state.ts";
import type { NamedImage } from "../images/named-image.ts";
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

/**
 * BuildKit's words for a base that a registry other than Docker Hub does not give: one without accounts has no such image, one with
 * accounts wants a login first, and where nobody listens there is none [measured on Docker 28.5.2].
 */
export function missingElsewhere(reference: Reference, registry: RegistryState | undefined): string {
  const { registry: host, repository, tag, digest } = reference;
  const path = `${host}/v2/${repository}/manifests/${digest ?? tag ?? "latest"}`;
  if (!registry)
    return `failed to do request: Head "https://${path}": dial tcp ${host}: connect: connection refused`;
  return registry.access === "none"
    ? `${qualifiedName(reference)}: not found`
    : `unexpected status from HEAD request to http://${path}: 401 Unauthorized`;
}
