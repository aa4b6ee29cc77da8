import { plural } from "../../look/words/words.ts";
import { visible, visibleLines } from "../../reports/visible.ts";
import type { Outcome } from "../../report.ts";
import type { Board } from "./board.ts";
import { wrapped } from "../output/wrapped.ts";
import type { Seen } from "./seen.ts";
import { toldLines, type Window } from "./told-lines.ts";

const colours: Record<Outcome, string> = { pass: "32", fail: "31", blocked: "2", inconclusive: "33" };
const short: Record<Outcome, string> = { pass: "pass", fail: "fail", blocked: "-", inconclusive: "?" };
const COLUMN = 7;
/** The line below, and the cursor's. */
const FOOT = 3;
const LEAST_TOLD = 4;

/** The board, what the gate says and the mutants, as text for a terminal. A cell that is not as it should be ends with `!`. */
export function showSeen({ board, problems, mutants }: Seen, coloured: boolean, window?: Window): string {
  const { columns = Infinity, rows = Infinity } = window ?? {};
  const paint = (code: string, text: string): string => (coloured ? `\x1b[${code}m${text}\x1b[0m` : text);
  const lines: string[] = [];
  if (board) {
    const name = Math.max(12, ...board.rows.map((row) => row.name.length)) + 2;
    lines.push(paint("1", visible(board.lesson)), "", ...legend(board, columns), "");
    lines.push(
      `${" ".repeat(name)}${board.criteria.map((_, i) => String(i + 1).padEnd(COLUMN)).join("")}points`,
    );
    for (const { name: row, cells, points } of board.rows) {
      const shown = cells.map(({ outcome, expected }) => {
        const word = `${short[outcome]}${expected ? "" : "!"}`;
        return paint(expected ? colours[outcome] : "1;7;31", word) + " ".repeat(COLUMN - word.length);
      });
      lines.push(`${visible(row).padEnd(name)}${shown.join("")}${points} of ${board.maximum}`);
    }
    const counts = mutants
      ? board.criteria.map(({ id }) => String(mutants.caught[id] ?? 0).padEnd(COLUMN)).join("")
      : board.criteria.map(() => "…".padEnd(COLUMN)).join("");
    const fate = mutants
      ? `${mutants.survive} survive, ${mutants.tolerated} tolerated, ${mutants.same} build the same`
      : "";
    lines.push(`${(mutants ? plural(mutants.tried, "mutant") : "mutants").padEnd(name)}${counts}`.trimEnd());
    if (fate !== "") lines.push(`  ${fate}`);
    lines.push("");
  }
  const said: string[] = [];
  if (!problems) said.push("Asking the gate …");
  else if (problems.length === 0)
    said.push(paint("32", mutants ? "The gate is silent." : "The gate is silent. Trying mutants …"));
  else said.push(...problems.map((line) => paint("31", wrapped(visibleLines(line), columns, 2))));
  if (board) {
    const taken = [...lines, ...said].join("\n").split("\n").length;
    const room = Math.max(LEAST_TOLD, rows - taken - FOOT);
    lines.push(...toldLines(board, columns, room, (text) => paint("1", text)), "");
  }
  return [...lines, ...said].map((line) => `${line}\n`).join("");
}

const clipped = (text: string, width: number): string =>
  text.length <= width ? text : `${text.slice(0, width - 1)}…`;

function legend({ criteria }: Board, columns: number): string[] {
  const id = Math.max(...criteria.map((each) => each.id.length), 0) + 2;
  return criteria.map(({ id: name, title, points }, i) =>
    clipped(
      `${String(i + 1).padStart(3)}  ${name.padEnd(id)}${String(points).padStart(3)}  ${visible(title)}`,
      columns,
    ),
  );
}
