import { adviseOn, type Advice, baseConfigs, rules, teachingRules } from "@drydock/engine";
import { bases } from "@drydock/engine/bases/index.ts";
import type { Lesson } from "../../lesson.ts";
import { contextFolder, dockerfilePath } from "../../rubric/dockerfile-path.ts";
import { attempts, gradeAttempt, submissionOf } from "../lesson/attempts.ts";
import { below } from "../output/shown.ts";
import { graded } from "./graded.ts";
import type { Places } from "./places.ts";

/** The solution and every other right way earn everything, twice the same, and break no rule but those that the rubric accepts. */
export function passingProblems(folder: string, lesson: Lesson, places: Places): string[] {
  const problems: string[] = [];
  const broken = new Set<string>();
  const all = [["solution", below(folder, "solution")] as const, ...attempts(folder, "right")];
  for (const [name, attempt] of all) {
    const read = graded(lesson, attempt);
    if ("problem" in read) {
      problems.push(read.problem);
      continue;
    }
    const { report } = read;
    const fails = report.criteria.some(({ outcome }) => outcome === "fail");
    for (const verdict of report.criteria) {
      const { id, outcome, message } = verdict;
      // What waits for another criterion is told by that one.
      if (outcome === "pass" || (outcome === "blocked" && fails)) continue;
      problems.push(
        `${places.ofVerdict(attempt, verdict)}: ${name} does not pass ${id} (${outcome}): ${message}`,
      );
    }
    for (const { rule, message, range } of [
      ...(report.build?.warnings ?? []),
      ...adviceOn(lesson, attempt),
    ]) {
      const place = `${below(attempt, dockerfilePath(lesson.rubric.image))}:${range.start.line}:${range.start.column}`;
      if (lesson.rubric.accepts.includes(rule)) broken.add(rule);
      else problems.push(`${place}: ${rule}: ${message} (or accepts: [${rule}] in rubric.yaml)`);
    }
    if (JSON.stringify(report) !== JSON.stringify(gradeAttempt(lesson, attempt)))
      problems.push(`${attempt}:1:1: ${name} gets another report when it is graded twice`);
  }
  for (const [i, rule] of lesson.rubric.accepts.entries())
    if (!broken.has(rule) && isRule(rule))
      problems.push(
        `${places.at(["accepts", i])}: accepts names ${rule}, which neither solution/ nor right/ breaks`,
      );
  return problems;
}

const isRule = (name: string): boolean => [...rules, ...teachingRules].some((rule) => rule.name === name);

const adviceOn = (lesson: Lesson, folder: string): readonly Advice[] => {
  const { image } = lesson.rubric;
  const place = { dockerfile: dockerfilePath(image), folder: contextFolder(image) };
  return adviseOn(submissionOf(lesson, folder).files, place, baseConfigs(bases));
};
