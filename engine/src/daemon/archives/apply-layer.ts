import type { TarMember } from "../../archive/tar.ts";
import { notSimulated } from "../../core/engine-error.ts";
import { Content } from "../../vfs/content.ts";
import type { Device, Directory } from "../../vfs/entry.ts";
import { clean } from "../../vfs/path.ts";
import { LayerTree } from "./layer-tree.ts";

const WHITEOUT = ".wh.";
const OPAQUE = ".wh..wh..opq";
const DEVICES: ReadonlySet<string> = new Set(["null", "zero", "full", "random", "urandom", "tty"]);

/**
 * Lays a layer's members over the tree below, whiteouts as the OCI image specification has them (layer.md). A member that lies
 * outside the tree is inside it for us; folders that are links lead where they lead in the image (moby/go-archive, diff.go).
 *
 * Content that is only declared (see `layerTar`) is declared again.
 * @throws {EngineError} NOT_SIMULATED for devices but the usual ones
 */
export function applyLayer(
  lower: Directory,
  members: readonly TarMember[],
): Directory | { readonly error: string } {
  const tree = new LayerTree(lower);
  for (const member of members) {
    const path = clean(`/${member.name}`);
    if (path === "/") {
      tree.root(member);
      continue;
    }
    const slash = path.lastIndexOf("/");
    const folder = path.slice(0, slash);
    const name = path.slice(slash + 1);
    const error = name.startsWith(WHITEOUT) ? undefined : place(tree, member, folder, name);
    if (error !== undefined) return { error };
    if (name === OPAQUE) tree.emptyOfLower(folder);
    else if (name.startsWith(WHITEOUT)) tree.remove(folder, name.slice(WHITEOUT.length));
  }
  return tree.done();
}

function place(tree: LayerTree, member: TarMember, folder: string, name: string): string | undefined {
  const { mode, uid, gid, mtime, type } = member;
  const metadata = { mode, uid, gid, mtime };
  switch (type) {
    case "directory": {
      const [files, bytes] = (member.records.get("DRYDOCK.bulk") ?? "").split(" ").map(Number);
      const bulk = Number.isSafeInteger(files) && Number.isSafeInteger(bytes);
      return tree.directory(
        folder,
        name,
        metadata,
        bulk ? { files: files ?? 0, bytes: bytes ?? 0 } : undefined,
      );
    }
    case "symlink":
      return tree.put(folder, name, { ...metadata, mode: 0o777, kind: "symlink", target: member.target });
    case "link":
      return tree.link(folder, name, clean(`/${member.target}`));
    case "device":
      if (!DEVICES.has(name)) throw notSimulated(`a device in an image (${member.name})`, "make it");
      return tree.put(folder, name, { ...metadata, kind: "device", name: name as Device["name"] });
    case "file":
      return tree.put(folder, name, { ...metadata, kind: "file", content: contentOf(member), links: 1 });
  }
}

function contentOf({ name, bytes, records }: TarMember): Content {
  const size = Number(records.get("DRYDOCK.size") ?? Number.NaN);
  return Number.isSafeInteger(size) && size >= 0 && bytes.length === 0
    ? Content.declared(size, `unpacked ${name}`)
    : Content.of(bytes);
}
