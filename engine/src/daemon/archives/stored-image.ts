import type { Image } from "../../build/image/image.ts";
import { decode } from "../../core/bytes.ts";
import { notSimulated } from "../../core/engine-error.ts";
import { type ManifestFields, readManifest } from "../../registry/read-manifest.ts";
import type { Repository, StoredManifest } from "../../registry/registry-state.ts";
import type { DaemonState } from "../state.ts";
import { foreignImage } from "./foreign-image.ts";

/** What this machine is. */
const PLATFORM = "linux/amd64";

/**
 * The image of a manifest that some client pushed, put together from its blobs; of a list of platforms the one of this machine.
 * @returns the image, or the daemon's words where it is none
 * @throws {EngineError} NOT_SIMULATED as in `foreignImage`, and for manifests of anything but images
 */
export function storedImage(
  state: DaemonState,
  repository: Repository,
  manifest: StoredManifest,
): Image | { readonly error: string } {
  const fields = readManifest(manifest.text, undefined);
  if ("error" in fields) return fields;
  if (fields.manifests) {
    const digest = forPlatform(fields);
    const chosen = digest && repository.manifests.get(digest);
    if (!chosen) return { error: `no matching manifest for ${PLATFORM} in the manifest list entries` };
    return storedImage(state, repository, chosen);
  }
  const { config, layers = [] } = fields;
  const configJson = config && repository.blobs.get(config.digest)?.bytes();
  if (!config || !configJson || !/(image\.config|container\.image)/.test(config.mediaType ?? ""))
    throw notSimulated(`pulling ${manifest.digest}, which is no image`, "refuse its media type");
  return foreignImage(
    state,
    decode(configJson),
    layers.map(({ digest, size }) => {
      const bytes = repository.blobs.get(digest)?.bytes();
      return bytes ? { bytes, blob: { digest, size, bytes } } : { bytes };
    }),
  );
}

function forPlatform({ manifests = [] }: ManifestFields): StoredManifest["digest"] | undefined {
  const platformOf = (platform: unknown): string => {
    const { os = "", architecture = "" } = (platform ?? {}) as { os?: string; architecture?: string };
    return `${os}/${architecture}`;
  };
  return manifests.find(({ platform }) => platformOf(platform) === PLATFORM)?.digest;
}
