import { type Digest, digestOf, isDigest } from "../../core/digest.ts";
import type { Image, Layer } from "../../build/image/image.ts";
import { parseReference } from "../../oci/reference.ts";
import type { ContainerConfig, ImageConfig } from "../../oci/image-config.ts";
import type { Directory } from "../../vfs/entry.ts";
import { emptyDirectory } from "../../vfs/file-system.ts";
import { applyLayerFiles, type LayerFiles } from "./layer-files.ts";
import type { NamedImage } from "../images/named-image.ts";

/** One layer of a base image: what is known of its blob, and its files. */
export interface BaseLayerData {
  readonly label: string;
  /** Sum of file sizes, as `docker history` prints it. */
  readonly size: number;
  /** The size was worked out and not read: see the source named in the facts. */
  readonly estimate?: boolean;
  /** Digest and size of the compressed blob in the registry. */
  readonly blob?: { readonly digest: string; readonly size: number };
  /** What the layer holds, listing upon listing; none where only its weight is known. */
  readonly files: readonly LayerFiles[];
  /** The directory that the bytes which no listing accounts for are counted at. */
  readonly rest: string;
}

/** A base image as data: everything that a registry and a listing of its files would tell. */
export interface BaseImageData {
  /** Names with tag, the first one being the name that the data was recorded under: `python:3.13-slim`. */
  readonly references: readonly string[];
  /** When the image was seen, as RFC 3339. */
  readonly created: string;
  /** Digest of the config blob in the registry, where it is known; the id of the image. */
  readonly id?: string;
  /** Digest of the index: what `repo@sha256:…` names. */
  readonly index?: string;
  readonly config: ContainerConfig;
  readonly history: readonly { readonly by: string; readonly empty?: boolean }[];
  /** Oldest first. */
  readonly layers: readonly BaseLayerData[];
}

const made = new WeakMap<BaseImageData, Image>();
/** Base images whose files somebody has looked at. */
const laid = new WeakSet<Image>();

/** Has anybody looked at the files of that base image? Nothing that is in use holds the files of others. */
export const isLaid = (image: Image): boolean => laid.has(image);

const trees = new WeakMap<Directory, Map<string, Directory>>();
const scratch = emptyDirectory();

/** The tree after one more layer. Images that stand on the same listings share it. */
function layTree(lower: Directory, { files, size, rest }: BaseLayerData): Directory {
  const uppers = trees.get(lower) ?? new Map<string, Directory>();
  trees.set(lower, uppers);
  const key = `${files.map(({ name }) => name).join(" ")} ${size} ${rest}`;
  const upper = uppers.get(key) ?? applyLayerFiles(lower, files, size, rest);
  uppers.set(key, upper);
  return upper;
}

/** A base under its names; nothing but the names is looked at before somebody wants the image. */
export const namedBase = (data: BaseImageData): NamedImage => ({
  references: data.references,
  digest: parsed(data.index),
  get image(): Image {
    return baseImage(data);
  },
});

/**
 * An image of a base that Drydock knows as data. Made once for the same data; its tree when somebody first looks.
 *
 * Diff ids are stand-ins, the digest of the blob's own digest: the uncompressed bytes are not at hand. `id` is the
 * registry's where it is known, so it is not the digest of `configJson`, whose diff ids are those stand-ins.
 */
export function baseImage(data: BaseImageData): Image {
  const known = made.get(data);
  if (known) return known;
  const name = data.references[0] ?? "";
  const repository = name.slice(0, name.lastIndexOf(":"));
  const pulled = parseReference(repository);
  const source = "error" in pulled || pulled.registry !== "docker.io" ? undefined : pulled.repository;
  const diffIds = data.layers.map(({ blob, label }) =>
    digestOf(`base layer ${blob?.digest ?? `${name} ${label}`}`),
  );
  const config: ImageConfig = {
    architecture: "amd64",
    config: data.config,
    created: data.created,
    history: data.history.map(({ by, empty }) => ({
      created: data.created,
      created_by: by,
      ...(/# buildkit|^WORKDIR /.test(by) || empty ? { comment: "buildkit.dockerfile.v0" } : {}),
      ...(empty ? { empty_layer: true } : {}),
    })),
    os: "linux",
    rootfs: { type: "layers", diff_ids: diffIds },
  };
  const configJson = JSON.stringify(config);
  const id = parsed(data.id) ?? digestOf(configJson);

  let chain: Directory[] | undefined;
  const treeAt = (index: number): Directory => {
    if (!chain) {
      laid.add(image);
      chain = [scratch];
      for (const layer of data.layers) chain.push(layTree(chain.at(-1) ?? scratch, layer));
    }
    return chain[index] ?? scratch;
  };
  const layers = data.layers.map(({ size, blob }, index): Layer => {
    const digest = parsed(blob?.digest);
    return {
      get lower(): Directory {
        return treeAt(index);
      },
      get upper(): Directory {
        return treeAt(index + 1);
      },
      size,
      diffId: diffIds[index] ?? digestOf(""),
      tar: undefined,
      blob: digest && blob && { digest, size: blob.size },
      repository: source,
    };
  });
  const image: Image = {
    id,
    configJson,
    config,
    layers,
    get tree(): Directory {
      return treeAt(data.layers.length);
    },
    size: data.layers.reduce((sum, { size }) => sum + size, 0),
    digests: data.index ? [`${repository}@${data.index}`] : [],
  };
  made.set(data, image);
  return image;
}

const parsed = (text: string | undefined): Digest | undefined => (text && isDigest(text) ? text : undefined);
