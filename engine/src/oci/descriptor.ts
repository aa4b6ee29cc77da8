import type { Digest } from "../core/digest.ts";

/** Where content is and what it is (OCI image specification, descriptor.md): field names verbatim. */
export interface Descriptor {
  mediaType: string;
  size: number;
  digest: Digest;
  annotations?: Record<string, string>;
  platform?: Platform;
}

interface Platform {
  architecture: string;
  os: string;
  variant?: string;
}
