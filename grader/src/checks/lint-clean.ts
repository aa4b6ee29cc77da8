import type { BuildResult } from "@drydock/engine";
import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import type { Subject } from "../subject.ts";
import { code, plural, shorten } from "../look/words/words.ts";

const parameters = z.strictObject({
  rules: z
    .optional(z.array(z.string()))
    .check(z.describe("names of the rules that count; all, unless it says otherwise")),
  except: z.optional(z.array(z.string())).check(z.describe("names of rules that do not count")),
});

/** `docker build --check` finds none of these. */
export const lintClean: Check = defineCheck({
  name: "lintClean",
  topic: "build",
  needs: "image",
  summary: "docker build --check finds none of the rules",
  parameters,
  evaluate: (subject, wanted): Finding => warned(subject, subject.build(), wanted),
  fromPlan(subject, wanted): Finding | undefined {
    const { result, guessed } = subject.planned;
    return guessed || result.error ? undefined : warned(subject, result, wanted);
  },
});

function warned(
  subject: Subject,
  result: BuildResult,
  { rules, except = [] }: z.output<typeof parameters>,
): Finding {
  const warnings = result.warnings.filter(
    ({ rule }) => !except.includes(rule) && (rules === undefined || rules.includes(rule)),
  );
  const facts = { rules: [...new Set(warnings.map(({ rule }) => rule))].sort() };
  const [first] = warnings;
  if (!first) return { outcome: "pass", message: "The build's own check finds nothing.", facts };
  const more =
    warnings.length > 1
      ? ` There ${warnings.length === 2 ? "is" : "are"} ${plural(warnings.length - 1, "more warning")}.`
      : "";
  return {
    outcome: "fail",
    message: `The build's own check warns on line ${first.range.start.line}, ${code(first.rule)}: ${shorten(first.message, 200)}.${more}`,
    cause: { file: subject.dockerfileName, range: first.range },
    evidence: warnings.slice(0, 10).map(({ rule, message, range }) => ({
      kind: "problem",
      text: `line ${range.start.line}: ${rule}: ${shorten(message, 160)}`,
    })),
    facts,
  };
}
