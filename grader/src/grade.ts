import type { BaseImageData, FileState } from "@drydock/engine";
import { buildFailure } from "./look/build/build-failure.ts";
import { canonicalJson } from "./canonical-json.ts";
import { DRYDOCK_VERSION } from "./drydock-version.ts";
import { type ImageState, inconclusive, type Judgement, judge, leaves } from "./judge.ts";
import type { Lesson, Session, Submission } from "./lesson.ts";
import { own } from "./own.ts";
import { digestOfFiles } from "./lesson-version.ts";
import { restoreProtected } from "./protect.ts";
import { buildFacts } from "./build-facts.ts";
import type { Report, Verdict } from "./report.ts";
import { ladderFor } from "./rubric/ladder.ts";
import type { Criterion, Question } from "./rubric/rubric.ts";
import { type Subject, subjectOf } from "./subject.ts";
import { testDigest } from "./test-digest.ts";
import { roundDown, statusOf, totalsOf } from "./totals.ts";

/** What a verdict depends on beside lesson and submission. */
export interface World {
  readonly bases: readonly BaseImageData[];
}

const IMPLIED: Criterion = {
  id: "builds",
  title: "The image builds",
  points: 0,
  bonus: false,
  given: true,
  when: null,
  because: "Nothing else can be seen before there is an image.",
  hints: [],
  test: { check: "builds", with: {} },
};

/** The verdict on a submission: a pure function of its arguments and of Drydock's version. */
export function grade(lesson: Lesson, submission: Submission, world: World): Report {
  const { rubric } = lesson;
  const { files, notes } = restoreProtected(submission.files, lesson.start, rubric.protect);
  const { session } = submission;
  const subject = subjectOf(lesson, submission, world.bases);
  const needsImage = rubric.criteria.some(({ test }) =>
    leaves(test).some(({ needs, judgesBuild }) => needs === "image" && !judgesBuild),
  );
  const judgesBuild =
    needsImage || rubric.criteria.some(({ test }) => leaves(test).some(({ needs }) => needs === "image"));
  const criteria =
    needsImage && !rubric.criteria.some(({ id }) => id === "builds")
      ? [IMPLIED, ...rubric.criteria]
      : rubric.criteria;
  const absent = judgesBuild && subject.dockerfileText === undefined;
  const image = !needsImage ? undefined : absent ? "blocked" : imageState(subject);
  const verdicts = new Map<string, Verdict>();
  const explained = new Map<string, string>();
  for (const criterion of criteria) verdictOf(criterion.id);
  const asked = session === undefined ? [] : rubric.questions;
  const answers = asked.map((question) => toVerdict(question, judgeQuestion(subject, question), session));
  const all = [...criteria.map(({ id }) => verdictOf(id)), ...answers];
  return assemble(lesson, submission, {
    all,
    absent,
    notes: [...(submission.notes ?? []), ...notes, ...sessionNotes(lesson, session)],
    files,
    subject,
    judgesBuild,
  });

  function verdictOf(id: string): Verdict {
    const known = verdicts.get(id);
    if (known) return known;
    const criterion = criteria.find((each) => each.id === id);
    if (!criterion) throw new Error(`no criterion is called ${id}`);
    const before = criterion.when === null ? undefined : verdictOf(criterion.when);
    const verdict = toVerdict(criterion, judgement(criterion, before), session);
    verdicts.set(id, verdict);
    return verdict;
  }

  function judgement(criterion: Criterion, before: Verdict | undefined): Judgement & { waitsFor?: string } {
    if (before?.outcome === "inconclusive")
      return {
        outcome: "inconclusive",
        message: `It hangs on “${before.title}”, which Drydock cannot decide. This check does not count.`,
      };
    if (before && before.outcome !== "pass") return { outcome: "blocked", waitsFor: before.title };
    if (absent && leaves(criterion.test).some(({ judgesBuild: judges }) => judges))
      return { outcome: "fail", message: `There is no ${subject.dockerfileName} in the submission.` };
    const found = judge(subject, criterion.test, image);
    if (found.outcome !== "fail" || found.explains === undefined) return found;
    const first = explained.get(found.explains);
    if (first !== undefined) return { outcome: "blocked", waitsFor: first };
    if (!criterion.bonus) explained.set(found.explains, criterion.title);
    return found;
  }
}

