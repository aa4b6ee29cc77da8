import { existsSync, readFileSync } from "node:fs";
import { Workstation } from "@drydock/engine";
import { bases } from "@drydock/engine/bases/index.ts";
import type { Lesson } from "../lesson.ts";
import { below } from "./shown.ts";

/** Drydock's own words, where it does not model what was asked for; a command that fails as Docker's would is as the prose wants it. */
const OWN = /^(?:Drydock |.*: Drydock )/m;

/**
 * Types every `<Run>` of the prose in order, once into a fresh machine with the start and once with the solution, and tells where
 * Drydock itself has to give up.
 */
export function runProblems(folder: string, lesson: Lesson): string[] {
  const file = below(folder, "lesson.mdx");
  if (!existsSync(file)) return [];
  const text = readFileSync(file, "utf8");
  const problems = new Set<string>();
  for (const files of [lesson.start, lesson.solution]) {
    const machine = new Workstation({ bases, seed: lesson.id, files, blackBoxes: lesson.blackBoxes });
    for (const found of text.matchAll(/<Run>([^<\n]{1,1000})<\/Run>/g)) {
      const line = (found[1] ?? "")
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&amp;", "&")
        .trim();
      const { stderr } = machine.run(line);
      if (!OWN.test(stderr)) continue;
      const said = stderr.split("\n").find((each) => OWN.test(each)) ?? "";
      problems.add(`${file}:${text.slice(0, found.index).split("\n").length}:1: ${line}: ${said}`);
    }
  }
  return [...problems];
}
