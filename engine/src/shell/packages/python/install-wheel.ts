import { Content } from "../../../vfs/content.ts";
import { type Directory, type Entry, newInode } from "../../../vfs/entry.ts";
import { basename, dirname } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import { directUrl, editableFiles } from "./editable.ts";
import { makeDirectories } from "./make-directories.ts";
import type { Wheel } from "./wheel-catalogue.ts";

/** Where a wheel goes. */
export interface Target {
  readonly site: string;
  readonly bin: string;
  /** For the `#!` line of scripts. */
  readonly python: string;
  readonly compile: boolean;
}

const METADATA = new WeakMap<Wheel, Content>();

/** METADATA in the fields that pip reads: of one wheel the same bytes each time. */
function metadataOf(wheel: Wheel): Content {
  const before = METADATA.get(wheel);
  if (before) return before;
  const lines = [
    "Metadata-Version: 2.4",
    `Name: ${wheel.name}`,
    `Version: ${wheel.version}`,
    `Summary: ${wheel.summary}`,
    ...(wheel.home ? [`Home-page: ${wheel.home}`] : []),
    ...(wheel.author ? [`Author: ${wheel.author}`] : []),
    ...(wheel.project?.authorEmail ? [`Author-email: ${wheel.project.authorEmail}`] : []),
    ...(wheel.license ? [`License: ${wheel.license}`] : []),
    ...wheel.requires.map((requirement) => `Requires-Dist: ${requirement}`),
    "",
  ];
  const content = Content.of(lines.join("\n"));
  METADATA.set(wheel, content);
  return content;
}

/** What pip writes for an entry point (pip/_internal/operations/install/wheel.py, since 25.0). */
const launcher = (python: string, module: string, call: string): string =>
  `#!${python}\nimport sys\nfrom ${module} import ${call.split(".")[0]}\nif __name__ == '__main__':\n    sys.argv[0] = sys.argv[0].removesuffix('.exe')\n    sys.exit(${call}())\n`;

/** The module's folder: `__init__.py` stands for what can be imported, the rest is counted. */
function moduleFolder(
  process: Process,
  wheel: Wheel,
  name: string,
  files: number,
  bytes: number,
  byteCode: number,
): Directory {
  const { uid, gid } = process.credentials;
  const metadata = { uid, gid, mtime: process.kernel.now() / 1000, mode: 0o755 };
  const children = new Map<string, Entry>();
  const first = Math.min(bytes, Math.round(bytes / Math.max(files, 1)));
  const content = Content.declared(first, `${wheel.name} ${wheel.version} ${name}/__init__.py`);
  children.set("__init__.py", {
    ...metadata,
    kind: "file",
    inode: newInode(),
    mode: 0o644,
    content,
    links: 1,
  });
  if (byteCode > 0) {
    children.set("__pycache__", {
      ...metadata,
      kind: "directory",
      inode: newInode(),
      children: new Map(),
      bulk: { files, bytes: byteCode },
    });
  }
  const bulk = { files: Math.max(files - 1, 0), bytes: bytes - first };
  return { ...metadata, kind: "directory", inode: newInode(), children, bulk };
}

/**
 * Puts a wheel's files in place, as pip's own installer does: modules, dist-info with INSTALLER and RECORD, scripts.
 *
 * @returns the path that could not be written, for pip's `Permission denied`.
 */
export function installWheel(
  process: Process,
  wheel: Wheel,
  target: Target,
  requested: boolean,
): string | undefined {
  const { files } = process;
  const failed =
    makeDirectories(files, target.site) ??
    (wheel.scripts.length > 0 ? makeDirectories(files, target.bin) : undefined);
  if (failed) return failed.path;
  const total = wheel.top.reduce((sum, { bytes }) => sum + bytes, 0);
  const record: string[] = [];
  for (const { name, files: count, bytes } of wheel.top) {
    const path = `${target.site}/${name}`;
    const share = target.compile && total > 0 ? Math.round((wheel.byteCode * bytes) / total) : 0;
    if (/\.[a-z]+$/.test(name) && count === 1) {
      const errno = files.write(path, Content.declared(bytes, `${wheel.name} ${wheel.version} ${name}`));
      if (errno) return path;
      if (share > 0 && name.endsWith(".py")) {
        makeDirectories(files, `${target.site}/__pycache__`);
        const cached = `${target.site}/__pycache__/${name.slice(0, -3)}.cpython-${/(\d+)$/.exec(target.python.replace(".", ""))?.[1] ?? ""}.pyc`;
        files.write(cached, Content.declared(share, `${wheel.name} ${wheel.version} ${cached}`));
        record.push(`__pycache__/${cached.slice(cached.lastIndexOf("/") + 1)},,`);
      }
    } else {
      if (files.place(path, moduleFolder(process, wheel, name, count, bytes, share))) return path;
    }
    record.push(`${name}${count === 1 ? "" : "/__init__.py"},,`);
  }
  for (const { name, content } of wheel.project?.editable ? [] : (wheel.project?.sources ?? [])) {
    const path = `${target.site}/${name}`;
    if (makeDirectories(files, dirname(path)) || files.write(path, content)) return path;
    record.push(`${name},,`);
    if (!target.compile || !name.endsWith(".py")) continue;
    const tag = /(\d+)$/.exec(target.python.replace(".", ""))?.[1] ?? "";
    const cached = `${dirname(name)}/__pycache__/${basename(name).slice(0, -3)}.cpython-${tag}.pyc`;
    makeDirectories(files, dirname(`${target.site}/${cached}`));
    files.write(
      `${target.site}/${cached}`,
      Content.declared(content.size, `byte code of ${content.size} ${path}`),
    );
    record.push(`${cached},,`);
  }
  for (const { name, text } of wheel.project?.editable ? editableFiles(wheel, wheel.project) : []) {
    if (files.write(`${target.site}/${name}`, Content.of(text))) return `${target.site}/${name}`;
    record.push(`${name},,`);
  }
  const info = `${target.site}/${wheel.info}`;
  const failure = makeDirectories(files, info);
  if (failure) return failure.path;
  const up = "../".repeat(target.site.split("/").length - target.bin.split("/").length + 1);
  for (const { name, module, call } of wheel.scripts) {
    const path = `${target.bin}/${name}`;
    files.write(path, Content.of(launcher(target.python, module, call), name), 0o755);
    files.chmod(path, 0o755);
    record.push(`${up}bin/${name},,`);
  }
  const texts: [string, string | Content][] = [
    ["INSTALLER", "pip\n"],
    ["METADATA", metadataOf(wheel)],
    ["WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\n"],
    ...(wheel.scripts.length > 0
      ? [
          [
            "entry_points.txt",
            `[console_scripts]\n${wheel.scripts.map(({ name, module, call }) => `${name} = ${module}:${call}\n`).join("")}`,
          ] as [string, string],
        ]
      : []),
    ...(requested ? [["REQUESTED", ""] as [string, string]] : []),
    ...(wheel.project && wheel.project.archive?.direct !== false
      ? [["direct_url.json", directUrl(wheel.project)] as [string, string]]
      : []),
  ];
  for (const [name] of texts) record.push(`${wheel.info}/${name},,`);
  for (const [name, text] of [
    ...texts,
    ["RECORD", `${[...record, `${wheel.info}/RECORD,,`].join("\n")}\n`] as const,
  ]) {
    files.write(`${info}/${name}`, typeof text === "string" ? Content.of(text) : text);
  }
  return undefined;
}
