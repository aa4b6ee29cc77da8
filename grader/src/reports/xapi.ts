import { digestOf } from "@drydock/engine";
import type { Report } from "../report.ts";
import type { ReportFormat } from "./format.ts";
import { address } from "./parts/address.ts";
import { counted } from "./parts/counted.ts";
import { listFormat } from "./parts/list-format.ts";

/**
 * An xAPI statement: this learner was scored in this lesson; of many, a list of them, as a store takes it.
 *
 * A statement never changes: its id comes from what was found, so that the same verdict sent twice is one statement and a regrade is
 * another. Source: adlnet/xAPI-Spec, xAPI-Data.md, 2.4.
 */
export const xapi: ReportFormat = listFormat("xapi", "an xAPI statement", (report, { at, site }) => ({
  id: identity(report, site),
  actor: { objectType: "Agent", account: { homePage: site, name: report.submission.id } },
  verb: { id: "http://adlnet.gov/expapi/verbs/scored", display: { en: "scored" } },
  object: {
    objectType: "Activity",
    id: `${site}/lessons/${address(report.lesson)}`,
    definition: { name: { en: report.lesson }, type: "http://adlnet.gov/expapi/activities/assessment" },
  },
  result: resultOf(report),
  timestamp: at,
}));

function resultOf(report: Report): Record<string, unknown> {
  const { scoredMaximum, maximum, status, criteria } = report;
  const score = counted(report);
  if (score === undefined) return { completion: false };
  const settled = criteria.filter(({ override }) => override).map(({ id }) => id);
  return {
    ...(scoredMaximum > 0
      ? {
          score: {
            scaled: Math.min(1, Math.max(0, score / scoredMaximum)),
            raw: score,
            min: 0,
            /* `raw` must not be above `max`: extra points raise both. */
            max: Math.max(scoredMaximum, score),
          },
        }
      : {}),
    ...(status === "needsReview" ? {} : { success: status === "passed" }),
    completion: status === "passed" || status === "failed",
    extensions: {
      "urn:drydock:maximum": maximum,
      "urn:drydock:settled-by-a-person": settled,
    },
  };
}

/** A UUID of version 8 (RFC 9562): ours, from a digest. */
function identity(
  { drydock, lesson, lessonVersion, submission, points, bonus, late }: Report,
  site: string,
): string {
  const facts = [site, drydock, lesson, lessonVersion, submission.id, submission.digest, points, bonus, late];
  const hex = digestOf(JSON.stringify(facts)).slice("sha256:".length);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-9${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
