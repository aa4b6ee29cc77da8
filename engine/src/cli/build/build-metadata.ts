import { digestOf } from "../../core/digest.ts";
import { parseReference, qualifiedName } from "../../oci/reference.ts";
import type { Image } from "../../build/image/image.ts";

/**
 * What `--metadata-file` gets of a build (moby/moby, builder-next/exporter/mobyexporter; docker/buildx, build.go).
 *
 * The real one adds `buildx.build.provenance`, which tells of the machine and is not simulated: the command says so.
 * @param began milliseconds since 1970: the reference of a build follows from it
 * @param image undefined where the build did not go into the store
 */
export function buildMetadata(image: Image | undefined, tags: readonly string[], began: number): string {
  const id = BigInt(`0x${digestOf(`build ${began}`).slice("sha256:".length)}`)
    .toString(36)
    .slice(0, 25);
  const names = tags.map((tag) => {
    const reference = parseReference(tag);
    return "error" in reference ? tag : qualifiedName(reference);
  });
  const fields: Record<string, string> = { "buildx.build.ref": `default/default/${id}` };
  if (image) {
    fields["containerimage.config.digest"] = image.id;
    fields["containerimage.digest"] = image.id;
    if (names.length > 0) fields["image.name"] = names.join(",");
  }
  return JSON.stringify(fields, null, 2);
}
