import type { Report } from "../../report.ts";
import type { ClassCriterion } from "./class-criteria.ts";
import { name, sentence } from "./markup.ts";

const CAUSES = 3;

/** What to talk about in class: the hardest criteria with what went wrong most often, and what a person has to settle. */
export function* talkingPoints(
  reports: Iterable<Report>,
  criteria: readonly ClassCriterion[],
): Generator<string> {
  yield `<aside aria-label="What to talk about">${hardest(criteria)}`;
  yield* review(reports);
  yield "</aside>";
}

function hardest(criteria: readonly ClassCriterion[]): string {
  const missed = criteria
    .filter(({ passed, asked }) => passed < asked)
    .sort((one, two) => one.passed / one.asked - two.passed / two.asked);
  const items = missed.map(({ title, passed, asked, blocked, causes }) => {
    const failed = causes.reduce((sum, { count }) => sum + count, 0);
    const told = causes
      .slice(0, CAUSES)
      .map(
        ({ example, count }) =>
          `<p>${count} of ${failed} that failed${count > 1 ? ", such as" : ""}: ${sentence(example)}</p>`,
      );
    if (blocked > 0) told.push(`<p>${blocked} blocked by another failure.</p>`);
    return `<li><b>${sentence(title)}</b><span class="num">${passed} of ${asked} passed</span><div class="track" role="img" aria-label="${passed} of ${asked} passed"><i style="width:${Math.round((100 * passed) / asked)}%"></i></div>${told.join("")}</li>`;
  });
  return `<section><h2>Hardest first</h2>${items.length === 0 ? "<p>Everybody passed everything.</p>" : `<ol class="hard">${items.join("\n")}</ol>`}</section>`;
}

function* review(reports: Iterable<Report>): Generator<string> {
  let at = 0;
  let any = false;
  for (const { criteria, notes, submission, status } of reports) {
    at++;
    if (status === "passed" || status === "failed") continue;
    const open = criteria.filter(({ outcome }) => outcome === "inconclusive");
    const failed = criteria.filter(({ outcome }) => outcome === "fail").slice(0, 1);
    const why =
      criteria.length > 0
        ? (open.length > 0 ? open : failed).map(({ message }) => message)
        : notes.slice(0, 1);
    if (!any) yield '<section><h2>To review</h2><ul class="review">';
    any = true;
    yield `<li><b><a href="#learner-${at}">${name(submission.id)}</a></b>${why.map((words) => `<p>${sentence(words)}</p>`).join("")}</li>\n`;
  }
  if (any) yield "</ul></section>";
}
