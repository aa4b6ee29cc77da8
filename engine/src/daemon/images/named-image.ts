import type { Image } from "../../build/image/image.ts";
import type { Digest } from "../../core/digest.ts";

/** An image with its names, as people write them: `python:3.13-slim`. */
export interface NamedImage {
  readonly references: readonly string[];
  /** What docker.io names it by, `repo@sha256:…`, where that is known without a look at the image. */
  readonly digest?: Digest | undefined;
  /** @throws {EngineError} NEEDS_PART where it is known by its names only */
  readonly image: Image;
}
