import type { KnownDifferences, PlacedFile } from "../replay/transcript.ts";

/** A script and what the real shell did with it. */
export interface ShellCase {
  readonly id: string;
  readonly script: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  /** What it left behind; `varies` where no two runs agree on the content. */
  readonly changed: readonly { readonly path: string; readonly file: PlacedFile; readonly varies: boolean }[];
  readonly gone: readonly string[];
  readonly known: KnownDifferences;
}

/** The shell is named by the first part of the id. */
export const dialectOf = ({ id }: ShellCase): "dash" | "ash" | "bash" =>
  id.startsWith("ash/") ? "ash" : id.startsWith("bash/") ? "bash" : "dash";
