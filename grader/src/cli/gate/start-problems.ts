import type { Lesson } from "../../lesson.ts";
import type { Report } from "../../report.ts";
import type { Places } from "./places.ts";

/** What the start passes is given, and what is given it passes. */
export function startProblems({ rubric }: Lesson, start: Report, places: Places): string[] {
  return start.criteria.flatMap(({ id, outcome, message, bonus }) => {
    if (bonus) return [];
    const given = rubric.criteria.find((criterion) => criterion.id === id)?.given ?? true;
    const place = places.of(id);
    if (given && outcome !== "pass" && id !== "builds")
      return [`${place}: start/ does not pass ${id}, which is given (${outcome}): ${message}`];
    if (!given && outcome === "pass")
      return [`${place}: start/ passes ${id} already, and it is not given: true`];
    return !given && outcome === "inconclusive"
      ? [`${place}: start/ does not fail ${id} (${outcome}): ${message}`]
      : [];
  });
}
