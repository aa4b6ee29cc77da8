import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { computed } from "../look/expression.ts";
import { own } from "../own.ts";

const one = z
  .union([z.string(), z.number(), z.boolean()], "a text, a number or an expression")
  .check(z.meta({ title: "value" }));

/** The learner's answer to a question of the lesson. The right one may be computed, so that it cannot go stale. */
export const answered: Check = defineCheck({
  name: "answered",
  topic: "answers",
  needs: "files",
  summary: "the answer to a question is right",
  parameters: z.strictObject({
    question: z
      .optional(z.string())
      .check(z.describe("the question, where it is not the criterion's own id")),
    equals: z
      .optional(one)
      .check(
        z.describe(
          "the right answer; `layers(solution)` and its kind are computed, so that they cannot go stale",
        ),
      ),
    oneOf: z.optional(z.array(one)).check(z.describe("each of these is right")),
    set: z.optional(z.array(one)).check(z.describe("all of these, in any order")),
    order: z.optional(z.array(one)).check(z.describe("all of these, in this order")),
    within: z
      .optional(
        z.union(
          [z.tuple([one, one]), z.strictObject({ of: one, by: z.number() })],
          "[least, most] or { of, by }",
        ),
      )
      .check(z.describe("the least and the most, or a number and how far off it may be")),
  }),
  evaluate(subject, { question = "", equals, oneOf, set, order, within }): Finding {
    const answer = own(subject.session?.answers, question);
    if (answer === undefined || answer === null) return { outcome: "fail", message: "No answer was given." };
    const value = (wanted: Value): Value => (typeof wanted === "string" ? computed(subject, wanted) : wanted);
    const list = [answer].flat().slice(0, MOST);
    const [only, ...more] = list;
    const one = (fits: boolean): Finding => verdict(Number(more.length === 0 && fits), 1);
    if (equals !== undefined) return one(isRight(only, value(equals)));
    if (oneOf) return one(oneOf.some((each) => isRight(only, value(each))));
    if (set) {
      const wanted = set.map(value);
      const right = wanted.filter((each) => list.some((item) => isRight(item, each))).length;
      const extra = list.filter((item) => !wanted.some((each) => isRight(item, each)));
      return verdict(right, wanted.length + new Set(extra.map(String)).size);
    }
    if (order) {
      const right = order.filter((each, i) => isRight(list[i], value(each))).length;
      return verdict(right, Math.max(order.length, list.length));
    }
    if (!within) return one(false);
    const [least, most] = Array.isArray(within)
      ? within.map((each) => Number(value(each)))
      : [Number(value(within.of)) - within.by, Number(value(within.of)) + within.by];
    const given = numberOf(only);
    return one(given >= (least ?? 0) && given <= (most ?? 0));
  },
});

type Value = string | number | boolean;

/** Items of an answer that are looked at. */
const MOST = 1000;

/** A number as people write it; of anything else NaN, which is neither more nor less than any. */
const numberOf = (given: unknown): number =>
  (typeof given === "string" || typeof given === "number") &&
  /^\s*[-+]?\d{1,20}(?:\.\d{1,20})?\s*$/.test(String(given))
    ? Number(given)
    : Number.NaN;

/** A figure by its value, so that `4.0` is 4; anything else as text, so that the tag `1.10` is not `1.1`. */
const isRight = (given: unknown, wanted: Value): boolean =>
  typeof wanted === "number"
    ? numberOf(given) === wanted
    : (typeof given === "object" ? undefined : plain(given)) === plain(wanted);

const plain = (value: unknown): string => String(value).trim().toLowerCase();

/** Each part of a list that is right earns its part. */
function verdict(right: number, of: number): Finding {
  if (right === of) return { outcome: "pass", message: "The answer is right." };
  const message = "The answer is not what the engine says.";
  if (of === 1) return { outcome: "fail", message };
  return {
    outcome: "fail",
    message: `${message} ${right} of ${of} parts of it are right.`,
    facts: { right, of },
    credit: right / of,
  };
}
