import * as z from "zod/mini";
import { own } from "../../own.ts";
import type { Late } from "../../report.ts";
import type { Handed } from "../handed/handed.ts";

const ZONED = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/* 31 February would be a day in March. */
function isTime(text: string): boolean {
  const [, year, month, day] = ZONED.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day && !Number.isNaN(Date.parse(text));
}

const zoned = z
  .string()
  .check(z.refine(isTime, "expected a time that exists, with its zone, such as 2026-11-20T23:59:00Z"));
const amount = z.number().check(z.gte(0));

/** What a class' rule for late work may say: `--late FILE`, as YAML or JSON. */
export const lateRuleSchema: z.ZodMiniType<LateRule> = z.strictObject({
  due: zoned,
  graceMinutes: z._default(amount, 0),
  perDay: z.optional(z.union([z.strictObject({ percent: amount }), z.strictObject({ points: amount })])),
  rejectAfterDays: z.optional(amount),
  extensions: z._default(z.record(z.string(), zoned), {}),
});

export interface LateRule {
  readonly due: string;
  readonly graceMinutes: number;
  /** What each day that has begun costs: percent of the maximum, or points. */
  readonly perDay?: { readonly percent: number } | { readonly points: number } | undefined;
  /** Later than this there are no points. */
  readonly rejectAfterDays?: number | undefined;
  /** Other times that work is due, by id. */
  readonly extensions: Readonly<Record<string, string>>;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What lateness costs one attempt; undefined where it was in time, or where nothing tells when it came. */
export function lateness(
  rule: LateRule,
  handed: Pick<Handed, "id" | "of" | "at" | "late">,
  report: { readonly points: number; readonly maximum: number },
): Late | undefined {
  const extension = own(rule.extensions, handed.of ?? handed.id);
  if (handed.late === false) return undefined;
  const over = handed.at === undefined ? undefined : handed.at - Date.parse(extension ?? rule.due);
  const known = over !== undefined && over > rule.graceMinutes * MINUTE;
  if (!known && (handed.late !== true || extension !== undefined)) return undefined;
  const days = known ? Math.ceil(over / DAY) : 1;
  const rejected = rule.rejectAfterDays !== undefined && known && over > rule.rejectAfterDays * DAY;
  const { perDay } = rule;
  const cost = !perDay
    ? 0
    : days * ("points" in perDay ? perDay.points : (perDay.percent / 100) * report.maximum);
  const penalty = rejected ? report.points : Math.min(report.points, Math.round(cost * 100) / 100);
  return {
    minutes: known ? Math.floor(over / MINUTE) : null,
    days,
    penalty,
    score: Math.round((report.points - penalty) * 100) / 100,
  };
}
