import { readTar } from "../archive/tar.ts";
import { digestOf, isDigest } from "../core/digest.ts";
import type { Image, Layer } from "./image/image.ts";

/** Two things about an image that should agree and do not. */
export interface Mismatch {
  /** `id`, `layer 2 size`, `history` … */
  readonly what: string;
  readonly expected: string;
  readonly found: string;
}

/** Everything is read: nobody else made these archives. */
const ALL = Number.MAX_SAFE_INTEGER;
const UNLIMITED = { packed: ALL, unpacked: ALL, ratio: ALL, entries: ALL, file: ALL, depth: ALL, path: ALL };

/**
 * Computes all that an image says of itself once more, from the bytes: the id from the config, DiffIDs and sizes from the
 * tars, and whether config, history, layers and trees tell the same (OCI image specification, config.md).
 *
 * Of a base image's layers there are no bytes; then only their form and place are looked at.
 *
 * @returns every disagreement; none for an image that is whole.
 */
export function validate(image: Image): Mismatch[] {
  const mismatches: Mismatch[] = [];
  const compare = (what: string, expected: unknown, found: unknown): void => {
    const [a, b] = [told(expected), told(found)];
    if (a !== b) mismatches.push({ what, expected: a, found: b });
  };
  const { layers, config } = image;
  compare("id", digestOf(image.configJson), image.id);
  const stored = JSON.parse(image.configJson) as Partial<Image["config"]>;
  const ids = layers.map(({ diffId }) => diffId);
  compare("stored DiffIDs", ids, stored.rootfs?.diff_ids);
  compare("DiffIDs", ids, config.rootfs.diff_ids);
  compare("rootfs type", "layers", stored.rootfs?.type);
  compare("platform", [config.os, config.architecture], [stored.os, stored.architecture]);
  compare("created", config.created, stored.created);
  compare("history rows", config.history.length, stored.history?.length ?? 0);
  compare("environment", config.config.Env ?? [], stored.config?.Env ?? []);
  const rows = config.history.filter((row) => row.empty_layer !== true).length;
  if (config.history.length > 0) compare("history rows with a layer", layers.length, rows);
  compare(
    "size",
    layers.map(sizeOf).reduce((a, b) => a + b, 0),
    image.size,
  );
  compare(
    "repository digests",
    [],
    image.digests.filter((name) => !isDigest(name.slice(name.indexOf("@") + 1))),
  );
  layers.forEach((layer, i) => {
    const what = `layer ${i + 1}`;
    const { tar, diffId } = layer;
    if (tar) compare(`${what} DiffID`, digestOf(tar), diffId);
    compare(`${what} DiffID is a digest`, true, isDigest(diffId));
    compare(`${what} size`, sizeOf(layer), layer.size);
    const below = layers[i - 1]?.upper;
    compare(
      `${what} stands on the one below`,
      true,
      below ? below === layer.lower : layer.lower.children.size === 0,
    );
  });
  const top = layers.at(-1)?.upper;
  compare("tree is the last layer's", true, top ? top === image.tree : image.tree.children.size === 0);
  return mismatches;
}

const told = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value));

/** What the members of a layer's tar come to; the layer's own word where there is no tar, or where it cannot be read. */
function sizeOf({ tar, size }: Layer): number {
  const members = tar && readTar(tar, UNLIMITED);
  if (!Array.isArray(members)) return members ? NaN : size;
  let sum = 0;
  for (const { type, bytes, records } of members) {
    if (type === "file") sum += Number(records.get("DRYDOCK.size") ?? bytes.length);
    sum += Number(records.get("DRYDOCK.bulk")?.split(" ")[1] ?? 0);
  }
  return sum;
}
