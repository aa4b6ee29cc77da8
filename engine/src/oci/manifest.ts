import type { Descriptor } from "./descriptor.ts";

/** One image for one platform (OCI image specification, manifest.md; Docker's image manifest v2, schema 2). */
export interface Manifest {
  schemaVersion: 2;
  mediaType: string;
  config: Descriptor;
  layers: Descriptor[];
  annotations?: Record<string, string>;
}
