import { Content } from "../../../vfs/content.ts";
import { newInode } from "../../../vfs/entry.ts";
import { dirname, join } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import { makeDirectories } from "../python/make-directories.ts";
import type { PlacedPackage } from "./ideal-tree.ts";

const manifestText = (name: string, version: string): string =>
  `${JSON.stringify({ name, version }, undefined, 2)}\n`;

/** The version that lies in a folder of node_modules; undefined where there is none. */
export function presentVersion(process: Process, folder: string): string | undefined {
  const content = process.files.read(`${folder}/package.json`);
  if (typeof content === "string") return undefined;
  try {
    return (JSON.parse(content.text ?? "") as { version?: string }).version;
  } catch {
    return undefined;
  }
}

/** Packages in a node_modules folder, those in packages' own included: paths from the project on. */
export function presentPackages(process: Process, project: string, below = "node_modules"): string[] {
  const list = (path: string): string[] => {
    const names = process.files.list(join(project, path));
    return typeof names === "string" ? [] : names.filter((name) => !name.startsWith("."));
  };
  return list(below)
    .flatMap((name) =>
      name.startsWith("@") ? list(`${below}/${name}`).map((one) => `${name}/${one}`) : name,
    )
    .sort()
    .flatMap((name) => {
      const path = `${below}/${name}`;
      process.kernel.spend(1);
      return [path, ...presentPackages(process, project, `${path}/node_modules`)];
    });
}

/** Puts one package into its folder: its package.json by name and version, the rest as counted. @returns the path that failed */
function put(process: Process, folder: string, { it }: PlacedPackage): string | undefined {
  const { files, kernel, credentials } = process;
  const failed = makeDirectories(files, dirname(folder));
  if (failed) return failed.path;
  const text = manifestText(it.name, it.version);
  const metadata = { uid: credentials.uid, gid: credentials.gid, mtime: kernel.now() / 1000 };
  const child = {
    ...metadata,
    kind: "file",
    inode: newInode(),
    mode: 0o644,
    content: Content.of(text),
    links: 1,
  } as const;
  const old = files.lstat(folder);
  const nested =
    typeof old !== "string" && old.kind === "directory" ? old.children.get("node_modules") : undefined;
  files.place(folder, {
    ...metadata,
    kind: "directory",
    inode: newInode(),
    mode: 0o755,
    children: new Map([["package.json", child], ...(nested ? [["node_modules", nested] as const] : [])]),
    bulk: it.files > 1 ? { files: it.files - 1, bytes: Math.max(0, it.bytes - text.length) } : undefined,
  });
  return undefined;
}

/** The commands that a package brings, as links in a folder on the PATH. */
function link(process: Process, bin: string, folder: string, { it }: PlacedPackage): void {
  const { files } = process;
  for (const [command, path] of Object.entries(it.bin)) {
    const file = `${folder}/${path.replace(/^\.\//, "")}`;
    if (!files.exists(file)) {
      makeDirectories(files, dirname(file));
      // Its bytes are counted already.
      files.write(
        file,
        Content.declared(0, `${it.name} ${it.version} ${path}`, `${command} (${it.name} ${it.version})`),
        0o755,
      );
      files.chmod(file, 0o755);
    }
    makeDirectories(files, bin);
    files.unlink(`${bin}/${command}`);
    const common = dirname(bin);
    const up = bin.endsWith("/.bin") ? "../" : "../lib/node_modules/";
    const root = bin.endsWith("/.bin") ? common : `${common}/lib/node_modules`;
    files.symlink(`${up}${file.slice(root.length + 1)}`, `${bin}/${command}`);
  }
}

/** Takes away the commands whose package has gone. */
function unlinkLost({ files }: Process, bin: string): void {
  const names = files.list(bin);
  for (const name of typeof names === "string" ? [] : names) {
    const entry = files.lstat(`${bin}/${name}`);
    const lost = typeof entry !== "string" && entry.kind === "symlink" && !files.exists(`${bin}/${name}`);
    if (lost && entry.target.includes("/")) files.unlink(`${bin}/${name}`);
  }
}

/**
 * Fills the folder with a tree: what is there in the right version stays.
 * @param bin where commands of the top packages are linked
 * @param prunes what is there and not in the tree goes
 * @returns how many packages were added, changed and removed, or the path that could not be written
 */
export function fillNodeModules(
  process: Process,
  project: string,
  tree: readonly PlacedPackage[],
  bin: string,
  prunes = true,
): { added: number; changed: number; removed: number } | string {
  const { files, kernel } = process;
  let [added, changed, removed] = [0, 0, 0];
  const wanted = new Set(tree.map(({ path }) => path));
  const gone = prunes ? presentPackages(process, project).filter((path) => !wanted.has(path)) : [];
  removed = gone.length;
  for (const path of gone) {
    process.spawn(["rm", "-rf", join(project, path)]);
    // The folder of a scope goes with its last package.
    if (path.split("/").at(-2)?.startsWith("@")) files.rmdir(dirname(join(project, path)));
  }
  if (removed > 0) unlinkLost(process, bin);
  const failed = makeDirectories(files, join(project, "node_modules"));
  if (failed) return failed.path;
  let bytes = 0;
  for (const one of tree.toSorted((a, b) => a.path.length - b.path.length)) {
    const folder = join(project, one.path);
    const present = presentVersion(process, folder);
    if (present === one.it.version) continue;
    if (present === undefined) added += one.it.packages;
    else changed += one.it.packages;
    const path = put(process, folder, one);
    if (path !== undefined) return path;
    bytes += one.it.bytes;
    if (one.path.lastIndexOf("node_modules/") === 0) link(process, bin, folder, one);
  }
  // About 4 MB a second with many small files: a model, not a measurement.
  if (added + changed > 0) kernel.elapse(300 + bytes / 4_000);
  return { added, changed, removed };
}
