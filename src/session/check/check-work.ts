import type { Report, Verdict } from "@drydock/grader";
import { atom, type ReadableAtom } from "nanostores";
import { isSolved } from "./is-solved.ts";
import { type Mark, markOf } from "./mark.ts";
import type { Result, SessionHost } from "../session.ts";
import { slowly } from "../machine/slowly.ts";
import type { Saved } from "../vault/vault.ts";
import type { Work } from "../vault/work.ts";

/** Checks of the work, and what the last one said. */
export interface CheckedWork {
  readonly $result: ReadableAtom<Result | undefined>;
  /** A check takes longer than a moment. */
  readonly $checking: ReadableAtom<boolean>;
  /** @param work as it is now */
  mark(work: Work): Mark;
  check(): Promise<Report>;
  judge(question: string): Promise<Verdict | undefined>;
  /** The work is another than it was when it was checked. */
  touch(): void;
  /** It has not been checked. */
  clear(): void;
  saved(): Pick<Saved, "attempts" | "passed" | "result">;
  adopt(saved: Saved): void;
  /** The same learner checked elsewhere too. */
  join(saved: Pick<Saved, "attempts" | "passed">): void;
}

/** @param now the work, and when nothing runs any more that may change it */
export const checkWork = (
  { lesson, grade, judgesSession }: Pick<SessionHost, "lesson" | "grade" | "judgesSession">,
  now: { work(): Work; ready(): Promise<void> },
): CheckedWork => {
  const $result = atom<Result | undefined>();
  const $checking = atom(false);
  let attempts = 0;
  let cleared = 0;
  let passed = false;
  const judged = async (): Promise<{ work: Work; report: Report }> => {
    // A command that asks for something has not happened yet.
    await now.ready();
    const work = now.work();
    return { work, report: await grade(work) };
  };
  return {
    $result,
    $checking,
    mark: (work) => markOf({ passed, work }),
    async check() {
      const before = cleared;
      const { work, report } = await slowly($checking, judged());
      attempts += 1;
      // What was copied from the solution was not solved.
      passed ||= !work.revealed && isSolved(lesson, report);
      const { files, commands } = now.work();
      // A reset meanwhile: it is about work that is not there any more.
      if (before === cleared)
        $result.set({ report, stale: files !== work.files || (judgesSession && commands !== work.commands) });
      return report;
    },
    async judge(question) {
      const report = await grade(now.work(), question);
      return report.criteria.find(({ id }) => id === question);
    },
    touch: () => {
      const result = $result.get();
      if (result && !result.stale) $result.set({ ...result, stale: true });
    },
    clear: () => {
      cleared += 1;
      $result.set(undefined);
    },
    saved: () => {
      const result = $result.get();
      return {
        attempts,
        passed,
        result: result && { report: JSON.stringify(result.report), stale: result.stale },
      };
    },
    adopt: (saved) => {
      attempts = saved.attempts;
      passed ||= saved.passed;
      $result.set(
        saved.result && { report: JSON.parse(saved.result.report) as Report, stale: saved.result.stale },
      );
    },
    join: (saved) => {
      attempts = Math.max(attempts, saved.attempts);
      passed ||= saved.passed;
    },
  };
};
