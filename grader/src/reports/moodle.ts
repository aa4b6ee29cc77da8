import { plural } from "../look/words/words.ts";
import type { ReportFormat } from "./format.ts";
import { counted, forGradebook } from "./parts/counted.ts";
import { csvRow } from "./parts/csv-row.ts";
import { toldInShort } from "./parts/told.ts";

/**
 * Moodle's offline grading worksheet (mod/assign/feedback/offline/importgradeslib.php), in English.
 *
 * Moodle passes over a row without a word whose grade is empty or above the maximum: extra points that do not fit are told in the
 * feedback, and what a person must look at gets no grade yet. It also passes over a row whose grade was changed since the time that stands
 * in it: that time comes back as the worksheet has it that was given as a roster. Without one it is `-`, older than any change.
 */
export const moodle: ReportFormat = {
  name: "moodle",
  summary: "Moodle's offline grading worksheet (CSV)",
  one: (report, to) => moodle.open + moodle.entry(report, to),
  open: csvRow(["Identifier", "Grade", "Last modified (grade)", "Feedback comments"]),
  entry(report, { learners }) {
    const { id } = report.submission;
    const known = learners?.get(id);
    const { score, cut } = forGradebook(report);
    const so = counted(report);
    return csvRow([
      known?.["identifier"] || (/^\d+$/.test(id) ? `Participant ${id}` : asComment(id)),
      score === undefined ? "" : score.toFixed(2),
      known?.["last modified (grade)"] || "-",
      asComment(
        [
          ...toldInShort(report),
          cut > 0
            ? `${plural(cut, "extra point does", "extra points do")} not fit into the maximum of ${report.maximum}.`
            : "",
          score === undefined && so !== undefined ? `So far ${so} of ${report.maximum} points.` : "",
        ]
          .filter(Boolean)
          .map((line) => line.replace(/\.$/, ""))
          .join("; "),
      ),
    ]);
  },
  between: "",
  close: "",
};

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '\\"': "\\&quot;" };

/*
 * Moodle keeps a comment as HTML. And it reads the file with PHP's fgetcsv, from which a backslash hides the quote behind it: the cell would
 * end at some other quote, the row have more cells than the first, and Moodle refuse the whole file. Measured with PHP 8.2.
 */
const asComment = (text: string): string =>
  text.replace(/[&<>]|\\"/g, (sign) => SIGNS[sign] ?? sign).replace(/\\$/, "\\ ");
