import type { LiveView } from "../../core/live-view.ts";
import { drawnOnce } from "../text/drawn-once.ts";

/** Columns where nobody sits at a terminal; the last one stays free (docker/cli, cli/cobra.go, wrappedFlagUsages). */
const PLAIN = 80;

/** A help text as a pipe gets it, and as a terminal of any width shows it. */
export function helpView(text: (columns: number) => string): {
  readonly text: string;
  readonly live: LiveView;
} {
  return { text: text(PLAIN - 1), live: drawnOnce((columns) => text(columns - 1)) };
}
