import type { Descriptor } from "./descriptor.ts";

/** One image for one platform (OCI image specification, manifest.md; Docker's image manifest v2, schema 2). */
export interface Manifest {
  schemaVersion: 2;
  mediaType: string;
  config: Descriptor;
  layers: Descriptor[];
  annotations?: Record<string, string>;
}

/** Manifests of several platforms behind one name (OCI image-index.md; Docker's manifest list). */
export interface Index {
  schemaVersion: 2;
  mediaType?: string;
  manifests: Descriptor[];
  annotations?: Record<string, string>;
}
