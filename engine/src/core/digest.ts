import { encode } from "./bytes.ts";
import { sha256 } from "./sha256.ts";

/** A content address: the algorithm and 64 lower-case hex digits (OCI image specification, descriptor.md, "Digests"). */
export type Digest = `sha256:${string}`;

export const digestOf = (data: Uint8Array | string): Digest =>
  `sha256:${sha256(typeof data === "string" ? encode(data) : data)}`;

export const isDigest = (text: string): text is Digest => /^sha256:[0-9a-f]{64}$/.test(text);

/** The 12 digits that Docker's tables show. */
export const shortId = (digest: string): string => digest.replace(/^sha256:/, "").slice(0, 12);
