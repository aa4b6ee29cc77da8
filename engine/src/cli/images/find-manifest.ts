import type { Digest } from "../../core/digest.ts";
import { registryHost } from "../../daemon/transfer/registry-host.ts";
import { registryManifest } from "../../daemon/transfer/registry-manifest.ts";
import { parseReference, type Reference, withDefaultTag } from "../../oci/reference.ts";
import type { StoredManifest } from "../../registry/registry-state.ts";
import type { Call } from "../command.ts";
import { storedLogin } from "../login/credentials.ts";

/** A manifest of a registry, with the name in full. */
export interface FoundManifest {
  readonly manifest: StoredManifest;
  readonly reference: Reference;
  /** What the registry has under a digest, in the same repository. */
  blob(digest: string): Uint8Array | undefined;
}

/** What a command says of a name that is none, and of one that nothing has. */
interface Words {
  bad(reason: string): string;
  missing(reference: Reference, denied: boolean): string;
}

/**
 * The manifest that a command asks a registry for.
 * @returns the exit status where there is none, said on standard error
 */
export function findManifest(call: Call, name: string, words: Words): FoundManifest | number {
  const parsed = parseReference(name);
  if ("error" in parsed) return call.fail(words.bad(parsed.error));
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
  if (manifest === "denied" || manifest === "unknown")
    return call.fail(words.missing(reference, manifest === "denied"));
  const blobs = state.registries
    .get(registryHost(reference.registry))
    ?.repositories.get(reference.repository)?.blobs;
  return { manifest, reference, blob: (digest) => blobs?.get(digest as Digest)?.bytes() };
}
