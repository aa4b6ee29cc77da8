import * as fc from "fast-check";
import type { Outcome, Report, Verdict } from "../../src/report.ts";
import { statusOf, totalsOf } from "../../src/totals.ts";

/* What readers of each format trip over: their own signs, half characters, what cannot be seen, and much of it. */
const SIGNS = [
  '\\"hi\\", ok',
  "ends with \\",
  "<b>&amp;</b>",
  "]]><!--",
  "::error::x",
  "%0A::set-output name=a::b",
  "# SKIP all",
  "not ok 1",
  "1..0",
  "...\n---",
  "=cmd()|'x'!A1",
  "+1,2;3",
  "@ana [a](b) | c `d",
  "\r\n\t",
  "\u0000\u001b[2J\u009b",
  "\ud800",
  "\udc00\ufffe\uffff",
  "\u202eevil\u2069",
  "می\u200cخواهم 👩\u200d💻",
  'Doe, Ana "Annie" O\'Neil',
  "𝔘".repeat(3000),
  "",
] as const;
const words = fc
  .array(fc.oneof(fc.constantFrom(...SIGNS), fc.string({ maxLength: 12, unit: "binary" })), { maxLength: 3 })
  .map((parts) => parts.join(" "));
const name = words.map((text) => (text.trim() === "" ? "x" : text));
const halves = fc.integer({ min: 0, max: 10 }).map((number) => number / 2);
const outcomes: readonly Outcome[] = ["pass", "fail", "inconclusive", "blocked"];

const verdictOf = (id: string): fc.Arbitrary<Verdict> =>
  fc
    .record({
      title: name,
      outcome: fc.constantFrom(...outcomes),
      maximum: halves,
      share: fc.constantFrom(0, 0.33, 0.5),
      bonus: fc.boolean(),
      message: words,
      because: words,
      file: name,
      line: fc.integer({ min: 1, max: 9999 }),
      placed: fc.boolean(),
      evidence: fc.array(fc.record({ kind: fc.constant("output" as const), text: words }), { maxLength: 3 }),
      by: fc.option(name),
      comment: words,
    })
    .map(({ title, outcome, maximum, share, bonus, message, because, evidence, ...more }) => {
      const { file, line, placed, by, comment } = more;
      const earned =
        outcome === "pass" ? maximum : outcome === "fail" ? Math.floor(maximum * share * 100) / 100 : 0;
      const place = { start: { line, column: 1 }, end: { line, column: 2 } };
      return {
        id,
        title,
        outcome,
        points: earned,
        maximum,
        ...(bonus ? { bonus: true as const } : {}),
        message,
        because,
        cause: placed ? { file, range: place } : null,
        evidence,
        facts: {},
        ...(by === null ? {} : { override: { by, comment, points: 0, outcome: "fail" as const } }),
        hint: { next: 0, of: 3 },
      };
    });

/** A report as a grade could write it, of a rubric with these criteria, over the oddest words. */
const reportOf = (ids: readonly string[]): fc.Arbitrary<Report> =>
  fc
    .record({
      id: name,
      lesson: name,
      criteria: fc.tuple(...ids.map(verdictOf)),
      spoiled: fc.option(fc.constantFrom("refused" as const, "error" as const), { freq: 4 }),
      absent: fc.boolean(),
      notes: fc.array(name, { maxLength: 2 }),
      penalty: fc.option(halves),
    })
    .map(({ id, lesson, spoiled, absent, notes, penalty, ...more }) => {
      const criteria = spoiled === null ? more.criteria : [];
      const totals = totalsOf(criteria);
      const score = Math.max(0, totals.points - (penalty ?? 0));
      return {
        format: 1,
        drydock: "1.0.0",
        lesson,
        lessonVersion: "sha256:0",
        submission: { id, digest: "" },
        status: spoiled ?? (absent ? "ungradable" : statusOf(criteria)),
        ...totals,
        criteria,
        build: null,
        notes,
        ...(penalty === null || spoiled ? {} : { late: { minutes: 5, days: 1, penalty, score } }),
      };
    });

/** Reports on a class of nobody to a few, each learner under a name of their own. */
export const randomClass: fc.Arbitrary<readonly Report[]> = fc
  .uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 4 })
  .chain((ids) =>
    fc.uniqueArray(reportOf(ids), { maxLength: 4, selector: ({ submission }) => submission.id }),
  );
