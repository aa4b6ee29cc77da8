import { isDigestText } from "./digest-shape.ts";
import { isNumber, isText, mapOf, objectOf, oneOf, type Shape } from "../../../core/shape.ts";
import type {
  Blob,
  RegistryState,
  Repository,
  StoredManifest,
  Upload,
} from "../../../registry/registry-state.ts";

const isBlob: Shape<Blob> = objectOf<Blob>({
  digest: isDigestText,
  size: isNumber,
  bytes: (value): value is Blob["bytes"] => typeof value === "function",
});

/** What a registry holds. */
export const isRegistry: Shape<RegistryState> = objectOf<RegistryState>({
  access: oneOf("none", "basic", "hub"),
  accounts: mapOf(isText, isText),
  repositories: mapOf(
    isText,
    objectOf<Repository>({
      tags: mapOf(isText, isDigestText),
      manifests: mapOf(
        isDigestText,
        objectOf<StoredManifest>({ digest: isDigestText, mediaType: isText, text: isText }),
      ),
      blobs: mapOf(isDigestText, isBlob),
    }),
  ),
  uploads: mapOf(isText, objectOf<Upload>({ repository: isText, size: isNumber })),
  begun: isNumber,
});
