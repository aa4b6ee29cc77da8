import { decode } from "../core/bytes.ts";
import { type Digest, digestOf, isDigest } from "../core/digest.ts";
import { mediaType } from "../oci/media-type.ts";
import type { Exchange, Outcome } from "./exchange.ts";
import { failure, failures } from "./failure.ts";
import { headerOf } from "./header-of.ts";
import { placeOf } from "./place-of.ts";
import { type ManifestFields, readManifest } from "./read-manifest.ts";
import { emptyRepository, type Repository } from "./registry-state.ts";
import { reply } from "./reply.ts";
import { putManifest } from "./store.ts";

/** A manifest may be no larger (specification, "Pushing Manifests"). */
const LARGEST = 4 * 1024 * 1024;

/**
 * PUT of a manifest: it must be one, be the one that its digest names, and all that it names must be there. The subject of a
 * manifest need not be (specification, "Pushing Manifests with Subject").
 */
export function receiveManifest({ registry, request, name, reference }: Exchange): Outcome {
  const refuse = (code: Parameters<typeof failure>[0], detail: unknown): Outcome => ({
    response: failure(code, detail),
  });
  const { body } = request;
  if (body.length > LARGEST) return refuse("MANIFEST_INVALID", `more than ${LARGEST} bytes`);
  const text = decode(body);
  const type = headerOf(request, "Content-Type")?.split(";", 1)[0]?.trim();
  const manifest = readManifest(text, type);
  if ("error" in manifest) return refuse("MANIFEST_INVALID", {});
  const digest = digestOf(body);
  if (isDigest(reference) && reference !== digest) return { response: failure("DIGEST_INVALID") };
  const missing = missingFrom(registry.repositories.get(name) ?? emptyRepository, manifest);
  if (missing.length > 0) return { response: failures("MANIFEST_BLOB_UNKNOWN", missing) };
  const stored = { digest, mediaType: manifest.mediaType ?? type ?? mediaType.manifest, text };
  const subject: Record<string, string> = manifest.subject ? { "OCI-Subject": manifest.subject.digest } : {};
  return {
    registry: putManifest(registry, name, stored, isDigest(reference) ? undefined : reference),
    response: reply(201, {
      Location: placeOf(request, `/v2/${name}/manifests/${digest}`),
      "Docker-Content-Digest": digest,
      ...subject,
    }),
  };
}

/** What a manifest names and the repository lacks. Layers that say where else they are need not be here. */
function missingFrom(repository: Repository, manifest: ManifestFields): readonly Digest[] {
  const { config, layers = [], blobs = [], manifests = [] } = manifest;
  const needed = [...(config ? [config] : []), ...layers, ...blobs].filter(({ urls }) => !urls?.length);
  return [
    ...needed.filter(({ digest }) => !repository.blobs.has(digest)),
    ...manifests.filter(({ digest }) => !repository.manifests.has(digest)),
  ].map(({ digest }) => digest);
}
