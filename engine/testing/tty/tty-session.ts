import type { KnownDifferences, PlacedFile } from "../replay/transcript.ts";

/** What one command wrote to a terminal, byte by byte, and what was typed while it ran. */
export interface TtyCommand {
  readonly line: string;
  /** Pieces as they came, `at` seconds after the command began. */
  readonly pieces: readonly { readonly at: number; readonly text: string }[];
  readonly typed: readonly { readonly at: number; readonly text: string }[];
  readonly exitCode: number;
  readonly known: KnownDifferences;
}

/** A recorded session at a terminal. */
export interface TtySession {
  readonly title: string;
  readonly columns: number;
  readonly rows: number;
  readonly files: readonly { readonly path: string; readonly file: PlacedFile }[];
  readonly commands: readonly TtyCommand[];
}
