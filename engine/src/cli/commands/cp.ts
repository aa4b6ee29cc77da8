import { type Container, treeAt } from "../../daemon/container.ts";
import { findContainer, replaceContainer } from "../../daemon/find-container.ts";
import { mountedFiles } from "../../daemon/container-files.ts";
import { textOf } from "../../shell/bytes-text.ts";
import type { Entry } from "../../vfs/entry.ts";
import { emptyDirectory, FileSystem } from "../../vfs/file-system.ts";
import { layerTar } from "../../vfs/layer-tar.ts";
import { basename, dirname, join } from "../../vfs/path.ts";
import type { Call, Command } from "../command.ts";
import { surroundings } from "../station-mounts.ts";

const USAGE =
  "[OPTIONS] CONTAINER:SRC_PATH DEST_PATH|-\n\tdocker cp [OPTIONS] SRC_PATH|- CONTAINER:DEST_PATH";

export const cp: Command = {
  names: ["cp", "container cp"],
  usage: USAGE,
  summary: "Copy files/folders between a container and the local filesystem",
  about:
    "Copy files/folders between a container and the local filesystem\n\nUse '-' as the source to read a tar archive from stdin\nand extract it to a directory destination in a container.\nUse '-' as the destination to stream a tar archive of a\ncontainer source to stdout.",
  arity: [2, 2],
  flags: [
    { name: "archive", short: "a", kind: "bool", help: "Archive mode (copy all uid/gid information)" },
    { name: "follow-link", short: "L", kind: "bool", help: "Always follow symbol link in SRC_PATH" },
    {
      name: "quiet",
      short: "q",
      kind: "bool",
      help: "Suppress progress output during copy. Progress output is automatically suppressed if no terminal is attached",
    },
  ],
  run(call) {
    const [source = "", target = ""] = call.args;
    const from = split(source);
    const to = split(target);
    if (from && to) return call.fail("copying between containers is not supported");
    if (!from && !to) return call.fail("must specify at least one container source");
    if (source === "-") {
      return call.fail(
        "Drydock does not read tar archives in `docker cp`. The real one would unpack standard input into the container.",
        125,
      );
    }
    return from ? copyOut(call, from, target) : copyIn(call, source, to ?? { name: "", path: "/" });
  },
};

/** `web:/etc/hosts`; a path with a slash before the colon is one of the host. */
function split(text: string): { readonly name: string; readonly path: string } | undefined {
  const match = /^([^/.:][^/:]*):(.*)$/s.exec(text);
  return match ? { name: match[1] ?? "", path: match[2] ?? "" } : undefined;
}

function copyOut(call: Call, from: { readonly name: string; readonly path: string }, target: string): number {
  const container = findContainer(call.daemon.state, from.name);
  if ("error" in container) return call.fail(`Error response from daemon: ${container.error}`);
  const now = call.daemon.state.time;
  const files = mountedFiles(container, treeAt(container, now), surroundings(call).mounts, call.daemon.state);
  const path = join("/", from.path);
  const entry = files.lstat(path);
  if (typeof entry === "string")
    return call.fail(
      `Error response from daemon: Could not find the file ${from.path} in container ${from.name}`,
    );
  if (target === "-") {
    const alone = new Map([[basename(path), entry]]);
    call.out(textOf(layerTar(emptyDirectory(), { ...emptyDirectory(), children: alone })));
    return 0;
  }
  const problem = lay(call.files, join(call.directory, target), target, path, { ...entry, uid: 0, gid: 0 });
  if (problem !== undefined) return call.fail(problem);
  if (call.terminal && !call.on("quiet"))
    call.err(`Successfully copied ${sizeText(entry)} to ${join(call.directory, target)}\n`);
  return 0;
}

function copyIn(call: Call, source: string, to: { readonly name: string; readonly path: string }): number {
  const path = join(call.directory, source);
  const entry = call.files.lstat(path);
  if (typeof entry === "string") return call.fail(`lstat ${path}: no such file or directory`);
  const { daemon } = call;
  const container = findContainer(daemon.state, to.name);
  if ("error" in container) return call.fail(`Error response from daemon: ${container.error}`);
  const now = daemon.state.time;
  const files = new FileSystem(treeAt(container, now), () => Math.floor(now / 1000));
  call.files.snapshot();
  const problem = lay(files, join("/", to.path), to.path, path, entry);
  if (problem !== undefined)
    return call.fail(
      `Error response from daemon: Could not find the file ${dirname(join("/", to.path))} in container ${to.name}`,
    );
  const tree = files.snapshot();
  const life = container.life && {
    ...container.life,
    trees: [...container.life.trees.filter(({ at }) => at <= now), { at: now, tree }],
  };
  daemon.state = replaceContainer(daemon.state, { ...container, tree, life } satisfies Container);
  if (call.terminal && !call.on("quiet"))
    call.err(`Successfully copied ${sizeText(entry)} to ${to.name}:${to.path}\n`);
  return 0;
}

/** Into a folder under its own name, else as that name; a trailing slash wants a folder that is there. */
function lay(
  files: FileSystem,
  target: string,
  typed: string,
  source: string,
  entry: Entry,
): string | undefined {
  const there = files.stat(target);
  const folder = typeof there !== "string" && there.kind === "directory";
  if (!folder && typed.endsWith("/") && entry.kind !== "directory")
    return `the destination directory must exist: stat ${target}: no such file or directory`;
  const errno = files.place(folder ? join(target, basename(source)) : target, entry);
  return errno === undefined ? undefined : `stat ${dirname(target)}: no such file or directory`;
}

/** The size of the tar that goes over the wire, as the client tells it. */
const sizeText = (entry: Entry): string => {
  const blocks = (one: Entry): number =>
    one.kind === "directory"
      ? [...one.children.values()].reduce((sum, child) => sum + blocks(child), 512)
      : 512 + (one.kind === "file" ? Math.ceil(one.content.size / 512) * 512 : 0);
  const bytes = blocks(entry) + 1024;
  return bytes < 1000 ? `${bytes}B` : `${Number((bytes / 1000).toPrecision(3))}kB`;
};
