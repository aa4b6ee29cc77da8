import type { LiveView } from "../../core/live-view.ts";

/** A text that depends on a terminal's width, and stays as it was first written. */
export function drawnOnce(text: (columns: number) => string): LiveView {
  const shown = (columns: number): string => text(columns).replaceAll("\n", "\r\n");
  return { frames: ({ columns }) => [{ at: 0, text: shown(columns) }], still: shown };
}
