/** A place in one of the learner's files; lines and columns from 1. */
export interface Place {
  readonly file: string;
  readonly range: {
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  };
}

/** An editor on the session's files: Monaco, or a field of text on a touch screen. */
export interface MountedEditor {
  show(file: string): void;
  /** Goes to a place and marks its first line until the file is edited. */
  reveal(place: Place): void;
}

/** What an editor tells about the file that it shows. */
export interface Told {
  lines(count: number): void;
  /** Problems of the shown file, first one first. */
  problems(all: readonly { readonly message: string; readonly line: number }[]): void;
}
