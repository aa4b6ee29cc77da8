/** A recorded session: what a person did on a fresh machine, and what the real Docker answered. */
export interface Transcript {
  readonly title: string;
  readonly steps: readonly Step[];
}

/** A file as a transcript lays it down; a tar is told by its members, so that it can be read. */
export type PlacedFile =
  | { readonly kind: "text"; readonly text: string; readonly mode?: string }
  | { readonly kind: "base64"; readonly base64: string; readonly mode?: string }
  | { readonly kind: "link"; readonly target: string }
  | { readonly kind: "folder"; readonly mode?: string }
  | {
      readonly kind: "tar";
      readonly members: readonly (readonly [name: string, text: string])[];
      readonly uid: number;
      readonly gid: number;
      readonly gzip: boolean;
    };

export interface Command {
  readonly kind: "command";
  readonly line: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  readonly known: KnownDifferences;
}

export interface ImageFacts {
  readonly kind: "image";
  readonly reference: string;
  /** Absent: there must be no such image. */
  readonly expected?: ExpectedImage;
  readonly known: KnownDifferences;
}

export type Step =
  | { readonly kind: "place"; readonly path: string; readonly file: PlacedFile }
  | { readonly kind: "write"; readonly path: string; readonly file: PlacedFile }
  | { readonly kind: "touch" | "rm"; readonly path: string }
  | { readonly kind: "chmod"; readonly path: string; readonly mode: string }
  | { readonly kind: "mv"; readonly path: string; readonly to: string }
  | { readonly kind: "sleep"; readonly seconds: number }
  /** Typed, but its output is nothing that Docker fixes. */
  | { readonly kind: "run"; readonly line: string }
  | Command
  | ImageFacts;

/** What can differ: of a command, a build, an image, a Dockerfile case, a script, a terminal. */
export const FACETS = [
  "exit",
  "stdout",
  "stderr",
  "steps",
  "log",
  "end",
  "exists",
  "id",
  "config",
  "history",
  "layers",
  "syntax",
  "plan",
  "checks",
  "files",
  "gone",
  "screen",
  "screens",
] as const;
export type Facet = (typeof FACETS)[number];

/** Why we differ, by facet; a person wrote each of these. */
export type KnownDifferences = ReadonlyMap<Facet, string>;

export interface Difference {
  readonly facet: Facet;
  /** What both sides say, short enough to read in a failed test. */
  readonly told: string;
}

export interface ExpectedImage {
  /** The image that it stands on; its layers and history come first and are not repeated. */
  readonly base?: string;
  readonly author?: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly history: readonly HistoryRow[];
  readonly layers: readonly ExpectedLayer[];
}

export interface HistoryRow {
  readonly createdBy: string;
  readonly comment: string;
  readonly empty: boolean;
}

/** The members of a layer's tar; undefined where no two runs agree on them. */
export type ExpectedLayer =
  | {
      /** Of the whole tar, where nothing in it is as old as the run. */
      readonly digest?: string;
      readonly members: readonly LayerMember[];
    }
  | undefined;

export interface LayerMember {
  readonly path: string;
  readonly type: "file" | "dir" | "symlink" | "hardlink" | "char";
  readonly mode: string;
  readonly uid: number;
  readonly gid: number;
  /** It has the time that all files of a recorded context have; else it is as old as the run. */
  readonly old: boolean;
  readonly link?: string;
  /** Of a file; absent where its content changes from run to run. */
  readonly content?: { readonly text: string } | { readonly size: number; readonly sha256: string };
}
