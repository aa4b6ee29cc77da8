import { visible } from "../visible.ts";

/** One row as RFC 4180 has it. Every cell is quoted, and no text of a learner is a formula. */
export const csvRow = (cells: readonly (string | number)[]): string => `${cells.map(cell).join(",")}\n`;

/* What spreadsheets read as a formula gets the mark that makes it text. */
function cell(value: string | number): string {
  if (typeof value === "number") return `"${value}"`;
  const shown = visible(value);
  /* A dash alone stands for nothing in many a gradebook. */
  const plain = /^(?:[+-]?\d+(?:\.\d+)?|-)$/.test(shown);
  return `"${(/^\s*[=+\-@]/.test(shown) && !plain ? `'${shown}` : shown).replaceAll('"', '""')}"`;
}
