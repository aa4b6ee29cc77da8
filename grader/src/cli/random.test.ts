import { fileURLToPath } from "node:url";
import { bases } from "@drydock/engine/bases/index.ts";
import { expect, test } from "vitest";
import { Dice } from "../../testing/random/dice.ts";
import { randomSubmission } from "../../testing/random/random-submission.ts";
import { grade } from "../grade.ts";
import { readReport } from "../read-report.ts";
import { bringRuntimes } from "./single/bring-runtimes.ts";
import { lessonsBelow } from "./lesson/lessons-below.ts";
import { loadLesson } from "./lesson/load-lesson.ts";

/* DRYDOCK_RUNS=10000 asks as many as one wants; DRYDOCK_SEED begins elsewhere, and with one run shows one again. */
const RUNS = Number(process.env.DRYDOCK_RUNS ?? 60);
const FIRST = Number(process.env.DRYDOCK_SEED ?? 0);

bringRuntimes();
const folders = [
  fileURLToPath(new URL("../../testing/lessons/tide-table", import.meta.url)),
  ...lessonsBelow(fileURLToPath(new URL("../../../lessons", import.meta.url))),
];
const lessons = folders.map(loadLesson);

test(
  `${RUNS} random submissions: each comes to a report, and to the same one again`,
  () => {
    const statuses = new Set<string>();
    for (let seed = FIRST; seed < FIRST + RUNS; seed++) {
      const lesson = lessons[seed % lessons.length];
      if (!lesson) throw new Error("there is no lesson");
      const submission = randomSubmission(new Dice(seed), lesson, `random-${seed}`);
      const told = (): string => JSON.stringify(grade(lesson, submission, { bases }));
      let first = "";
      try {
        first = told();
      } catch (error) {
        throw new Error(`seed ${seed} of ${lesson.id}`, { cause: error });
      }
      expect(told(), `seed ${seed}`).toBe(first);
      const report = readReport(JSON.parse(first));
      expect(report.points, `seed ${seed}`).toBeLessThanOrEqual(report.scoredMaximum);
      expect(first.isWellFormed(), `seed ${seed}`).toBe(true);
      statuses.add(report.status);
    }
    /* Else the dice are loaded. */
    expect(statuses.size).toBeGreaterThan(1);
  },
  60_000 + RUNS * 2000,
);
