import { basename, resolve } from "node:path";

/** A file or folder that belongs to a submission. */
export interface Part {
  readonly path: string;
  /** Its name in the submission; without one the part is the whole submission: a folder, an archive, a Dockerfile. */
  readonly as?: string;
}

/** One attempt that was handed in. It goes to worker threads as it is. */
export interface Handed {
  readonly id: string;
  /** The learner's id where `id` is that of one attempt of several. */
  readonly of?: string;
  /** Who handed it in, where the layout tells: two people with one id must be noticed. */
  readonly learner?: string | undefined;
  readonly parts: readonly Part[];
  /** When, in milliseconds since 1970, where the layout tells. */
  readonly at?: number | undefined;
  /** What the learning platform says about it; undefined where it says nothing. */
  readonly late?: boolean | undefined;
  /** Number of the attempt, where the names tell. */
  readonly attempt?: number | undefined;
}

const ENDINGS = /\.(?:zip|tar|tar\.(?:gz|bz2|xz)|tgz|tbz2|txz|json)$/i;

/** Folder name, or file name without its ending. */
export const submissionId = (path: string): string => basename(resolve(path)).replace(ENDINGS, "");

/** What lies at a path is the whole submission. */
export const handedAt = (path: string): Handed => ({ id: submissionId(path), parts: [{ path }] });
