import { notSimulated } from "../../core/engine-error.ts";
import { dirname, join } from "../../vfs/path.ts";
import { contentOf } from "../text/bytes-text.ts";
import { installedVersion } from "../packages/installed-version.ts";
import type { Process } from "../process.ts";
import { type Commit, type Objects, objectsOf } from "./objects.ts";

/** A clone of a declared repository, as its `.git` has it. */
export interface OpenedRepository {
  /** `.git` */
  readonly folder: string;
  readonly top: string;
  readonly objects: Objects;
  /** Commits whose parents are not here. */
  readonly shallow: ReadonlySet<string>;
  /** Ids by full name, symbolic ones followed, in git's order. */
  readonly refs: ReadonlyMap<string, string>;
  /** The branch that HEAD names; undefined: it is detached. */
  readonly branch: string | undefined;
  readonly head: Commit;
  /** Does this git end a strict ISO time of UTC in `Z`? */
  readonly zulu: boolean;
}

const textOf = (process: Process, path: string): string | undefined => {
  const content = process.files.read(path);
  return typeof content === "string" ? undefined : content.text;
};

/** The folder `.git` of the repository that the process stands in. */
export function repositoryFolder(process: Process): string | undefined {
  const set = process.env.get("GIT_DIR");
  if (set !== undefined) return join(process.cwd, set);
  for (let folder = process.cwd; ; folder = dirname(folder)) {
    const entry = process.files.stat(join(folder, ".git"));
    if (typeof entry === "object" && (entry.kind !== "directory" || entry.children.has("HEAD")))
      return join(folder, ".git");
    if (folder === "/") return undefined;
  }
}

/** Loose refs below a folder of `.git`. */
function looseRefs(process: Process, folder: string, name: string, into: Map<string, string>): void {
  const names = process.files.list(join(folder, name));
  for (const child of typeof names === "string" ? [] : names) {
    process.kernel.spend(1);
    const path = `${name}/${child}`;
    const entry = process.files.stat(join(folder, path));
    if (typeof entry === "string") continue;
    if (entry.kind === "directory") looseRefs(process, folder, path, into);
    else into.set(path, (textOf(process, join(folder, path)) ?? "").trim());
  }
}

/** What `.git/objects` stands for: the name of the declared repository. */
export const MARK = "git pack of ";

/** @throws {EngineError} NOT_SIMULATED for a repository that no lesson declares */
export function openRepository(process: Process, folder: string, command: string): OpenedRepository {
  const unknown = (): never => {
    throw notSimulated(
      `git ${command} in ${dirname(folder)}: no lesson declares this repository`,
      "read its history",
    );
  };
  const packs = process.files.list(`${folder}/objects/pack`);
  const own = (typeof packs === "string" ? [] : packs)
    .map((name) => process.files.read(`${folder}/objects/pack/${name}`))
    .flatMap((content) =>
      typeof content === "object" && content.identity?.startsWith(MARK)
        ? [content.identity.slice(MARK.length)]
        : [],
    );
  const repository = process.kernel.blackBoxes.find(
    (it) => it.repository && own.includes(it.repository.url),
  )?.repository;
  if (!repository) return unknown();
  const objects = objectsOf(repository);
  const refs = new Map<string, string>();
  for (const line of (textOf(process, `${folder}/packed-refs`) ?? "").split("\n")) {
    const [, id = "", name = ""] = /^([0-9a-f]{40}) (.+)$/.exec(line) ?? [];
    if (name !== "") refs.set(name, id);
  }
  looseRefs(process, folder, "refs", refs);
  for (const [name, value] of refs)
    if (value.startsWith("ref: ")) refs.set(name, refs.get(value.slice(5)) ?? "");
  const head = (textOf(process, `${folder}/HEAD`) ?? "").trim();
  const branch = /^ref: refs\/heads\/(.*)$/.exec(head)?.[1];
  const commit = objects.commits.get(branch === undefined ? head : (refs.get(`refs/heads/${branch}`) ?? ""));
  if (!commit) return unknown();
  const zulu = !/^2\.(?:[0-3]?\d|4[0-4])\./.test(installedVersion(process.files, "git") ?? "");
  const shallow = new Set((textOf(process, `${folder}/shallow`) ?? "").split("\n").filter(Boolean));
  const sorted = new Map([...refs].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { folder, top: dirname(folder), objects, shallow, refs: sorted, branch, head: commit, zulu };
}

/** The parents that are here: those of a shallow commit are not. */
export const parentsOf = ({ objects, shallow }: OpenedRepository, commit: Commit): Commit[] =>
  shallow.has(commit.id) ? [] : commit.parents.flatMap((id) => objects.commits.get(id) ?? []);

/** Writes HEAD: a branch, or a commit by itself. */
export function setHead(process: Process, folder: string, branch: string | undefined, id: string): void {
  process.files.write(
    `${folder}/HEAD`,
    contentOf(branch === undefined ? `${id}\n` : `ref: refs/heads/${branch}\n`),
    0o644,
  );
}

/** The commit that an id or a tag's id stands for. */
export const peel = ({ commits, tags }: Objects, id: string): Commit | undefined =>
  commits.get(tags.get(id)?.commit ?? id);
