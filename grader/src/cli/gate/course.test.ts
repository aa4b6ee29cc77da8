import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { RECIPIENT } from "../../../testing/sample-report.ts";
import { DRYDOCK_VERSION } from "../../drydock-version.ts";
import type { Report } from "../../report.ts";
import { ladderFor } from "../../rubric/ladder.ts";
import { bringRuntimes } from "../single/bring-runtimes.ts";
import { handedAt } from "../handed/handed.ts";
import { gate } from "./gate.ts";
import { gradePath } from "../single/grade-path.ts";
import { lessonsBelow } from "../lesson/lessons-below.ts";
import { loadLesson } from "../lesson/load-lesson.ts";
import { runPool } from "../batch/pool.ts";
import { survivors } from "./survivors.ts";

const COURSE = fileURLToPath(new URL("../../../../lessons", import.meta.url));
const home = mkdtempSync(join(tmpdir(), "drydock-course-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

bringRuntimes();
const lessons = lessonsBelow(COURSE);
const attemptsOf = (folder: string): string[] => [
  "start",
  "solution",
  ...["right", "wrong"].flatMap((kind) =>
    existsSync(join(folder, kind)) ? readdirSync(join(folder, kind)).map((name) => `${kind}/${name}`) : [],
  ),
];

test("there is a course", () => expect(lessons.length).toBeGreaterThan(2));

describe.each(lessons.map((folder) => [folder.slice(COURSE.length + 1), folder] as const))(
  "%s",
  (id, folder) => {
    test("the authoring gate is silent", async () => expect(await gate(folder)).toEqual([]));

    test("every small change of the solution costs a point, builds the same, or is tolerated with a reason", () =>
      expect(survivors(folder, loadLesson(folder))).toEqual([]));

    test("what each attempt is told, and the first hint that goes with it", async () => {
      const lesson = loadLesson(folder);
      const told: string[] = [];
      for (const attempt of attemptsOf(folder)
        .filter((name) => !/^right|^solution/.test(name))
        .sort()) {
        const { report } = await gradePath(lesson, join(folder, attempt));
        told.push(`${attempt}: ${report.points} of ${report.maximum}`);
        for (const verdict of report.criteria) {
          if (verdict.outcome === "pass") continue;
          const line =
            verdict.cause === null ? "" : ` [${verdict.cause.file}:${verdict.cause.range.start.line}]`;
          const asked = lesson.rubric.criteria.find((each) => each.id === verdict.id);
          const [hint] = asked && verdict.outcome === "fail" ? ladderFor(asked, verdict.facts) : [];
          told.push(
            `  ${verdict.id}, ${verdict.outcome}${line}: ${verdict.message}`,
            `    hint: ${hint ?? "none"}`,
          );
        }
      }
      await expect(`${told.join("\n")}\n`).toMatchFileSnapshot(
        join(import.meta.dirname, "../../../testing/told", `${id.replaceAll("/", "--")}.txt`),
      );
    });

    test("twenty submissions in a batch get the verdicts that they get one by one", async () => {
      const lesson = loadLesson(folder);
      const names = attemptsOf(folder);
      const paths = Array.from({ length: 20 }, (_, i) => {
        const to = join(home, id.replaceAll("/", "-"), `s${String(i).padStart(2, "0")}`);
        cpSync(join(folder, names[i % names.length] ?? "start"), to, { recursive: true });
        rmSync(join(to, "expect.yaml"), { force: true });
        return to;
      });
      const batched: Report[] = [];
      await runPool(
        paths.map(handedAt),
        { lesson: folder, formats: ["ndjson"], telling: { to: RECIPIENT } },
        2,
        30_000,
        {
          result: ({ entries }) => void batched.push(JSON.parse(entries.each[0] ?? "") as Report),
          spoil: (job, why) => {
            throw new Error(`${job.handed.id}: ${why}`);
          },
          stopped: () => false,
        },
      );
      const single = await Promise.all(paths.map(async (path) => (await gradePath(lesson, path)).report));
      expect(batched).toEqual(JSON.parse(JSON.stringify(single)));
      expect(batched[1]).toMatchObject({ drydock: DRYDOCK_VERSION, status: "passed" });
      expect(batched[0]?.status).not.toBe("passed");
    });
  },
);
