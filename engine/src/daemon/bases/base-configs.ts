import type { ContainerConfig } from "../../oci/image-config.ts";
import { parseReference, qualifiedName } from "../../oci/reference.ts";
import type { BaseImageData } from "./base-image.ts";

/** The config of a base image by any of its names; undefined for an image that is not among the bases, or that no name can have. */
export function baseConfigs(
  bases: readonly BaseImageData[],
): (reference: string) => ContainerConfig | undefined {
  const byName = new Map(
    bases.flatMap((data) => data.references.map((name) => [fullName(name), data] as const)),
  );
  return (reference) => byName.get(fullName(reference))?.config;
}

function fullName(text: string): string {
  const reference = parseReference(text);
  return "error" in reference ? text : qualifiedName(reference);
}
