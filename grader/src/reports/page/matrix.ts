import type { Report } from "../../report.ts";
import type { ClassCriterion } from "./class-criteria.ts";
import { name, sentence } from "./markup.ts";
import { counted } from "../parts/counted.ts";
import { outcomeWords } from "./outcome-words.ts";

/** Learners by criteria, a shape and a word in each cell. Rows link to `learner-1`, `learner-2`, … in order. */
export function* matrix(reports: Iterable<Report>, criteria: readonly ClassCriterion[]): Generator<string> {
  const heads = criteria.map(
    ({ title, maximum }) =>
      `<th scope="col">${sentence(title)}<small>${maximum === 0 ? "&nbsp;" : maximum}</small></th>`,
  );
  yield `<div class="scroll" tabindex="0" role="region" aria-label="Matrix of learners and criteria"><table class="grid"><thead><tr><th scope="col">Learner<small>&nbsp;</small></th>${heads.join("")}<th scope="col">Hints<small>taken</small></th><th scope="col" class="n">Points<small>&nbsp;</small></th></tr></thead>\n<tbody>`;
  let at = 0;
  for (const report of reports) yield `${row(report, `learner-${++at}`, criteria)}\n`;
  const shares = criteria.map(({ passed, asked }) => `<td>${Math.round((100 * passed) / asked)} %</td>`);
  yield `</tbody>\n<tfoot><tr><th scope="row">Passed</th>${shares.join("")}<td></td><td></td></tr></tfoot></table></div>\n`;
  const key = (["pass", "fail", "inconclusive", "blocked"] as const).map(
    (outcome) =>
      `<span><span class="dot ${outcome}"></span>${outcomeWords[outcome]}${outcome === "blocked" ? " by another failure" : ""}</span>`,
  );
  yield `<p class="key">${key.join("")}</p>\n`;
}

function row(report: Report, anchor: string, criteria: readonly ClassCriterion[]): string {
  const verdicts = new Map(report.criteria.map((verdict) => [verdict.id, verdict]));
  const cells = criteria.map(({ id }) => {
    const verdict = verdicts.get(id);
    return verdict
      ? `<td><span class="dot ${verdict.outcome}" role="img" aria-label="${outcomeWords[verdict.outcome]}"></span></td>`
      : "<td></td>";
  });
  const hints = report.criteria.reduce((sum, { hint }) => sum + hint.next, 0);
  const score = counted(report);
  const points = score === undefined ? report.status : `${score} / ${report.scoredMaximum}`;
  return `<tr><th scope="row"><a href="#${anchor}">${name(report.submission.id)}</a></th>${cells.join("")}<td>${hints === 0 ? "–" : hints}</td><td class="n">${points}</td></tr>`;
}
