import type { Evidence } from "../../check.ts";
import type { Report, Verdict } from "../../report.ts";
import { megabytes } from "../../look/words/words.ts";
import { overrideWords } from "../parts/told.ts";
import { layerList } from "./layer-list.ts";
import { escaped, name, sentence } from "./markup.ts";
import { outcomeWords } from "./outcome-words.ts";

/* A learner's image can have thousands of layers to tell of; what decides stands first. */
const EVIDENCE = 40;

/** One learner's criteria, each with what was seen. `anchor` is what a link to it names. */
export const learnerSection = (report: Report, anchor: string): string =>
  `<article class="learner" id="${anchor}"><header><h3>${name(report.submission.id)}</h3><p class="facts">${learnerFacts(
    report,
  )
    .map((fact) => `<span>${escaped(fact)}</span>`)
    .join("")}</p></header>
<ol class="criteria">${report.criteria.map((verdict) => criterion(verdict, report.rootCause === verdict.id)).join("")}</ol>
${layerList(report.build)}${report.notes.map((note) => `<p class="notes">Note: ${sentence(note)}.</p>`).join("")}</article>
`;

/** Points, and what was built. */
function learnerFacts({
  status,
  points,
  maximum,
  scoredMaximum,
  bonus,
  build,
  late,
  criteria,
}: Report): string[] {
  const facts = criteria.length === 0 ? [`${status}: no verdict`] : [`${points} of ${maximum} points`];
  if (bonus > 0) facts.push(`${bonus} extra`);
  if (scoredMaximum !== maximum) facts.push(`${scoredMaximum} of them decided`);
  if (late) facts.push(`late: ${late.penalty} less, ${late.score} count`);
  if (build?.outcome === "ok") facts.push(`${build.layers} layers on the base`, megabytes(build.bytes));
  if (build?.outcome === "error") facts.push("the image does not build");
  return facts;
}

function criterion(verdict: Verdict, root: boolean): string {
  const { outcome, title, points, maximum, bonus, message, because, cause, evidence, override } = verdict;
  const words = `${outcomeWords[outcome]}${root ? ", the first cause" : ""}`;
  const settled = override ? `<p class="place">${sentence(overrideWords(override))}</p>` : "";
  const told =
    outcome === "pass"
      ? settled && `<div class="told">${settled}</div>`
      : `<div class="told"><p>${sentence(message)}</p>${settled}${cause ? `<p class="place">${escaped(cause.file)}, line ${cause.range.start.line}</p>` : ""}${outcome === "blocked" ? "" : evidenceList(evidence)}${because === "" || outcome === "blocked" ? "" : `<p class="because">${sentence(because)}</p>`}</div>`;
  const score = maximum === 0 ? "" : `${points} / ${maximum}${bonus ? " extra" : ""}`;
  return `<li><span class="dot ${outcome}"></span><h4>${sentence(title)} <span class="state">${words}</span></h4><span class="num">${score}</span>${told}</li>`;
}

const evidenceList = (evidence: readonly Evidence[]): string =>
  evidence.length === 0
    ? ""
    : `<ul class="evidence">${evidence.slice(0, EVIDENCE).map(seen).join("")}${evidence.length > EVIDENCE ? `<li>and ${evidence.length - EVIDENCE} more</li>` : ""}</ul>`;

const seen = ({ text, state, reason }: Evidence): string =>
  `<li>${state === undefined ? "" : `<span class="chip${state === "cached" || state === "rerun" ? ` ${state}` : ""}">${escaped(state)}</span>`}<span><code>${escaped(text)}</code>${reason === undefined ? "" : ` <span class="why">${escaped(reason)}</span>`}</span></li>`;
