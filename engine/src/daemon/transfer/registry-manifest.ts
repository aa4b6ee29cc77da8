import { type Reference } from "../../oci/reference.ts";
import { canPull, type Credentials } from "../../registry/access.ts";
import type { StoredManifest } from "../../registry/registry-state.ts";
import type { Digest } from "../../core/digest.ts";
import { registryHost } from "./registry-host.ts";
import type { DaemonState } from "../state.ts";

/**
 * The manifest that a registry holds under a name, as it was pushed.
 *
 * `unknown`: nothing has that name there. `not held`: docker.io has it, but Drydock knows such an image's configuration
 * only, not the list of its platforms.
 */
export function registryManifest(
  state: DaemonState,
  official: readonly string[],
  reference: Reference,
  login: Credentials | undefined,
): StoredManifest | "unknown" | "not held" | "denied" {
  const registry = state.registries.get(registryHost(reference.registry));
  if (registry && !canPull(registry, login)) return "denied";
  const repository = registry?.repositories.get(reference.repository);
  const digest = reference.digest ?? repository?.tags.get(reference.tag ?? "latest");
  const manifest = digest === undefined ? undefined : repository?.manifests.get(digest as Digest);
  if (manifest) return manifest;
  return reference.registry === "docker.io" && official.includes(reference.repository)
    ? "not held"
    : "unknown";
}
