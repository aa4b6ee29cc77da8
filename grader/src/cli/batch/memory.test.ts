import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { sampleReport, sampleVerdict } from "../../../testing/sample-report.ts";
import { reportFormats } from "../../reports/index.ts";
import { ndjson } from "../../reports/ndjson.ts";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));
const home = mkdtempSync(join(tmpdir(), "drydock-memory-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const WORDS = "`COPY . .` (line 3) misses the cache and takes `pip install` with it. ".repeat(8);
const LEARNERS = 10_000;
/* Those that tell of a class as a whole, and could be tempted to hold it. */
const formats = reportFormats.filter(({ ofClass }) => ofClass);
/* Less than the reports themselves weigh: a format that held them, or its own text, would end the process. */
const HEAP_MEGABYTES = 40;

test("ten thousand reports in every format of a class, in a heap that is smaller than they are", () => {
  const file = join(home, "all.ndjson");
  writeFileSync(file, "");
  for (let i = 0; i < LEARNERS; i += 500)
    appendFileSync(
      file,
      Array.from({ length: 500 }, (_, k) => {
        const learner = i + k;
        const criteria = ["small", "quick", "safe", "clean"].map((id, n) =>
          learner % (n + 2) === 0
            ? sampleVerdict(id, "pass")
            : sampleVerdict(id, "fail", `${learner}: ${WORDS}`, { because: WORDS }),
        );
        return ndjson.entry(sampleReport(`learner-${learner}`, criteria), { at: "", site: "" });
      }).join(""),
    );
  expect(statSync(file).size).toBeGreaterThan(HEAP_MEGABYTES * 1e6);
  const words = formats.flatMap(({ name }) => ["--report", `${name}=out/${name}`]);
  const done = spawnSync(
    process.execPath,
    [`--max-old-space-size=${HEAP_MEGABYTES}`, MAIN, "regrade", file, "--quiet", ...words],
    { cwd: home, encoding: "utf8" },
  );
  expect(done.status, done.stderr.slice(-500)).toBe(0);
  expect(readdirSync(join(home, "out"))).toHaveLength(formats.length);
  for (const { name } of formats)
    expect(statSync(join(home, "out", name)).size, name).toBeGreaterThan(
      name === "github" ? 500 : LEARNERS * 20,
    );
}, 300_000);
