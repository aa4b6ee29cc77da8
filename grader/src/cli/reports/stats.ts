import { classStatistics, type CriterionStatistics } from "../../class-statistics.ts";
import { visible } from "../../reports/visible.ts";
import { exit, type ExitStatus } from "../exit-status.ts";
import { ReportsFile } from "./reports-file.ts";
import { writeAll } from "../output/write-all.ts";

/** `drydock-grade stats REPORT.ndjson`: per criterion how many passed, how well it tells learners apart, and hints taken. */
export function stats(file: string, json: boolean): ExitStatus {
  const statistics = classStatistics(new ReportsFile(file));
  if (json) {
    writeAll(1, `${JSON.stringify(statistics, null, 2)}\n`);
    return exit.graded;
  }
  const { submissions, graded, passed, mean, criteria } = statistics;
  const rows = [HEAD, ...criteria.map(row)];
  const widths = HEAD.map((_, i) => Math.max(...rows.map((cells) => cells[i]?.length ?? 0)));
  const lines = rows.map((cells) =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join("  "),
  );
  writeAll(
    1,
    `${submissions} submissions, ${graded} graded, ${passed} with all points, mean ${percent(mean)}\n\n${lines.map((line) => `${visible(line.trimEnd())}\n`).join("")}`,
  );
  return exit.graded;
}

const HEAD = ["criterion", "points", "passed", "earned", "blocked", "to review", "discrimination", "hints"];

const percent = (share: number | null): string => (share === null ? "–" : `${Math.round(share * 100)} %`);

const row = (of: CriterionStatistics): string[] => [
  of.id,
  String(of.maximum),
  `${of.passed} of ${of.decided}`,
  percent(of.earned),
  String(of.blocked),
  String(of.inconclusive),
  of.discrimination === null ? "–" : of.discrimination.toFixed(2),
  of.hints === 0 ? "–" : `${of.hints} by ${of.hinted}`,
];
