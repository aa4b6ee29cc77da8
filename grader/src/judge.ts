import { isEngineError } from "@drydock/engine";
import type { Check, Finding } from "./check.ts";
import { findCheck } from "./checks/index.ts";
import { code, notSimulatedWords, sentence } from "./look/words/words.ts";
import type { Test } from "./rubric/rubric.ts";
import { notSimulatedIn } from "./replay.ts";
import type { Subject } from "./subject.ts";

/** What a check, or several put together, came to. */
export type Judgement = Finding | { readonly outcome: "blocked" };

/** Why nothing that needs the image can be judged; undefined where the image is there. */
export type ImageState = "blocked" | Finding | undefined;

const checkOf = (name: string): Check => {
  const check = findCheck(name);
  if (!check) throw new Error(`no check is called ${name}`);
  return check;
};

/** Every check of a test, combinators opened. */
export const leaves = (test: Test): readonly Check[] =>
  "check" in test ? [checkOf(test.check)] : ("any" in test ? test.any : test.all).flatMap(leaves);

/** `any` needs one that passes, `all` needs every one; the finding that decided speaks for the whole. */
export function judge(subject: Subject, test: Test, image: ImageState): Judgement {
  if ("check" in test) return judgeOne(subject, checkOf(test.check), test.with, image);
  const parts = ("any" in test ? test.any : test.all).map((part) => judge(subject, part, image));
  const first = (outcome: Judgement["outcome"]): Judgement | undefined =>
    parts.find((part) => part.outcome === outcome);
  const failed = parts.filter((part): part is Finding => part.outcome === "fail");
  if ("any" in test) {
    // A way that cannot be tried yet is still open.
    const open = first("pass") ?? first("inconclusive") ?? first("blocked");
    return open ?? withCredit(joined(failed, "Neither way holds. "), Math.max(...failed.map(earned)));
  }
  // What fails by itself is told before what fails because something else does.
  const deciding = failed.find(({ explains }) => explains === undefined) ?? failed[0];
  if (deciding) return withCredit(deciding, Math.min(...parts.map(earned)));
  const passed = parts.filter((part): part is Finding => part.outcome === "pass");
  return first("blocked") ?? first("inconclusive") ?? joined(passed, "");
}

/** Part of the points that one part of a test has earned. */
const earned = (part: Judgement): number =>
  part.outcome === "pass" ? 1 : part.outcome === "fail" ? (part.credit ?? 0) : 0;

/** The same finding with what all parts earn together, whichever of them speaks. */
const withCredit = (finding: Finding, credit: number): Finding => ({ ...finding, credit });

/** Several findings of one outcome as one; a test has a part at least. */
function joined(findings: readonly Finding[], before: string): Finding {
  const [first, ...rest] = findings;
  if (!first) throw new Error("a test without a part");
  if (rest.length === 0) return first;
  const { explains, ...said } = first;
  const shared = explains !== undefined && rest.every((finding) => finding.explains === explains);
  return {
    ...said,
    ...(shared ? { explains } : {}),
    message: before + findings.map(({ message }) => message).join(" "),
    cause: findings.find(({ cause }) => cause)?.cause,
    evidence: findings.flatMap(({ evidence = [] }) => evidence),
    facts: Object.assign({}, ...findings.map(({ facts = {} }) => facts)) as Record<string, unknown>,
  };
}

function judgeOne(subject: Subject, check: Check, parameters: unknown, image: ImageState): Judgement {
  if (check.needs === "image" && !check.judgesBuild && image !== undefined)
    return image === "blocked" ? { outcome: "blocked" } : (check.fromPlan?.(subject, parameters) ?? image);
  try {
    const finding = check.evaluate(subject, parameters);
    const hangsOnAll = check.needs === "machine" && (finding.outcome === "fail" || check.byAbsence === true);
    const unknown = hangsOnAll ? subject.replayed.unknown : undefined;
    if (!unknown) return finding;
    const said = notSimulatedIn(unknown.stderr);
    return {
      outcome: "inconclusive",
      message: `${code(unknown.line)} could not be run as it was: ${sentence(said)} This check does not count.`,
    };
  } catch (error) {
    const finding = inconclusive(error);
    if (finding) return finding;
    throw error;
  }
}

/** What Drydock does not model, or a limit of its own, decides nothing. */
export function inconclusive(error: unknown): Finding | undefined {
  if (isEngineError(error, "NOT_SIMULATED")) {
    const { what, real } = error.data;
    return { outcome: "inconclusive", message: notSimulatedWords(what, real) };
  }
  if (isEngineError(error, "LIMIT")) {
    const { what, limit } = error.data;
    return {
      outcome: "inconclusive",
      message: `Drydock stopped: the limit of ${limit} ${what} was reached. This check does not count.`,
    };
  }
  return undefined;
}