function imageState(subject: Subject): ImageState {
  const result = subject.build();
  if (result.image) return undefined;
  const failure = buildFailure(subject, result);
  return failure.outcome === "inconclusive" ? failure : "blocked";
}

function judgeQuestion(subject: Subject, question: Question): Judgement {
  try {
    return judge(
      subject,
      { check: question.check, with: { question: question.id, ...question.with } },
      undefined,
    );
  } catch (error) {
    const finding = inconclusive(error);
    if (finding) return finding;
    throw error;
  }
}

function toVerdict(
  asked: Criterion | Question,
  judgement: Judgement & { waitsFor?: string },
  session: Session | undefined,
): Verdict {
  const facts = judgement.outcome === "blocked" ? {} : (judgement.facts ?? {});
  const hints = "hints" in asked ? ladderFor(asked, facts).length : 0;
  const taken = own(session?.hints, asked.id);
  const finding = judgement.outcome === "blocked" ? undefined : judgement;
  const credit = judgement.outcome === "pass" ? 1 : judgement.outcome === "fail" ? (finding?.credit ?? 0) : 0;
  return {
    id: asked.id,
    title: asked.title,
    outcome: judgement.outcome,
    points: roundDown(asked.points * Math.min(1, Math.max(0, credit))),
    maximum: asked.points,
    ...("bonus" in asked && asked.bonus ? { bonus: true as const } : {}),
    message:
      finding?.message ??
      `Not judged yet: ${judgement.waitsFor === undefined ? "there is no image to look at" : `“${judgement.waitsFor}” comes first`}.`,
    because: asked.because,
    cause: finding?.cause ?? null,
    evidence: finding?.evidence ?? [],
    facts,
    test: testDigest(asked),
    hint: {
      next: Math.min(hints, typeof taken === "number" && taken > 0 ? Math.floor(taken) : 0),
      of: hints,
    },
  };
}

interface Graded {
  readonly all: readonly Verdict[];
  readonly absent: boolean;
  readonly notes: readonly string[];
  readonly files: FileState;
  readonly subject: Subject;
  readonly judgesBuild: boolean;
}

function assemble(
  lesson: Lesson,
  { id, session }: Submission,
  { all, absent, notes, files, subject, judgesBuild }: Graded,
): Report {
  return {
    format: 1,
    drydock: DRYDOCK_VERSION,
    lesson: lesson.id,
    lessonVersion: lesson.version,
    submission: { id, digest: digestOfGraded(files, session) },
    status: absent ? "ungradable" : statusOf(all),
    ...totalsOf(all),
    criteria: all,
    build: judgesBuild && !absent ? buildFacts(subject.build(), subject.dockerfileText ?? "") : null,
    notes,
  };
}

const digestOfGraded = (files: FileState, session: Session | undefined): string =>
  digestOfFiles(session === undefined ? files : { ...files, "session.json": canonicalJson(session) });

/** Digest of a submission as it is graded: protected files restored, its session beside them. */
export const submissionDigest = (lesson: Lesson, { files, session }: Submission): string =>
  digestOfGraded(restoreProtected(files, lesson.start, lesson.rubric.protect).files, session);

function sessionNotes(lesson: Lesson, session: Session | undefined): string[] {
  const notes: string[] = [];
  if (typeof session?.lesson === "string" && session.lesson !== lesson.id)
    notes.push("the session is of another lesson");
  if (typeof session?.version === "string" && session.version !== lesson.version)
    notes.push("the session is of another version of this lesson");
  if (session?.revealed === true) notes.push("the solution was shown");
  return notes;
}
