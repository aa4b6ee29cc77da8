import { isEngineError } from "../../core/engine-error.ts";
import type { Image } from "../../build/image/image.ts";
import { isLaid } from "../../daemon/bases/base-image.ts";
import type { NamedImage } from "../../daemon/images/named-image.ts";
import type { DaemonState } from "../../daemon/state.ts";
import type { Directory, Entry } from "../../vfs/entry.ts";
import type { Anchors } from "./anchors.ts";

/** What of an entry may be shared on its own: a file that only changed its mode keeps its content. */
const pieces = {
  entry: (entry: Entry): object => entry,
  inode: (entry: Entry): object => entry.inode,
  content: (entry: Entry): object | undefined => (entry.kind === "file" ? entry.content : undefined),
  children: (entry: Entry): object | undefined => (entry.kind === "directory" ? entry.children : undefined),
  bulk: (entry: Entry): object | undefined => (entry.kind === "directory" ? entry.bulk : undefined),
} as const;
type Piece = keyof typeof pieces;
const isPiece = (word: string): word is Piece => Object.hasOwn(pieces, word);

const nameOf = ({ references }: NamedImage): string => references[0] ?? "";

/** The image, if its data is here: what is not here is in no state either. */
const imageOf = (named: NamedImage): Image | undefined => {
  try {
    return named.image;
  } catch (error) {
    if (isEngineError(error, "NEEDS_PART")) return undefined;
    throw error;
  }
};

const entryAt = (root: Directory, path: string): Entry | undefined => {
  let entry: Entry | undefined = root;
  for (const name of path.split("/").slice(1))
    entry = entry?.kind === "directory" ? entry.children.get(name) : undefined;
  return entry;
};

/** Writes the addresses of a base image's things down. Layers share most of their trees: each thing has one address. */
function addAddresses(addresses: Map<object, string>, name: string, image: Image): void {
  const add = (thing: object | undefined, address: string): void => {
    if (thing && !addresses.has(thing)) addresses.set(thing, address);
  };
  const walk = (entry: Entry, tree: string, path: string): void => {
    if (addresses.has(entry)) return;
    for (const [piece, of] of Object.entries(pieces)) add(of(entry), `${piece} ${tree} ${path}`);
    if (entry.kind !== "directory") return;
    for (const [child, one] of entry.children) walk(one, tree, `${path}/${child}`);
  };
  add(image, `image ${name}`);
  add(image.config, `config ${name}`);
  add(image.config.config, `settings ${name}`);
  add(image.layers, `layers ${name}`);
  for (const [at, layer] of image.layers.entries()) {
    add(layer, `layer ${at} ${name}`);
    walk(layer.lower, `${at} lower ${name}`, "");
    walk(layer.upper, `${at} upper ${name}`, "");
  }
}

/** What stands at an address of a base image. */
function inImage(image: Image, [sort = "", ...words]: readonly string[]): object | undefined {
  if (sort === "image") return image;
  if (sort === "config") return image.config;
  if (sort === "settings") return image.config.config;
  if (sort === "layers") return image.layers;
  const layer = image.layers[Number(words[0])];
  if (sort === "layer") return layer;
  if (!layer || !isPiece(sort)) return undefined;
  const tree = words[1] === "lower" ? layer.lower : layer.upper;
  const entry = entryAt(tree, words.slice(3).join(" "));
  return entry && pieces[sort](entry);
}

/** Parts of the registries that a fresh machine has already; what somebody pushed is no part of them. */
function inRegistries(state: DaemonState): Map<string, object> {
  const all = new Map<string, object>();
  for (const [host, registry] of state.registries) {
    all.set(`registry ${host}`, registry);
    all.set(`accounts ${host}`, registry.accounts);
    all.set(`repositories ${host}`, registry.repositories);
    for (const [name, repository] of registry.repositories) all.set(`repository ${host} ${name}`, repository);
  }
  return all;
}

/**
 * Things of the world that every machine of this Drydock has: base images with their files, registries as they are at first.
 * Accounts with their passwords are among them, and are thus never written.
 *
 * @param fresh the state of a machine on which nothing was done
 */
export function machineAnchors(hub: readonly NamedImage[], fresh: DaemonState): Anchors {
  const byAddress = inRegistries(fresh);
  const byName = new Map(hub.map((named) => [nameOf(named), named]));
  let addresses: Map<object, string> | undefined;
  const known = (): Map<object, string> => {
    const all = new Map<object, string>();
    for (const [address, thing] of byAddress) if (!all.has(thing)) all.set(thing, address);
    for (const named of hub) {
      const image = imageOf(named);
      if (image && isLaid(image)) addAddresses(all, nameOf(named), image);
      else if (image) all.set(image, `image ${nameOf(named)}`);
    }
    return all;
  };
  return {
    addressOf: (value) => (addresses ??= known()).get(value),
    at(address) {
      const there = byAddress.get(address);
      if (there) return there;
      const words = address.split(" ");
      // `image NAME`, `layer 2 NAME`, `entry 2 upper NAME /etc/passwd`
      const name =
        words[{ image: 1, config: 1, settings: 1, layers: 1, layer: 2 }[words[0] ?? ""] ?? 3] ?? "";
      const named = byName.get(name);
      return named && inImage(named.image, words);
    },
  };
}
