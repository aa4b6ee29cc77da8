import { type Digest, digestOf } from "../../core/digest.ts";
import type { Range } from "../../core/position.ts";
import type { ImageConfig } from "../../oci/image-config.ts";
import type { Directory } from "../../vfs/entry.ts";
import { emptyDirectory } from "../../vfs/file-system.ts";
import { configJson } from "./config-json.ts";

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
  /** Digest and size of the compressed blob, where a registry or `facts` says so, and its bytes if it came from one here. */
  readonly blob?: { readonly digest: Digest; readonly size: number; readonly bytes?: Uint8Array } | undefined;
  /** Repository of docker.io that a base image's layer was pulled from: `library/python`. */
  readonly repository?: string | undefined;
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

const NOTHING: Directory = emptyDirectory();

/** What an image is made of. */
export interface ImageParts {
  /** `rootfs.diff_ids` is filled from the layers when it is first read, so that a build need not hash them. */
  readonly config: Omit<ImageConfig, "rootfs"> & { readonly rootfs?: ImageConfig["rootfs"] };
  readonly layers: readonly Layer[];
  readonly digests?: readonly string[];
  /** For images of which more is known than their parts say: the very config bytes and id of the original. */
  readonly known?: { readonly id?: Digest; readonly configJson?: string };
}

/** The config with a `rootfs` that hashes the layers when it is first read: most who read a config want its other fields. */
function withRootfs(config: ImageParts["config"], layers: readonly Layer[]): ImageConfig {
  let { rootfs } = config;
  return {
    ...config,
    get rootfs(): ImageConfig["rootfs"] {
      return (rootfs ??= { type: "layers", diff_ids: layers.map(({ diffId }) => diffId) });
    },
  };
}

const parts = new WeakMap<Image, () => ImageParts>();

/** What an image was made of, with what is known of it by now; undefined for a base image. */
export const partsOfImage = (image: Image): ImageParts | undefined => parts.get(image)?.();

/** An image whose diff ids, config bytes and id are made when first asked for, and kept. */
export function createImage({ config, layers, digests = [], known = {} }: ImageParts): Image {
  let json = known.configJson;
  let id = known.id;
  let size: number | undefined;
  const image: Image = {
    layers,
    digests,
    tree: layers.at(-1)?.upper ?? NOTHING,
    config: withRootfs(config, layers),
    get configJson(): string {
      return (json ??= configJson(image.config));
    },
    get id(): Digest {
      return (id ??= digestOf(image.configJson));
    },
    get size(): number {
      return (size ??= layers.reduce((sum, layer) => sum + layer.size, 0));
    },
  };
  parts.set(image, () => ({
    config,
    layers,
    digests,
    known: { ...(id !== undefined && { id }), ...(json !== undefined && { configJson: json }) },
  }));
  return image;
}
