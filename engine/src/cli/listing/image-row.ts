import type { Image } from "../../build/image/image.ts";
import { shortId } from "../../core/digest.ts";
import { parseIsoTime } from "../../core/iso-time.ts";
import { humanSize } from "../../core/size.ts";
import type { DaemonState } from "../../daemon/state.ts";
import type { ImageName } from "../images/image-names.ts";
import { ago, stamp } from "./time-text.ts";

export const IMAGE_HEADINGS: Readonly<Record<string, string>> = {
  Containers: "CONTAINERS",
  CreatedAt: "CREATED AT",
  CreatedSince: "CREATED",
  Digest: "DIGEST",
  ID: "IMAGE ID",
  Repository: "REPOSITORY",
  SharedSize: "SHARED SIZE",
  Size: "SIZE",
  Tag: "TAG",
  UniqueSize: "UNIQUE SIZE",
  VirtualSize: "SIZE",
};

/** When the image was made, in milliseconds. */
export const createdAt = (image: Image): number => parseIsoTime(image.config.created ?? "") ?? 0;

/** Newest first, as Docker lists them; a second is its measure. */
export const byAge = (a: Image, b: Image): number =>
  Math.floor(createdAt(b) / 1000) - Math.floor(createdAt(a) / 1000);

/**
 * An image under one of its names as a row (docker/cli formatter/image.go): `whole` cuts nothing, `shared` is what of it other
 * images have too, where somebody has looked.
 */
export function imageRow(
  state: DaemonState,
  image: Image,
  { repository, tag, digest }: ImageName,
  { whole, shared }: { readonly whole: boolean; readonly shared?: number },
): Record<string, string> {
  return {
    Containers: String(state.containers.filter((container) => container.image === image).length),
    CreatedAt: stamp(createdAt(image)),
    CreatedSince: ago(state.time, createdAt(image)),
    Digest: digest,
    ID: whole ? image.id : shortId(image.id),
    Repository: repository,
    SharedSize: shared === undefined ? "N/A" : humanSize(shared, 4),
    Size: humanSize(image.size),
    Tag: tag,
    UniqueSize: shared === undefined ? "N/A" : humanSize(image.size - shared, 4),
    VirtualSize: humanSize(image.size, 4),
  };
}
