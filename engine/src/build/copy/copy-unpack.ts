import { EngineError, notSimulated } from "../../core/engine-error.ts";
import { decompress } from "../../archive/decompress.ts";
import { LIMITS } from "../../archive/limits.ts";
import { type TarMember, isTar, readTar } from "../../archive/tar.ts";
import { Content } from "../../vfs/content.ts";
import { type Entry, newInode } from "../../vfs/entry.ts";
import type { FileSystem } from "../../vfs/file-system.ts";
import { clean, dirname } from "../../vfs/path.ts";
import { makeDirectories, rootPath } from "./copy-destination.ts";
import { type CopyOptions, metadataOf } from "./copy-options.ts";

/**
 * What ADD does with a local archive: lays it out in the destination, which is a folder then, with the owners, modes and
 * times of the archive unless `--chown` says otherwise (recordings build/copy/add-tar, add-chown-tar).
 *
 * @returns undefined if the file is no archive, so that it is copied as it is
 * @throws {EngineError} NOT_SIMULATED for zstd and for archives whose bytes are not known
 */
export function unpackArchive(
  content: Content,
  path: string,
  destination: string,
  image: FileSystem,
  options: CopyOptions,
): { readonly error: string | undefined } | undefined {
  const members = membersOf(content, path);
  if (members === undefined || "error" in members) return members;
  const to = rootPath(image, destination);
  const made = makeDirectories(to, image, options);
  if (made) return made;
  for (const member of members) {
    const error = unpackMember(member, to, image, options);
    if (error !== undefined) return { error };
  }
  // What comes later touches the folders above it, so their times are set last.
  for (const member of members)
    if (member.type === "directory") image.touch(placeOf(member, to, image), member.mtime);
  return { error: undefined };
}

/** Where a member goes: its folders may be links inside the image, its name is taken as it is. */
function placeOf(member: TarMember, to: string, image: FileSystem): string {
  const inside = clean(`/${member.name}`);
  if (inside === "/") return to;
  return clean(rootPath(image, `${to}/${dirname(inside)}`) + inside.slice(inside.lastIndexOf("/")));
}

function membersOf(
  content: Content,
  path: string,
): readonly TarMember[] | { readonly error: string } | undefined {
  const { bytes } = content;
  if (!bytes) {
    if (/\.(tar|tgz|txz|tbz2?|tar\.\w+)$/.test(path))
      throw notSimulated(`ADD of ${path}, whose bytes Drydock does not hold`, "unpack it");
    return undefined;
  }
  const plain = decompress(bytes);
  if (!(plain instanceof Uint8Array)) {
    if (plain.limit) throw tooLarge(path, plain.error);
    return undefined;
  }
  if (!isTar(plain)) return undefined;
  const members = readTar(plain);
  if ("error" in members && members.limit) throw tooLarge(path, members.error);
  return members;
}

const tooLarge = (path: string, why: string): EngineError =>
  new EngineError("LIMIT", { what: `the archive ${path} holds ${why}`, limit: LIMITS.unpacked });

function unpackMember(
  member: TarMember,
  to: string,
  image: FileSystem,
  options: CopyOptions,
): string | undefined {
  const path = placeOf(member, to, image);
  if (member.type === "device") throw notSimulated(`a device in an archive (${member.name})`, "make it");
  const made = makeDirectories(dirname(path), image, options);
  if (made) return made.error;
  const owner = options.owner ?? { uid: member.uid, gid: member.gid };
  const there = image.lstat(path);
  if (member.type === "directory") {
    if (typeof there === "string" || there.kind !== "directory") {
      if (typeof there !== "string") image.unlink(path);
      image.mkdir(path);
    }
    image.chmod(path, member.mode);
    image.chown(path, owner.uid, owner.gid);
    return undefined;
  }
  if (typeof there !== "string" && there.kind === "directory")
    return `failed to copy files: ${path}: file exists`;
  if (member.type === "link") {
    if (typeof there !== "string") image.unlink(path);
    const errno = image.link(clean(`${to}/${clean(`/${member.target}`)}`), path);
    return errno && `link ${member.target} ${member.name}: ${errno}`;
  }
  // `--chmod` does not reach what is unpacked [measured on Docker 28.5.2].
  const metadata = metadataOf(
    { ...entryOf(member), ...owner },
    { ...options, ownerless: false, changeMode: undefined },
  );
  const errno = image.place(path, { ...entryOf(member), ...metadata });
  return errno && `${member.name}: ${errno}`;
}

function entryOf({ type, mode, uid, gid, mtime, target, bytes }: TarMember): Entry {
  const common = { inode: newInode(), mode, uid, gid, mtime };
  if (type === "symlink") return { ...common, kind: "symlink", mode: 0o777, target };
  return { ...common, kind: "file", content: Content.of(bytes), links: 1 };
}
