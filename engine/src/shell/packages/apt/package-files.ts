import { Content } from "../../../vfs/content.ts";
import { type Directory, newInode } from "../../../vfs/entry.ts";
import { dirname } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import { programName } from "../program-name.ts";
import { makeDirectories } from "../python/make-directories.ts";
import { aptCatalogue, type AptPackage } from "./apt-catalogue.ts";

/**
 * What of Installed-Size reaches a slim image, whose dpkg leaves documentation, manuals and translations out: an estimate.
 * Measured: gcc 0.909, curl 0.91, build-essential 0.91, git 0.83.
 */
const SLIM_SHARE = 0.9;

const upstream = (version: string): string =>
  version
    .replace(/^\d+:/, "")
    .replace(/-[^-]*$/, "")
    .replace(/[+~].*$/, "");

/** Files with a meaning that a package brings besides its programs: what Python imports, certificates. */
function others(it: AptPackage): { path: string; text?: string; size?: number }[] {
  const python = /^libpython(3\.\d+)-stdlib$/.exec(it.name)?.[1];
  if (python)
    return [
      { path: `/usr/lib/python${python}/EXTERNALLY-MANAGED`, size: 1_057 },
      { path: `/usr/lib/python${python}/os.py`, size: 40_000 },
    ];
  const venv = /^python(3\.\d+)-venv$/.exec(it.name)?.[1];
  if (venv) return [{ path: `/usr/lib/python${venv}/ensurepip/__init__.py`, size: 9_000 }];
  if (it.name === "ca-certificates") return [{ path: "/etc/ssl/certs/ca-certificates.crt", size: 219_342 }];
  const module = /^python3-(?!minimal$|dev$|venv$)([a-z0-9]+)$/.exec(it.name)?.[1];
  if (!module) return [];
  const folder = `/usr/lib/python3/dist-packages`;
  return [
    { path: `${folder}/${module}/__init__.py`, size: 100 },
    {
      path: `${folder}/${module}-${upstream(it.version)}.dist-info/METADATA`,
      text: `Metadata-Version: 2.1\nName: ${module}\nVersion: ${upstream(it.version)}\nSummary: ${it.summary}\n`,
    },
  ];
}

/** Where the files that nobody lists are counted: a stand-in, since the catalogue knows only their sum. */
const bulkFolder = (name: string): string =>
  name.startsWith("lib") ? `/usr/lib/x86_64-linux-gnu/${name}` : `/usr/lib/${name}`;

/**
 * Puts a package's files in place. @param listed whether `dpkg -L` may tell them: of an upgraded package of the base, whose
 * other files are not known, it may not. What such an upgrade replaces is then counted beside the old.
 */
export function unpack(process: Process, it: AptPackage, listed = true): void {
  const { files, kernel } = process;
  const paths: string[] = [];
  let known = 0;
  const put = (path: string, content: Content, mode: number): void => {
    makeDirectories(files, dirname(path));
    files.unlink(path);
    files.write(path, content, mode);
    files.chmod(path, mode);
    known += content.size;
    paths.push(path);
  };
  const link = (target: string, path: string): void => {
    makeDirectories(files, dirname(path));
    files.unlink(path);
    files.symlink(target, path);
    paths.push(path);
  };
  for (const token of it.programs) {
    const [, name = "", target, size, mode] = /^([^>*]+)(?:>(.*)|\*(\d+)(?:!(\d+))?)$/.exec(token) ?? [];
    const path = name.startsWith("/") ? name : `/usr/bin/${name}`;
    if (target !== undefined) link(target, path);
    else
      put(
        path,
        Content.declared(
          Number(size),
          `${it.name} ${it.version} ${path}`,
          programName(path.slice(path.lastIndexOf("/") + 1)),
        ),
        mode ? Number.parseInt(mode, 8) : 0o755,
      );
  }
  for (const [path, text] of Object.entries(aptCatalogue(files)?.textsOf(it.name) ?? {}))
    put(path, Content.of(text), path === "/etc/sudoers" ? 0o440 : 0o644);
  for (const { path, text, size } of others(it))
    put(
      path,
      text === undefined ? Content.declared(size ?? 0, `${it.name} ${it.version} ${path}`) : Content.of(text),
      0o644,
    );
  put(
    `/usr/share/doc/${it.name}/copyright`,
    Content.declared(1_500, `${it.name} ${it.version} copyright`),
    0o644,
  );
  const rest = Math.round(it.kib * 1024 * SLIM_SHARE) - known;
  if (rest > 0) {
    const folder = bulkFolder(it.name);
    makeDirectories(files, dirname(folder));
    const entry: Directory = {
      kind: "directory",
      inode: newInode(),
      mode: 0o755,
      uid: 0,
      gid: 0,
      mtime: kernel.now() / 1000,
      children: new Map(),
      bulk: { files: Math.max(1, Math.round(rest / 30_000)), bytes: rest },
    };
    if (!files.exists(folder)) files.place(folder, entry);
    paths.push(folder);
  }
  if (!listed) return;
  const all = new Set<string>(["/."]);
  for (const path of paths) {
    for (let at = path; at !== "/"; at = dirname(at)) all.add(at);
  }
  put(`/var/lib/dpkg/info/${it.name}.list`, Content.of(`${[...all].sort().join("\n")}\n`), 0o644);
}

/** Was it unpacked here, and not part of the base image? Those packages' files are not listed. */
export const hasList = (process: Process, name: string): boolean =>
  process.files.exists(`/var/lib/dpkg/info/${name}.list`);

/** Takes away what `unpack` put there. */
export function removeFiles(process: Process, name: string): void {
  const { files } = process;
  const list = `/var/lib/dpkg/info/${name}.list`;
  const content = files.read(list);
  const paths =
    typeof content === "string"
      ? []
      : (content.text ?? "").split("\n").filter((path) => path !== "" && path !== "/.");
  for (const path of paths.reverse()) {
    const entry = files.lstat(path);
    if (typeof entry === "string") continue;
    if (entry.kind !== "directory") files.unlink(path);
    else if (path === bulkFolder(name) && entry.children.size === 0) {
      files.place(path, { ...entry, children: new Map(), bulk: undefined });
      files.rmdir(path);
    } else if (entry.children.size === 0 && !entry.bulk) files.rmdir(path);
  }
  files.unlink(list);
}

/** How many paths the lists of installed packages have: what dpkg counts as its database. */
export function listedPaths(process: Process): number {
  const names = process.files.list("/var/lib/dpkg/info");
  let count = 0;
  for (const name of typeof names === "string" ? [] : names) {
    if (!name.endsWith(".list")) continue;
    const content = process.files.read(`/var/lib/dpkg/info/${name}`);
    // Most folders on the way are known already.
    if (typeof content !== "string") count += Math.max(1, (content.text ?? "").split("\n").length - 6);
  }
  return count;
}
