import { encode } from "../../core/bytes.ts";
import { isDigest } from "../../core/digest.ts";
import type { Descriptor } from "../../oci/descriptor.ts";
import { mediaType } from "../../oci/media-type.ts";
import type { Endpoint } from "../exchange.ts";
import { failure } from "../failure.ts";
import { readManifest } from "../read-manifest.ts";
import { emptyRepository, type StoredManifest } from "../registry-state.ts";
import { reply } from "../reply.ts";

/** `/v2/NAME/referrers/DIGEST`: manifests whose subject that one is, an index of them, empty if none is (end-12). */
export const referrers: Endpoint = {
  GET({ registry, name, reference, query }) {
    if (!isDigest(reference)) return { response: failure("DIGEST_INVALID", "digest parsing failed") };
    const { manifests } = registry.repositories.get(name) ?? emptyRepository;
    const all = [...manifests.values()].flatMap((manifest) => referring(manifest, reference));
    const type = query.get("artifactType");
    const chosen = type === undefined ? all : all.filter(({ artifactType }) => artifactType === type);
    const headers: Record<string, string> = { "Content-Type": mediaType.index };
    if (type !== undefined) headers["OCI-Filters-Applied"] = "artifactType";
    const index = { schemaVersion: 2, mediaType: mediaType.index, manifests: chosen };
    return { response: reply(200, headers, encode(JSON.stringify(index))) };
  },
};

type Referrer = Descriptor & { readonly artifactType?: string };

/** The descriptor of a manifest whose subject is `subject`: an artifact's type stands in its config where it has none. */
function referring({ digest, mediaType: type, text }: StoredManifest, subject: string): readonly Referrer[] {
  const manifest = readManifest(text, undefined);
  if ("error" in manifest || manifest.subject?.digest !== subject) return [];
  const artifactType = manifest.artifactType ?? manifest.config?.mediaType;
  const { annotations } = manifest;
  return [
    {
      mediaType: type,
      size: encode(text).length,
      digest,
      ...(artifactType !== undefined && { artifactType }),
      ...(annotations && { annotations: { ...annotations } }),
    },
  ];
}
