import { plural } from "../look/words/words.ts";
import type { Report, Verdict } from "../report.ts";
import type { ReportFormat } from "./format.ts";
import { classFormat } from "./parts/class-format.ts";
import { clipped } from "./parts/clipped.ts";
import { overrideWords, told } from "./parts/told.ts";
import { visible } from "./visible.ts";

const OUTCOMES = {
  pass: "passed",
  fail: "**failed**",
  inconclusive: "to review",
  blocked: "blocked",
} as const;

/* GitHub shows nothing of a step's summary above 1 MiB: bytes, with room for what else a step writes. */
const BYTES = 1_000_000;
const UTF_8 = new TextEncoder();
/* Of a cell as much as a reader wants. */
const WORDS = 2000;

/** A table a submission, for a step's summary or a comment. */
export const markdown: ReportFormat = classFormat(
  "markdown",
  "a table for a summary or a comment",
  function* (reports) {
    let room = BYTES;
    let count = 0;
    let left = 0;
    for (const report of reports) {
      const told = section(report);
      room -= UTF_8.encode(told).length;
      if (room < 0) left++;
      else yield `${count++ === 0 ? "" : "\n"}${told}`;
    }
    if (left > 0) yield `\n${plural(left, "submission is", "submissions are")} not shown here.\n`;
  },
);

function section({
  lesson,
  submission,
  status,
  points,
  maximum,
  bonus,
  late,
  criteria,
  notes,
}: Report): string {
  const sum = criteria.length === 0 ? status : `${points} of ${maximum} points`;
  const more = `${bonus > 0 ? `, ${bonus} extra` : ""}${late ? `, late: ${late.score} count` : ""}`;
  const table =
    criteria.length === 0
      ? ""
      : `| Criterion | Verdict | Points | What was seen |\n| --- | --- | ---: | --- |\n${criteria.map(row).join("")}`;
  return `### ${plain(lesson)}: ${plain(submission.id)}\n\n${sum}${more}\n\n${table}${notes.map((note) => `\n${plain(note)}.\n`).join("")}`;
}

const row = (verdict: Verdict): string => {
  const { title, outcome, points, maximum, cause, override } = verdict;
  const place = cause ? ` (${plain(cause.file)}, line ${cause.range.start.line})` : "";
  const seen =
    outcome === "pass"
      ? plain(override ? overrideWords(override) : "")
      : plain(clipped(told(verdict), WORDS)) + place;
  return `| ${plain(title)} | ${OUTCOMES[outcome]} | ${points} / ${maximum} | ${seen} |\n`;
};

/* As a character reference no sign has a meaning to Markdown, to HTML or to a table, and nobody is mentioned. Code between backquotes stays code. */
const plain = (text: string): string =>
  visible(text)
    .split("`")
    .map((part, i, all) => {
      const safe = part.replace(/[^\p{L}\p{M}\p{N} .,;]/gu, (sign) => `&#${sign.codePointAt(0) ?? 0xfffd};`);
      return i % 2 === 1 ? (i < all.length - 1 ? `<code>${safe}</code>` : `&#96;${safe}`) : safe;
    })
    .join("");
