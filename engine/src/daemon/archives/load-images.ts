import type { Image } from "../../build/image/image.ts";
import { decompress } from "../../archive/decompress.ts";
import { readTar } from "../../archive/tar.ts";
import { decode } from "../../core/bytes.ts";
import { notSimulated } from "../../core/engine-error.ts";
import type { DaemonState } from "../state.ts";
import { type ForeignLayer, foreignImage, refuse } from "./foreign-image.ts";
import { IMAGE_LIMITS } from "./image-limits.ts";
import { Members } from "./members.ts";

/** One image of an archive, with the names that it had. */
export interface LoadedImage {
  readonly image: Image;
  readonly names: readonly string[];
}

interface Listed {
  readonly Config: string;
  readonly RepoTags: readonly string[];
  readonly Layers: readonly string[];
}

/**
 * The images of an archive with a `manifest.json`, as `docker save`, skopeo's `docker-archive:` and others write it: plain or
 * packed, layers packed or plain, links among its members (moby/moby, image/tarexport/load.go).
 *
 * @param folder where the daemon would unpack it: its errors name it
 * @throws {EngineError} NOT_SIMULATED as in `foreignImage`
 */
export function loadImages(
  state: DaemonState,
  bytes: Uint8Array,
  folder: string,
): readonly LoadedImage[] | { readonly error: string } {
  const tar = decompress(bytes, IMAGE_LIMITS);
  if (!(tar instanceof Uint8Array)) return refuse(tar);
  const read = readTar(tar, IMAGE_LIMITS);
  if ("error" in read) return refuse(read);
  const members = new Members(read);
  const missing = (name: string): { readonly error: string } => ({
    error: `open ${folder}/${name}: no such file or directory`,
  });
  const manifest = members.read("manifest.json");
  // Without it the archive is taken for one of Docker before 1.10.
  if (!manifest) {
    const folders = read.flatMap(({ name, type }) =>
      type === "directory" && /^[^/]+\/?$/.test(name.replace(/^\.\//, ""))
        ? [name.replace(/^\.\/|\/$/g, "")]
        : [],
    );
    const [first] = folders.filter((name) => name !== "." && name !== "").toSorted();
    return missing(first === undefined ? "repositories" : `${first}/json`);
  }
  const list = parseList(decode(manifest.bytes));
  if ("error" in list) return list;
  const loaded: LoadedImage[] = [];
  let now = state;
  for (const { Config, RepoTags, Layers } of list) {
    const config = members.read(Config);
    if (!config) return missing(Config);
    const layers: ForeignLayer[] = [];
    for (const name of Layers) {
      const layer = members.read(name);
      if (!layer) return missing(name);
      layers.push({ bytes: layer.records.has("DRYDOCK.size") ? undefined : layer.bytes });
    }
    const image = foreignImage(now, decode(config.bytes), layers);
    if ("error" in image) return image;
    now = { ...now, images: [...now.images, image] };
    loaded.push({ image, names: RepoTags });
  }
  return loaded;
}

function parseList(text: string): readonly Listed[] | { readonly error: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    if (text.trim() === "") return { error: "EOF" };
    if (isCutOff(text)) return { error: "unexpected EOF" };
    throw notSimulated("a manifest.json that is no JSON", "say at which character");
  }
  const isTexts = (list: unknown): boolean =>
    Array.isArray(list) && list.every((one) => typeof one === "string");
  const isListed = (one: unknown): boolean => {
    if (typeof one !== "object" || one === null) return false;
    const { Config, RepoTags, Layers } = one as Record<string, unknown>;
    return typeof Config === "string" && isTexts(RepoTags ?? []) && isTexts(Layers ?? []);
  };
  if (!Array.isArray(value) || !value.every(isListed))
    return { error: "json: cannot unmarshal manifest.json into Go value of type []tarexport.manifestItem" };
  return (value as (Listed | Record<keyof Listed, null>)[]).map(({ Config, RepoTags, Layers }) => ({
    Config: Config ?? "",
    RepoTags: RepoTags ?? [],
    Layers: Layers ?? [],
  }));
}

/** Does the text end while a list, an object or a text in it is still open? */
function isCutOff(text: string): boolean {
  const outside = text.replaceAll(/"(?:[^"\\]|\\.)*"/gs, "");
  const count = (sign: RegExp): number => outside.match(sign)?.length ?? 0;
  return outside.includes('"') || count(/[[{]/g) > count(/[\]}]/g);
}
