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
    const value = (wanted: string | number | boolean): string =>
      normal(typeof wanted === "string" ? computed(subject, wanted) : wanted);
    const list = Array.isArray(answer) ? answer.slice(0, 1000).map(normal) : [normal(answer)];
    const right = (): boolean => {
      if (equals !== undefined) return list.length === 1 && list[0] === value(equals);
      if (oneOf) return list.length === 1 && oneOf.some((each) => value(each) === list[0]);
      if (set) return same([...new Set(list)].sort(), [...new Set(set.map(value))].sort());
      if (order) return same(list, order.map(value));
      if (!within) return false;
      const [least, most] = Array.isArray(within)
        ? within.map((each) => Number(value(each)))
        : [Number(value(within.of)) - within.by, Number(value(within.of)) + within.by];
      const given = Number(list[0]);
      return list.length === 1 && list[0] !== "" && given >= (least ?? 0) && given <= (most ?? 0);
    };
    return right()
      ? { outcome: "pass", message: "The answer is right." }
      : { outcome: "fail", message: "The answer is not what the engine says." };
  },
});

const normal = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value).trim().toLowerCase()
    : "";
const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each, i) => each === b[i]);
