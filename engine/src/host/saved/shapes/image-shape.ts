import { type Image, type ImageParts, type Layer } from "../../../build/image/image.ts";
import type { Digest } from "../../../core/digest.ts";
import { isText, listOf, maybe, objectOf, recordOf, type Shape } from "../../../core/shape.ts";
import type { ContainerConfig, HistoryEntry } from "../../../oci/image-config.ts";
import { isDirectory } from "../../../vfs/entry-shape.ts";

const isDigest: Shape<Digest> = (value): value is Digest =>
  isText(value) && /^sha256:[0-9a-f]{64}$/.test(value);
const texts = listOf(isText) as Shape<string[]>;
const names = recordOf(
  (value): value is Record<string, never> => typeof value === "object" && value !== null,
);

/** How a container starts: what the engine reads of it. */
export const isContainerConfig: Shape<ContainerConfig> = objectOf<ContainerConfig>({
  User: maybe(isText),
  ExposedPorts: maybe(names),
  Env: maybe(texts),
  Entrypoint: (value): value is string[] | null | undefined => value === null || maybe(texts)(value),
  Cmd: (value): value is string[] | null | undefined => value === null || maybe(texts)(value),
  Volumes: maybe(names),
  WorkingDir: maybe(isText),
  Labels: maybe(recordOf(isText)),
  StopSignal: maybe(isText),
  Shell: maybe(texts),
  OnBuild: maybe(texts),
});

const trees = objectOf<Layer>({ lower: isDirectory, upper: isDirectory });
/** Trees of a base image are laid out by a getter when somebody looks at them: what was written down has none. */
const isLayer: Shape<Layer> = (value): value is Layer =>
  typeof value === "object" &&
  value !== null &&
  "diffId" in value &&
  (Object.getOwnPropertyDescriptor(value, "upper")?.get !== undefined || trees(value));

/** What an image that was made here consists of. */
export const isImageParts: Shape<ImageParts> = objectOf<ImageParts>({
  config: objectOf<ImageParts["config"]>({
    architecture: isText,
    os: isText,
    config: isContainerConfig,
    history: listOf(objectOf<HistoryEntry>({ created_by: maybe(isText) })) as Shape<HistoryEntry[]>,
  }),
  layers: listOf(isLayer),
  digests: maybe(listOf(isText)),
  known: maybe(
    objectOf<NonNullable<ImageParts["known"]>>({ id: maybe(isDigest), configJson: maybe(isText) }),
  ),
});

/** An image that was made here, or a base image, whose data need not be here yet. */
export const isImage: Shape<Image> = (value): value is Image => {
  if (typeof value !== "object" || value === null) return false;
  // Whoever put one together has looked at its parts.
  return "layers" in value && "tree" in value && "configJson" in value;
};
