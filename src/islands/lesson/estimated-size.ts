import type { TerminalSize } from "@drydock/engine";

/** A cell of the terminal, in pixels. */
const CELL = 7.6;

/** What the terminal in `screen` will have room for, before it is there. Nothing moves in what it prints by then. */
export const estimatedSize = (screen: HTMLElement): TerminalSize => {
  const width = screen.clientWidth || innerWidth;
  return { columns: Math.max(20, Math.floor(width / CELL) - 3), rows: 0 };
};
