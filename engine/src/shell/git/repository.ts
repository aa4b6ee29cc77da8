/**
 * A repository of another host that a lesson ships as data: its history, as the real one would be cloned. Ids of commits are
 * git's own, made from what stands here (gitformat: `commit`, `tree`, `blob`, `tag` objects), so that they are the same as those
 * of a real repository with this history.
 */
export interface Repository {
  /** Where it is cloned from: `https://github.com/example/harbour.git`; with or without `.git` at the end it is the same. */
  readonly url: string;
  /** The branch that its HEAD names. */
  readonly head: string;
  /** In any order but the first's parents: a commit comes after those that it follows. */
  readonly commits: readonly RepositoryCommit[];
  /** Names of commits by name of the branch. */
  readonly branches: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, RepositoryTag>>;
}

/** A commit, and what it changes. */
export interface RepositoryCommit {
  /** What the lesson calls it; unique in the repository. */
  readonly name: string;
  /** Names of the commits that it follows; a merge has several. */
  readonly parents: readonly string[];
  /** `Ada Lovelace <ada@example.org>` */
  readonly author: string;
  /** Seconds since 1970, and the zone that it was made in: `+0100`. */
  readonly time: number;
  readonly zone: string;
  readonly message: string;
  /** What differs from the first parent, by path; null: the file is gone. */
  readonly files: Readonly<Record<string, RepositoryFile | null>>;
}

interface RepositoryFile {
  readonly text: string;
  readonly executable: boolean;
}

interface RepositoryTag {
  /** The commit's name. */
  readonly commit: string;
  /** Of an annotated tag, made by the commit's author at its time; absent: a lightweight one. */
  readonly message?: string | undefined;
}
