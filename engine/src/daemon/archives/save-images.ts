import type { Image } from "../../build/image/image.ts";
import { type Digest, digestOf } from "../../core/digest.ts";
import { mediaType } from "../../oci/media-type.ts";
import { familiarName, parseReference, type Reference } from "../../oci/reference.ts";
import { Content } from "../../vfs/content.ts";
import { type Directory, type Entry, newInode } from "../../vfs/entry.ts";
import { layerTar, layerTarSize } from "../../vfs/layer-tar.ts";

const META = { uid: 0, gid: 0, mtime: 0 } as const;
const file = (content: Content): Entry => ({
  ...META,
  kind: "file",
  inode: newInode(),
  mode: 0o644,
  links: 1,
  content,
});
const folder = (children: ReadonlyMap<string, Entry>): Directory => ({
  ...META,
  kind: "directory",
  inode: newInode(),
  mode: 0o755,
  children,
});
const hex = (digest: Digest): string => digest.slice("sha256:".length);

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/**
 * What `docker save` writes: an OCI layout with Docker's own `manifest.json` and `repositories` beside it
 * [recording cli/images/save-manifest]. A base's layer is a member without bytes, as in a layer's own tar.
 */
export function saveImages(
  images: readonly { readonly image: Image; readonly names: readonly string[] }[],
): Uint8Array {
  const blobs = new Map<string, Entry>();
  const add = (text: string): { readonly digest: Digest; readonly size: number } => {
    const digest = digestOf(text);
    blobs.set(hex(digest), file(Content.of(text)));
    return { digest, size: text.length };
  };
  const listed: unknown[] = [];
  const manifests: unknown[] = [];
  const repositories: Record<string, Record<string, string>> = {};
  for (const { image, names } of images) {
    const layers = image.layers.map(({ diffId, tar, lower, upper }) => {
      const size = tar?.length ?? layerTarSize(lower, upper);
      blobs.set(hex(diffId), file(tar ? Content.of(tar) : Content.declared(size, diffId)));
      return { mediaType: mediaType.plainLayer, size, digest: diffId };
    });
    blobs.set(hex(image.id), file(Content.of(image.configJson)));
    // One more blob a layer: the description that Docker before 1.10 kept beside it.
    const ids = layers.map(({ digest }, i) =>
      add(
        `{"id":"${hex(digestOf(`${image.id} ${digest}`))}","created":"1970-01-01T00:00:00Z","os":"linux"${i === layers.length - 1 ? ',"top":true' : ""}}`,
      ),
    );
    const config = { mediaType: mediaType.config, digest: image.id, size: image.configJson.length };
    const manifest = add(
      JSON.stringify({
        schemaVersion: 2,
        mediaType: mediaType.manifest,
        config,
        layers: layers.map(({ mediaType: type, digest, size }) => ({ mediaType: type, digest, size })),
      }),
    );
    const tags = names
      .map((name) => parseReference(name))
      .filter((one): one is Reference => !("error" in one));
    listed.push({
      Config: `blobs/sha256/${hex(image.id)}`,
      RepoTags: names.length > 0 ? tags.map((one) => familiarName(one)) : null,
      Layers: layers.map(({ digest }) => `blobs/sha256/${hex(digest)}`),
      LayerSources: Object.fromEntries(
        layers.toSorted((a, b) => (a.digest < b.digest ? -1 : 1)).map((layer) => [layer.digest, layer]),
      ),
    });
    if (tags.length === 0) manifests.push({ mediaType: mediaType.manifest, ...manifest });
    for (const [i, tag] of tags.entries()) {
      manifests.push({
        mediaType: mediaType.manifest,
        ...manifest,
        annotations: { "io.containerd.image.name": names[i], "org.opencontainers.image.ref.name": tag.tag },
      });
      const { tag: name = "latest", ...repository } = tag;
      (repositories[familiarName(repository)] ??= {})[name] = hex(ids.at(-1)?.digest ?? image.id);
    }
  }
  // Go writes the keys of a map in order.
  const tagged = Object.entries(repositories)
    .map(([name, tags]) => [name, Object.fromEntries(Object.entries(tags).toSorted(byName))] as const)
    .toSorted(byName);
  const index = { schemaVersion: 2, mediaType: mediaType.index, manifests };
  const root = folder(
    new Map<string, Entry>([
      ["blobs", folder(new Map([["sha256", folder(blobs)]]))],
      ["index.json", file(Content.of(JSON.stringify(index)))],
      ["manifest.json", file(Content.of(`${JSON.stringify(listed)}\n`))],
      ["oci-layout", file(Content.of('{"imageLayoutVersion": "1.0.0"}'))],
      ...(tagged.length > 0
        ? [["repositories", file(Content.of(`${JSON.stringify(Object.fromEntries(tagged))}\n`))] as const]
        : []),
    ]),
  );
  return layerTar(folder(new Map()), root);
}
