import { visible } from "../../reports/visible.ts";
import { wrapped } from "../output/wrapped.ts";
import type { Board } from "./board.ts";

/** The window that shows it; without one nothing is broken or left out. */
export interface Window {
  readonly columns: number;
  readonly rows: number;
}

/**
 * What learners are told first, once for all attempts that are told the same; the solution's is the gate's to tell.
 *
 * @param room lines for it: the table above must not scroll away. The last of them says how much is left out.
 */
export function toldLines(
  { rows }: Board,
  columns: number,
  room: number,
  bold: (text: string) => string,
): readonly string[] {
  const told = Map.groupBy(
    rows.filter(({ name }) => name !== "solution"),
    (row) => row.told,
  );
  const blocks = [...told].flatMap(([words, alike]) => {
    if (words === undefined) return [];
    const names = visible(alike.map(({ name }) => name).join(", "));
    const text = wrapped(`${names}: ${visible(words)}`, columns, 2);
    return [text.startsWith(names) ? bold(names) + text.slice(names.length) : text];
  });
  const height = (block: string): number => block.split("\n").length;
  const whole = blocks.reduce((sum, block) => sum + height(block), 0);
  if (whole <= room) return blocks;
  const lines: string[] = [];
  let left = room - 1;
  for (const block of blocks) {
    if (height(block) > left) break;
    left -= height(block);
    lines.push(block);
  }
  return [...lines, `… and ${blocks.length - lines.length} more; a taller window shows them.`];
}
