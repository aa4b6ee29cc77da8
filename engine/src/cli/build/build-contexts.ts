import { createImage, type Image } from "../../build/image/image.ts";
import type { BuildRequest } from "../../build/request.ts";
import { digestOf } from "../../core/digest.ts";
import { parseReference, qualifiedName, withDefaultTag } from "../../oci/reference.ts";
import { type Directory, type Entry } from "../../vfs/entry.ts";
import { emptyDirectory } from "../../vfs/file-system.ts";
import { layerSize } from "../../vfs/layer-tar.ts";
import { join } from "../../vfs/path.ts";
import type { Call } from "../command.ts";

interface NamedContext {
  readonly image: Image;
  /** Qualified name of an image; a folder has none. */
  readonly source?: string;
}

/**
 * `--build-context NAME=…`: a folder of the host or an image under a name that FROM and `COPY --from` may use (docker/buildx,
 * util/buildflags/context.go; moby/buildkit, dockerui/namedcontext.go). `error` is all after `ERROR: failed to build: `.
 */
export function buildContexts(
  call: Call,
): { readonly contexts: NonNullable<BuildRequest["contexts"]> } | { readonly error: string } {
  const contexts = new Map<string, NamedContext>();
  for (const text of call.all("build-context")) {
    const at = text.indexOf("=");
    if (at < 0) return { error: `invalid context value: ${text}, expected key=value` };
    const name = text.slice(0, at).replaceAll('"', "");
    const source = text.slice(at + 1).replaceAll('"', "");
    const reference = parseReference(name.toLowerCase());
    if ("error" in reference) return { error: `invalid context name ${name}: ${reference.error}` };
    const found = sourceImage(call, name, source);
    if ("error" in found) return found;
    contexts.set(qualifiedName(withDefaultTag(reference)), found);
  }
  return { contexts };
}

function sourceImage(call: Call, name: string, source: string): NamedContext | { readonly error: string } {
  if (source.startsWith("docker-image://")) {
    const reference = parseReference(source.slice("docker-image://".length));
    if ("error" in reference) return { error: `invalid context ${source}: ${reference.error}` };
    const full = qualifiedName(withDefaultTag(reference));
    const image = call.daemon.resolve(full);
    return "error" in image
      ? { error: `failed to solve: ${image.error}` }
      : { image, source: source.slice("docker-image://".length) };
  }
  if (/^(?:https?|git|ssh):\/\/|^git@|^github\.com\//.test(source))
    return { error: `Drydock has no network. The real one would fetch ${source} for the context ${name}.` };
  if (/^(?:oci-layout|target|input):/.test(source))
    return { error: `Drydock does not read ${source}. The real one would take it for the context ${name}.` };
  const root = join(call.directory, source);
  call.files.snapshot();
  const entry = call.files.stat(root);
  if (typeof entry === "string")
    return { error: `failed to get build context ${name}: stat ${source}: no such file or directory` };
  if (entry.kind !== "directory")
    return { error: `failed to get build context ${name}: ${source} is not a directory` };
  return { image: folderImage(entry) };
}

/** A folder as an image of one layer. Times do not count: a folder with the same files is the same source. */
function folderImage(tree: Directory): Image {
  const lower = emptyDirectory();
  const config = { architecture: "amd64", os: "linux", config: {}, history: [] };
  return createImage({
    config,
    layers: [
      {
        lower,
        upper: tree,
        size: layerSize(lower, tree),
        get diffId() {
          return digestOf(JSON.stringify(fingerprint(tree)));
        },
        tar: undefined,
      },
    ],
  });
}

const fingerprint = (entry: Entry): unknown => {
  const { mode, uid, gid } = entry;
  if (entry.kind === "directory")
    return [mode, uid, gid, [...entry.children].map(([name, child]) => [name, fingerprint(child)])];
  if (entry.kind === "file") return [mode, uid, gid, entry.content.digest];
  return entry.kind === "symlink" ? entry.target : entry.name;
};
