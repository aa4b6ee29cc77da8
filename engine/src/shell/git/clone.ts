import { notSimulated } from "../../core/engine-error.ts";
import { Content } from "../../vfs/content.ts";
import { newInode } from "../../vfs/entry.ts";
import { join } from "../../vfs/path.ts";
import { contentOf } from "../text/bytes-text.ts";
import { makeDirectories } from "../packages/python/make-directories.ts";
import type { Process } from "../process.ts";
import { detachedAdvice, followOrigin, writeBranch } from "./checkout.ts";
import { cloneFolder, readCloneOptions } from "./clone-options.ts";
import { type Commit, type Objects, objectsOf } from "./objects.ts";
import { MARK, peel, setHead } from "./opened-repository.ts";
import { addReflog } from "./reflog.ts";
import { reach } from "./reach.ts";
import type { Repository } from "./repository.ts";
import { indexContent, putFile } from "./work-tree.ts";

/** A clone takes so long at least, and a byte of text so much more: a model, not a measurement. Milliseconds. */
const ROUND_TRIPS = 700;
const PER_BYTE = 0.0004;

const DESCRIPTION = "Unnamed repository; edit this file 'description' to name the repository.\n";
const EXCLUDE =
  "# git ls-files --others --exclude-from=.git/info/exclude\n# Lines that start with '#' are comments.\n# For a project mostly in C, the following would be a good set of\n# exclude patterns (uncomment them if you want to use them):\n# *.[oa]\n# *~\n";
/** git's thirteen examples of hooks (git 2.39). */
const HOOKS = { files: 13, bytes: 23_416 };

/** The commits that a clone of this depth gets, and those of them whose parents it lacks. */
function within(
  { commits }: Objects,
  tips: readonly Commit[],
  depth: number | undefined,
): { all: Set<Commit>; cut: string[] } {
  const all = new Set(tips);
  const cut: string[] = [];
  let edge = [...tips];
  for (let level = 1; edge.length > 0; level++) {
    const next: Commit[] = [];
    for (const commit of edge) {
      if (level === depth) {
        if (commit.parents.length > 0) cut.push(commit.id);
        continue;
      }
      for (const id of commit.parents) {
        const parent = commits.get(id);
        if (parent && !all.has(parent)) {
          all.add(parent);
          next.push(parent);
        }
      }
    }
    edge = next;
  }
  return { all, cut: cut.sort() };
}

/** `refs/remotes/origin/main` and tags, with what annotated ones stand for (git-pack-refs(1)). */
function packedRefs(objects: Objects, refs: ReadonlyMap<string, string>): string {
  const lines = [...refs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, id]) => {
      const commit = objects.tags.get(id)?.commit;
      return `${id} ${name}\n${commit === undefined ? "" : `^${commit}\n`}`;
    });
  return `# pack-refs with: peeled fully-peeled sorted \n${lines.join("")}`;
}

