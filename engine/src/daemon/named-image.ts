import type { Image } from "../build/image.ts";

/** An image with its names, as people write them: `python:3.13-slim`. */
export interface NamedImage {
  readonly references: readonly string[];
  readonly image: Image;
}
