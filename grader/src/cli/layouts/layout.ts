import type { Handed } from "../handed/handed.ts";

/** What lies in the folder of a class, one level deep; deeper only where a layout asks. */
export interface Listing {
  /** The folder's own name. */
  readonly name: string;
  readonly entries: readonly Entry[];
  /** Text of a file of the folder; undefined where there is none. */
  text(name: string): string | undefined;
}

export interface Entry {
  readonly name: string;
  readonly folder: boolean;
  readonly path: string;
  /** What a folder holds itself; empty for a file. */
  inner(): readonly Entry[];
}

/** One way in which learning platforms lay out a class. */
export interface Layout {
  readonly name: string;
  /** Entries that look like it: the share decides what `auto` takes. */
  recognises(entry: Entry): boolean;
  /** The attempts, in any order, and the entries that are none of this layout. `logins` are what a roster knows people by. */
  read(
    listing: Listing,
    logins: ReadonlySet<string>,
  ): { readonly handed: readonly Handed[]; readonly left: readonly string[] };
}
