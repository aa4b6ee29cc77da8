import type { Digest } from "../core/digest.ts";
import type { Range } from "../core/position.ts";
import type { ImageConfig } from "../oci/image-config.ts";
import type { Directory } from "../vfs/entry.ts";

/** What one step changed. Size and tar are made when they are asked for. */
export interface Layer {
  /** The tree before and after the step. A base layer that is known only as a whole has `tar` undefined. */
  readonly lower: Directory;
  readonly upper: Directory;
  /** Sum of regular-file sizes, as `docker history` counts. */
  readonly size: number;
  readonly diffId: Digest;
  /** Uncompressed; undefined where Drydock does not hold the bytes (layers of base images). */
  readonly tar: Uint8Array | undefined;
  /** Digest and size of the compressed blob, where a registry or `facts` says so. */
  readonly blob?: { readonly digest: Digest; readonly size: number } | undefined;
  /** Where in the Dockerfile it comes from; undefined for a base image's layer. */
  readonly origin?: { readonly stage: number; readonly range: Range } | undefined;
}

/** An image with its files. `id` and the diff ids are made when asked for: a grade never pays for them. */
export interface Image {
  readonly id: Digest;
  /** The bytes whose digest is `id`. */
  readonly configJson: string;
  readonly config: ImageConfig;
  readonly layers: readonly Layer[];
  readonly tree: Directory;
  readonly size: number;
  /** RepoDigests by repository, for images that came from or went to a registry. */
  readonly digests: readonly string[];
}
