import { passTime } from "../follow/pass-time.ts";
import { giveEdit } from "../../daemon/lives/give-edit.ts";
import { splitChanges } from "../../daemon/lives/split-changes.ts";
import { treeChanges } from "../../daemon/lives/tree-changes.ts";
import { type Container, isUp, treeAt } from "../../daemon/containers/container.ts";
import { mountedFiles, saveMounts } from "../../daemon/containers/container-files.ts";
import { findContainer, replaceContainer } from "../../daemon/containers/find-container.ts";
import { imageUser } from "../../shell/start/image-user.ts";
import type { Directory, Entry } from "../../vfs/entry.ts";
import type { FileSystem } from "../../vfs/file-system.ts";
import { clean, dirname, join } from "../../vfs/path.ts";
import type { Call } from "../command.ts";
import { surroundings } from "../run/station-mounts.ts";
import { absolute, withEnd } from "./copy-path.ts";
import { type CopySource, copySource } from "./copy-source.ts";
import { layDown, type Place, placeOf } from "./lay-down.ts";
import { sizeText } from "./size-text.ts";
import { standardInputTree } from "./standard-input-tree.ts";

interface Target {
  readonly name: string;
  readonly path: string;
}

/** `docker cp SRC_PATH|- CONTAINER:DEST_PATH` (docker/cli container/cp.go, copyToContainer). */
export function copyIn(call: Call, source: string, to: Target): number {
  const { daemon } = call;
  const container = findContainer(daemon.state, to.name);
  const missing = "error" in container;
  const files = missing
    ? undefined
    : mountedFiles(container, treeAt(container, daemon.state.time), surroundings(call).mounts, daemon.state);
  const target = to.path === "" ? "" : followed(files, to.path);
  const stat = to.path === "" ? "ENOENT" : (files?.stat(withEnd(join("/", target), target)) ?? "ENOENT");
  const isPlainFile = typeof stat !== "string" && stat.kind !== "directory" && /\/\.?$/.test(target);
  const there = typeof stat === "string" || isPlainFile ? undefined : stat;
  let from: CopySource;
  let place: Place | { readonly error: string };
  if (source === "-") {
    if (there?.kind !== "directory")
      return call.fail(`destination "${to.name}:${to.path}" must be a directory`);
    const tree = standardInputTree(call);
    if ("error" in tree) return call.fail(`Error response from daemon: ${tree.error}`);
    from = { entry: tree, name: "." };
    place = { folder: clean(join("/", target)), name: "." };
  } else {
    const path = absolute(call.directory, source);
    call.files.snapshot();
    const found = copySource(call.files, path, call.on("follow-link"));
    if ("missing" in found) return call.fail(`lstat ${found.missing}: no such file or directory`);
    if ("noFolder" in found) return call.fail("not a directory");
    from = found;
    place = placeOf(found, target === "" ? "." : target, there);
  }
  if ("error" in place) return call.fail(place.error);
  if (missing || !files)
    return call.fail(`Error response from daemon: ${missing ? container.error : "no such container"}`);
  const refused = refusal(container, files, place, to.name);
  if (refused !== undefined) return call.fail(`Error response from daemon: ${refused}`);
  const inside = { ...place, folder: join("/", place.folder) };
  const seen = files.view();
  const problem = layDown(files, inside, from.entry, ownersOf(call, container, files));
  if (problem) return call.fail(`Error response from daemon: ${problem.error}`);
  keep(call, container, seen, files);
  if (call.terminal && !call.on("quiet"))
    call.err(`Successfully copied ${sizeText(from.entry)} to ${to.name}:${to.path}\n`);
  return 0;
}

/** A link at the target is followed once. */
function followed(files: FileSystem | undefined, path: string): string {
  const entry = files?.lstat(join("/", path));
  return typeof entry === "object" && entry.kind === "symlink"
    ? withEnd(join(dirname(join("/", path)), entry.target), path)
    : path;
}

/** Why the engine does not unpack there (moby daemon/archive_unix.go, containerExtractToDir). */
function refusal(
  container: Container,
  files: FileSystem,
  { folder }: Place,
  name: string,
): string | undefined {
  const path = join("/", folder);
  const there = files.stat(path);
  if (there === "ENOTDIR") return "extraction point is not a directory";
  if (typeof there === "string") return `Could not find the file ${folder} in container ${name}`;
  if (there.kind !== "directory") return "extraction point is not a directory";
  const mount = container.options.mounts
    .filter(({ target }) => path === target || path.startsWith(`${target}/`))
    .toSorted((a, b) => b.target.length - a.target.length)[0];
  if (mount) return mount.readOnly ? "mounted volume is marked read-only" : undefined;
  return container.options.readOnly ? "container rootfs is marked read-only" : undefined;
}

/** With `-a`, everything belongs to the container's user. */
function ownersOf(call: Call, { config }: Container, files: FileSystem): (entry: Entry) => Entry {
  const user = call.on("archive") && config.User ? imageUser(files, config.User) : undefined;
  if (!user || "error" in user) return (entry) => entry;
  const { uid, gid } = user.credentials;
  return (entry) => ({ ...entry, uid, gid });
}

function keep(call: Call, container: Container, before: Directory, files: FileSystem): void {
  const { daemon } = call;
  const { life, options } = container;
  const at = daemon.state.time;
  const shared = options.mounts.filter(({ kind }) => kind !== "tmpfs");
  const { own } = splitChanges(treeChanges(before, files.view()), shared, container.tree);
  saveMounts(container, files, surroundings(call).mounts);
  const tree = files.snapshot();
  const trees = life && [...life.trees.filter((one) => one.at <= at), { at, tree }];
  const changed = isUp(container, at)
    ? giveEdit(container, { at, changes: own })
    : { ...container, life: life && { ...life, trees: trees ?? [] } };
  daemon.state = replaceContainer(daemon.state, { ...changed, tree });
  passTime(call);
}