/** Makes the clone of a declared repository. Words and files are those of git 2.39; the pack is a stand-in for its bytes. */
function fill(
  process: Process,
  repository: Repository,
  folder: string,
  options: ReturnType<typeof readCloneOptions>,
): number {
  const { files } = process;
  const objects = objectsOf(repository);
  const name = options.branch ?? repository.head;
  const [branchId, tagId] = [objects.refs.get(`refs/heads/${name}`), objects.refs.get(`refs/tags/${name}`)];
  const commit = peel(objects, branchId ?? tagId ?? "");
  if (!commit) {
    if (options.single) process.stderr.write(`warning: Could not find remote branch ${name} to clone.\n`);
    process.stderr.write(`fatal: Remote branch ${name} not found in upstream origin\n`);
    return 128;
  }
  const branch = branchId === undefined ? undefined : name;
  const remote = new Map<string, string>();
  for (const [ref, id] of objects.refs)
    if (ref.startsWith("refs/heads/") && (!options.single || ref === `refs/heads/${branch}`))
      remote.set(`refs/remotes/origin/${ref.slice(11)}`, id);
  const tips = [
    ...(branch === undefined ? [commit] : []),
    ...[...remote.values()].flatMap((id) => peel(objects, id) ?? []),
  ];
  const { all, cut } = within(objects, tips, options.depth);
  for (const [ref, id] of objects.refs) {
    const at = peel(objects, id);
    // A clone takes the tags of what it gets, and any that it was asked for.
    if (!ref.startsWith("refs/tags/") || !at || !(options.tags || ref === `refs/tags/${name}`)) continue;
    if (!options.single || (all.has(at) && (branch !== undefined || ref === `refs/tags/${name}`)))
      remote.set(ref, id);
  }
  const git = `${folder}/.git`;
  for (const path of ["branches", "hooks", "info", "objects/info", "objects/pack", "refs/heads", "refs/tags"])
    makeDirectories(files, `${git}/${path}`);
  const put = (path: string, text: string): void =>
    void files.write(`${git}/${path}`, contentOf(text), 0o644);
  put("description", DESCRIPTION);
  put("info/exclude", EXCLUDE);
  const { uid, gid } = process.credentials;
  files.place(`${git}/hooks`, {
    kind: "directory",
    inode: newInode(),
    mode: 0o755,
    uid,
    gid,
    mtime: process.kernel.now() / 1000,
    children: new Map(),
    bulk: HOOKS,
  });
  const fetched = options.single
    ? branch === undefined
      ? `+refs/tags/${name}:refs/tags/${name}`
      : `+refs/heads/${branch}:refs/remotes/origin/${branch}`
    : "+refs/heads/*:refs/remotes/origin/*";
  put(
    "config",
    `[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = false\n\tlogallrefupdates = true\n[remote "origin"]\n\turl = ${options.url}\n\tfetch = ${fetched}\n`,
  );
  put("packed-refs", packedRefs(objects, remote));
  const bytes = [...all].reduce(
    (sum, it) => sum + [...it.files.values()].reduce((more, { text }) => more + text.length, 200),
    0,
  );
  const pack = `objects/pack/pack-${commit.tree}`;
  files.write(
    `${git}/${pack}.pack`,
    Content.declared(Math.round(bytes / 2) + 32, MARK + repository.url),
    0o444,
  );
  files.write(
    `${git}/${pack}.idx`,
    Content.declared(1_072 + 28 * all.size * 3, `${MARK}${repository.url} index`),
    0o444,
  );
  if (cut.length > 0) put("shallow", cut.map((id) => `${id}\n`).join(""));
  const what = `clone: from ${options.url}`;
  if (branch !== undefined) {
    writeBranch(process, git, branch, commit.id);
    addReflog(process, git, undefined, commit.id, what, `refs/heads/${branch}`);
    makeDirectories(files, `${git}/refs/remotes/origin`);
    if (!options.single || branch === repository.head)
      put("refs/remotes/origin/HEAD", `ref: refs/remotes/origin/${repository.head}\n`);
    followOrigin(process, git, branch);
  }
  setHead(process, git, branch, commit.id);
  addReflog(process, git, undefined, commit.id, what);
  process.kernel.elapse(ROUND_TRIPS + bytes * PER_BYTE);
  if (branch === undefined && !options.quiet) process.stderr.write(detachedAdvice(commit.id));
  if (options.bare) return 0;
  files.write(`${git}/index`, indexContent(commit.files, commit.tree), 0o644);
  for (const [path, file] of commit.files) {
    process.kernel.spend(1 + file.text.length / 4096);
    putFile(process, folder, path, file);
  }
  return 0;
}

/** `git clone URL [FOLDER]` of a repository that the lesson declares, or of none. */
export function runClone(process: Process, args: readonly string[]): number {
  const options = readCloneOptions(args);
  const { url } = options;
  if (url === undefined) {
    process.stderr.write("fatal: You must specify a repository to clone.\n\n");
    throw notSimulated("how git clone is used", "print it and end with status 129");
  }
  const shown = options.folder ?? cloneFolder(url);
  const folder = join(process.cwd, shown);
  const there = process.files.stat(folder);
  if (typeof there === "object" && !(there.kind === "directory" && there.children.size === 0)) {
    process.stderr.write(
      `fatal: destination path '${shown}' already exists and is not an empty directory.\n`,
    );
    return 128;
  }
  if (!/^(?:https?|git|ssh):\/\/|^[\w.-]+@[\w.-]+:/.test(url)) {
    if (typeof process.files.stat(join(process.cwd, url)) === "string") {
      process.stderr.write(`fatal: repository '${url}' does not exist\n`);
      return 128;
    }
    throw notSimulated(`git clone of ${url}`, "copy its history");
  }
  if (!options.quiet) process.stderr.write(`Cloning into '${shown}'...\n`);
  const repository = reach(process, url);
  if (typeof repository === "number") return repository;
  if (options.unknown !== undefined) throw notSimulated(`git clone ${options.unknown}`, "do as it says");
  const failed = makeDirectories(process.files, folder);
  if (failed) {
    process.stderr.write(
      `fatal: could not create work tree dir '${shown}': ${failed.errno === "EACCES" ? "Permission denied" : failed.errno}\n`,
    );
    return 128;
  }
  const status = fill(process, repository, folder, options);
  if (status !== 0 && typeof there === "string") process.files.rmdir(folder);
  return status;
}
