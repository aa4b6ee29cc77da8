import { registryManifest } from "../daemon/registry-manifest.ts";
import { parseReference, type Reference, withDefaultTag } from "../oci/reference.ts";
import type { StoredManifest } from "../registry/registry-state.ts";
import type { Call } from "./command.ts";
import { storedLogin } from "./credentials.ts";

/**
 * The manifest that a command asks a registry for, with the name in full.
 * @returns the exit status where there is none, said on standard error with `missing`'s words
 */
export function findManifest(
  call: Call,
  name: string,
  missing: (reference: Reference) => string,
): { readonly manifest: StoredManifest; readonly reference: Reference } | number {
  const parsed = parseReference(name);
  if ("error" in parsed) return call.fail(`ERROR: ${parsed.error}`);
  const reference = withDefaultTag(parsed);
  const { state, hub } = call.daemon;
  const official = hub
    .flatMap(({ references }) => references.map(parseReference))
    .flatMap((one) => ("error" in one ? [] : [one.repository]));
  const manifest = registryManifest(state, official, reference, storedLogin(call, reference.registry));
  if (manifest === "not held")
    return call.fail(
      `Drydock does not hold the manifest of ${name}. The real one would show it, or the list of its platforms.`,
      125,
    );
  if (manifest === "denied" || manifest === "unknown") return call.fail(missing(reference));
  return { manifest, reference };
}
