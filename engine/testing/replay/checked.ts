import type { Difference, KnownDifferences } from "./transcript.ts";

/** One comparison with the real thing: a step of a session, a Dockerfile, a script. */
export interface Row {
  readonly id: string;
  /** Which of its case: a typed line, an image; empty where the case is one comparison. */
  readonly step: string;
  readonly known: KnownDifferences;
  readonly differences: readonly Difference[];
}

/** One file of recordings, replayed. */
export interface CheckedFile {
  readonly path: string;
  /** As `build/cache`, `Dockerfile`, `dash`. */
  readonly group: string;
  readonly text: string;
  readonly rows: readonly Row[];
  /** The file's text with other known differences. */
  print(known: (row: Row) => KnownDifferences): string;
}
