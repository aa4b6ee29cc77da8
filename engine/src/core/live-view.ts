/** A terminal's size in cells. */
export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

/** Bytes for a terminal, and when they are written: simulated milliseconds since the output began. */
export interface TtyFrame {
  readonly at: number;
  readonly text: string;
}

/** Output that a terminal draws over and over again. What a pipe gets of it is plain text, and is told apart. */
export interface LiveView {
  /** In order of time. The cursor must stand at the start of a line; there it is left, below all that was drawn. */
  frames(size: TerminalSize): readonly TtyFrame[];
  /** What is there at the end, without a move of the cursor: for a screen on which nothing shall move. */
  still(columns: number): string;
}
