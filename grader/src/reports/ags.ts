import type { ReportFormat } from "./format.ts";
import { counted } from "./parts/counted.ts";
import { listFormat } from "./parts/list-format.ts";
import { toldInShort } from "./parts/told.ts";

/**
 * A score of LTI Assignment and Grade Services 2.0, to be sent to `{lineitem}/scores` as
 * `application/vnd.ims.lis.v1.score+json`; of many, a list of them. `userId` is the submission's id: a roster with the launches' `sub`
 * makes it so.
 *
 * Canvas answers 422 to a score without its maximum, Moodle keeps a score under FullyGraded only: what a person must look at is
 * PendingManual. Of two that Moodle gets within one second the second is lost.
 */
export const ags: ReportFormat = listFormat("ags", "a score for LTI AGS 2.0", (report, { at }) => {
  const { submission, scoredMaximum, status } = report;
  const score = counted(report);
  const given = score !== undefined && scoredMaximum > 0;
  return {
    userId: submission.id,
    ...(given ? { scoreGiven: Math.max(0, score), scoreMaximum: scoredMaximum } : {}),
    activityProgress: given ? "Completed" : "Submitted",
    gradingProgress:
      score === undefined ? "Failed" : status === "needsReview" || !given ? "PendingManual" : "FullyGraded",
    timestamp: at,
    comment: toldInShort(report).join("\n"),
  };
});
