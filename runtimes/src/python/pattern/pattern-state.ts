import { type PatternReader, PatternProblem } from "./pattern-reader.ts";
import type { PatternNode } from "./pattern-tree.ts";
import { width } from "./width.ts";

/** The groups of a pattern while it is read. */
export class PatternState {
  readonly bytes: boolean;
  /** The minor version of Python. */
  readonly version: number;
  readonly names: Map<string, number> = new Map();
  readonly widths: Map<number, readonly [number, number]> = new Map();
  /** Conditions on groups that may come later: their number and where it stands. */
  readonly awaited: Map<number, number> = new Map();
  groups = 0;
  depth = 0;
  /** Those opened before the look behind that is being read; null outside of one. */
  behind: number | null = null;

  constructor(bytes: boolean, version: number) {
    this.bytes = bytes;
    this.version = version;
  }

  open(name: string | null, reader: PatternReader): number {
    this.groups += 1;
    if (name === null) return this.groups;
    const before = this.names.get(name);
    if (before !== undefined)
      throw reader.problem(
        `redefinition of group name '${name}' as group ${this.groups}; was group ${before}`,
        Array.from(name).length + 1,
      );
    this.names.set(name, this.groups);
    return this.groups;
  }

  close(index: number, body: PatternNode): void {
    this.widths.set(index, width(body, this.widths));
  }

  /** Refuses a reference that `back` code points before would go to a group that is not closed. */
  check(index: number, reader: PatternReader, back: number): void {
    if (!this.widths.has(index)) throw reader.problem("cannot refer to an open group", back);
    this.checkBehind(index, reader);
  }

  checkBehind(index: number, reader: PatternReader): void {
    if (this.behind === null) return;
    if (!this.widths.has(index)) throw reader.problem("cannot refer to an open group");
    if (index > this.behind)
      throw reader.problem("cannot refer to group defined in the same lookbehind subpattern");
  }

  finish(): void {
    for (const [index, place] of this.awaited)
      if (index > this.groups) throw new PatternProblem(`invalid group reference ${index}`, place);
  }
}
