/** A command line that is being typed. Never changed: every key makes a new one. */
export interface LineState {
  /** May hold line feeds: a pasted script, or quotes that go on over lines. */
  readonly text: string;
  /** In UTF-16 units, from 0 to the length of the text. */
  readonly cursor: number;
  /** Oldest first. */
  readonly history: readonly string[];
  /** Which history entry is shown; `history.length` is the line of its own. */
  readonly place: number;
  /** The line of its own while a history entry is shown. */
  readonly draft: string;
  /** What ^U, ^K and ^W took last. */
  readonly killed: string;
  readonly search: Search | undefined;
}

/** ^R: the newest entry at or before `place` that holds `query`. */
export interface Search {
  readonly query: string;
  readonly place: number;
  readonly failed: boolean;
  /** The text and cursor to go back to. */
  readonly before: { readonly text: string; readonly cursor: number };
}

export const emptyLine = (history: readonly string[] = []): LineState => ({
  text: "",
  cursor: 0,
  history,
  place: history.length,
  draft: "",
  killed: "",
  search: undefined,
});
