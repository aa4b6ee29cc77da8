import { concat, encode } from "../../core/bytes.ts";
import { sha1 } from "../digests/sha1.ts";
import type { Repository, RepositoryCommit } from "./repository.ts";

/** A file as a tree has it. */
export interface TrackedFile {
  readonly id: string;
  readonly text: string;
  readonly executable: boolean;
}

/** A commit with what git computes of it. */
export interface Commit {
  readonly id: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: string;
  readonly time: number;
  readonly zone: string;
  readonly message: string;
  /** All its files by path, in git's order. */
  readonly files: ReadonlyMap<string, TrackedFile>;
}

/** All that a repository holds, by ids. */
export interface Objects {
  readonly commits: ReadonlyMap<string, Commit>;
  /** Annotated tags: the commit that each is of, and its words. */
  readonly tags: ReadonlyMap<string, { readonly commit: string; readonly message: string }>;
  /** `refs/heads/main`, `refs/tags/v1.0`: ids, in git's order. */
  readonly refs: ReadonlyMap<string, string>;
}

const objectId = (kind: string, body: Uint8Array): string =>
  sha1(concat([encode(`${kind} ${body.length}\0`), body]));
const blobId = (text: string): string => objectId("blob", encode(text));
const rawId = (id: string): Uint8Array =>
  Uint8Array.from({ length: 20 }, (_, at) => Number.parseInt(id.slice(at * 2, at * 2 + 2), 16));

/** Git compares names byte by byte, a folder's as if it ended in a slash (Documentation/gitformat-index, `base_name_compare`). */
const byName = ([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]): number =>
  a < b ? -1 : a > b ? 1 : 0;

function treeId(files: ReadonlyMap<string, TrackedFile>): string {
  const rows: (readonly [order: string, mode: string, name: string, id: string])[] = [];
  const folders = new Map<string, Map<string, TrackedFile>>();
  for (const [path, file] of files) {
    const slash = path.indexOf("/");
    if (slash < 0) rows.push([path, file.executable ? "100755" : "100644", path, file.id]);
    else {
      const name = path.slice(0, slash);
      const inside = folders.get(name) ?? new Map<string, TrackedFile>();
      folders.set(name, inside.set(path.slice(slash + 1), file));
    }
  }
  for (const [name, inside] of folders) rows.push([`${name}/`, "40000", name, treeId(inside)]);
  return objectId(
    "tree",
    concat(rows.sort(byName).flatMap(([, mode, name, id]) => [encode(`${mode} ${name}\0`), rawId(id)])),
  );
}

const withEnd = (text: string): string => (text.endsWith("\n") ? text : `${text}\n`);

function commitOf(
  { author, time, zone, message, files: changes }: RepositoryCommit,
  parents: readonly Commit[],
): Commit {
  const files = new Map(parents[0]?.files);
  for (const [path, file] of Object.entries(changes)) {
    if (file === null) files.delete(path);
    else files.set(path, { ...file, id: blobId(file.text) });
  }
  const sorted = new Map([...files].sort(byName));
  const tree = treeId(sorted);
  const who = `${author} ${time} ${zone}`;
  const lines = [
    `tree ${tree}`,
    ...parents.map(({ id }) => `parent ${id}`),
    `author ${who}`,
    `committer ${who}`,
    "",
    withEnd(message),
  ];
  const id = objectId("commit", encode(lines.join("\n")));
  return {
    id,
    tree,
    parents: parents.map((it) => it.id),
    author,
    time,
    zone,
    message: withEnd(message),
    files: sorted,
  };
}

function make({ commits: declared, branches, tags: named }: Repository): Objects {
  const byWord = new Map<string, Commit>();
  for (const one of declared)
    byWord.set(
      one.name,
      commitOf(
        one,
        one.parents.flatMap((name) => byWord.get(name) ?? []),
      ),
    );
  const refs: [string, string][] = [];
  for (const [name, word] of Object.entries(branches)) {
    const commit = byWord.get(word);
    if (commit) refs.push([`refs/heads/${name}`, commit.id]);
  }
  const tags = new Map<string, { commit: string; message: string }>();
  for (const [name, { commit: word, message }] of Object.entries(named)) {
    const commit = byWord.get(word);
    if (!commit) continue;
    const { id, author, time, zone } = commit;
    if (message === undefined) refs.push([`refs/tags/${name}`, id]);
    else {
      const text = `object ${id}\ntype commit\ntag ${name}\ntagger ${author} ${time} ${zone}\n\n${withEnd(message)}`;
      const tag = objectId("tag", encode(text));
      tags.set(tag, { commit: id, message: withEnd(message) });
      refs.push([`refs/tags/${name}`, tag]);
    }
  }
  return {
    commits: new Map([...byWord.values()].map((commit) => [commit.id, commit])),
    tags,
    refs: new Map(refs.sort(byName)),
  };
}

const made = new WeakMap<Repository, Objects>();

/** The objects of a declared repository; computed once. */
export function objectsOf(repository: Repository): Objects {
  const known = made.get(repository) ?? make(repository);
  made.set(repository, known);
  return known;
}
