import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Report } from "../../report.ts";
import { reportFormats } from "../../reports/index.ts";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));
const LESSON = fileURLToPath(new URL("../../../testing/lessons/tide-table", import.meta.url));
const home = mkdtempSync(join(tmpdir(), "drydock-after-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

function run(...words: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], {
    cwd: home,
    encoding: "utf8",
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "drydock-compiled") },
  });
  return { status, out: stdout, err: stderr };
}
const reports = (text: string): Report[] =>
  text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Report);
const points = (text: string): Record<string, number> =>
  Object.fromEntries(reports(text).map((report) => [report.submission.id, report.points]));
const verdict = (text: string, id: string, criterion: string): Report["criteria"][number] | undefined =>
  reports(text)
    .find(({ submission }) => submission.id === id)
    ?.criteria.find((each) => each.id === criterion);

const OVERRIDES = `- submission: "101"
  criterion: sorts-once
  points: 1
  comment: explained it in class.
  by: Dr. Ray
`;

beforeAll(() => {
  for (const [id, attempt] of [
    ["101", "start"],
    ["102", "solution"],
    ["103", "wrong/typed-in"],
    ["104", "right/two-stages"],
  ])
    cpSync(join(LESSON, attempt ?? ""), join(home, "class", id ?? ""), { recursive: true });
  writeFileSync(join(home, "class/105.tar"), "no tar");
  writeFileSync(join(home, "settled.yaml"), OVERRIDES);
  const done = run("batch", LESSON, "class", "--timeout", "120", "--report", "ndjson=first.ndjson");
  if (done.status !== 4) throw new Error(done.err);
}, 120_000);

const first = (): string => readFileSync(join(home, "first.ndjson"), "utf8");

test("what a person settled counts, and every report says so", () => {
  /* Canvas takes points and nothing else; ndjson is looked at by itself. */
  const formats = reportFormats.map(({ name }) => name).filter((name) => !/^(?:canvas|ndjson)$/.test(name));
  const words = ["batch", LESSON, "class", "--timeout", "120", "--overrides", "settled.yaml", "--quiet"];
  const done = run(
    ...words,
    "--report",
    "ndjson=settled.ndjson",
    ...formats.flatMap((name) => ["--report", `${name}=settled/${name}`]),
  );
  expect(done, done.err).toMatchObject({ status: 4, err: "" });
  const settled = readFileSync(join(home, "settled.ndjson"), "utf8");
  expect(points(settled)["101"]).toBe((points(first())["101"] ?? 0) + 1);
  expect(verdict(settled, "101", "sorts-once")).toMatchObject({
    points: 1,
    outcome: "fail",
    override: { by: "Dr. Ray", comment: "explained it in class.", points: 0, outcome: "fail" },
  });
  for (const name of formats)
    expect(readFileSync(join(home, "settled", name), "utf8"), name).toMatch(
      name === "xapi" ? /"urn:drydock:settled-by-a-person": \[\s+"/ : /Dr\. Ray/,
    );
  expect(run(LESSON, "class/101", "--overrides", "settled.yaml", "--report", "text").out).toContain(
    "Settled by Dr. Ray",
  );
});

test("a decision survives regrading, and can be taken back only by grading without it", () => {
  const settled = readFileSync(join(home, "settled.ndjson"), "utf8");
  expect(run("regrade", "settled.ndjson", "--rubric", join(LESSON, "rubric.yaml")).out).toBe(
    settled.replaceAll(/"notes":\[\]/g, '"notes":["regraded under another rubric, from what was stored"]'),
  );
  expect(run("regrade", "settled.ndjson").out).toBe(settled);
  writeFileSync(join(home, "resumed.ndjson"), settled);
  run("batch", LESSON, "class", "--timeout", "120", "--resume", "--report", "ndjson=resumed.ndjson");
  expect(readFileSync(join(home, "resumed.ndjson"), "utf8")).toBe(first());
});

test("a decision that would change nothing is told, one that cannot be is refused", () => {
  const decide = (submission: string, criterion: string, points: number) => {
    const decision = [{ submission, criterion, points, by: "Ray" }];
    writeFileSync(join(home, "other.json"), JSON.stringify(decision));
    return run("regrade", "first.ndjson", "--overrides", "other.json");
  };
  expect(decide("nobody", "sorts-once", 1)).toMatchObject({ status: 4, out: first() });
  expect(decide("nobody", "sorts-once", 1).err).toContain("1 settled, but not in the report: nobody");
  expect(decide("105", "sorts-once", 1).err).toContain("1 settled, but there is no verdict on it: 105");
  expect(decide("101", "sorts-onc", 1)).toMatchObject({ status: 2, out: "" });
  expect(decide("101", "sorts-once", 3).err).toContain("101: 3 points are more than the 2 of sorts-once");
  writeFileSync(join(home, "wrong.yaml"), OVERRIDES.replace("sorts-once", "sorts-onc"));
  const done = run("batch", LESSON, "class", "--overrides", "wrong.yaml");
  expect(done).toMatchObject({ status: 2, out: "" });
  expect(done.err).toMatch(
    /wrong\.yaml:\d+:\d+: no criterion is called "sorts-onc"; did you mean sorts-once\?/,
  );
});

test("other points need no submission; every grade that fell is told; what is asked anew is told from the others", () => {
  const rubric = readFileSync(join(LESSON, "rubric.yaml"), "utf8");
  const id = "sorts-once";
  const weights = rubric.replace(new RegExp(`(id: ${id}[^]*?points: )2`), "$14");
  writeFileSync(join(home, "weights.yaml"), weights);
  const done = run("regrade", "first.ndjson", "--rubric", "weights.yaml");
  expect(done.status, done.err).toBe(4);
  expect(points(done.out)).toMatchObject({
    101: points(first())["101"],
    102: (points(first())["102"] ?? 0) + 2,
  });
  expect(done.err).toBe("0 grades fell\n");

  writeFileSync(join(home, "less.yaml"), rubric.replace(new RegExp(`(id: ${id}[^]*?points: )2`), "$11"));
  const less = run("regrade", "first.ndjson", "--rubric", "less.yaml");
  expect(less.err).toMatch(/^102: 5\.5 of 4\.5 to 4\.5 of 3\.5 points \(sorts-once 2 to 1\)$/m);

  writeFileSync(join(home, "other.yaml"), rubric.replace(/edit: notes\.txt/, "edit: tides.txt"));
  const other = run("regrade", "first.ndjson", "--rubric", "other.yaml");
  expect(verdict(other.out, "102", id)).toMatchObject({ outcome: "inconclusive", points: 0 });
  expect(reports(other.out).find(({ submission }) => submission.id === "102")?.status).toBe("needsReview");
});

test("compare: what changed, and nothing where nothing did", () => {
  expect(run("compare", "first.ndjson", "first.ndjson").out).toBe("0 different, 5 the same\n");
  expect(run("compare", "first.ndjson", "settled.ndjson").out).toMatch(
    /^101: failed, 1 of 4\.5 to 2 of 4\.5 points\n {2}sorts-once: fail 0 to fail 1: After an edit.*\n1 different, 4 the same\n$/,
  );
  writeFileSync(join(home, "fewer.ndjson"), first().split("\n").slice(1).join("\n"));
  expect(run("compare", "first.ndjson", "fewer.ndjson", "--json").out).toBe(
    `${JSON.stringify({ id: "101", before: { status: "failed", points: 1, maximum: 4.5 }, after: null, criteria: [] })}\n`,
  );
});

test("stats: pass rate, discrimination, hints", () => {
  const { criteria, ...figures } = JSON.parse(run("stats", "first.ndjson", "--json").out) as Record<
    string,
    unknown
  > & {
    criteria: readonly { id: string; passed: number; decided: number; discrimination: number | null }[];
  };
  expect(figures).toMatchObject({ submissions: 5, graded: 4, passed: 2 });
  expect(criteria.find(({ id }) => id === "sorts-once")?.passed).toBeGreaterThanOrEqual(2);
  expect(run("stats", "first.ndjson").out).toMatch(/^sorts-once +2 +\d of \d +\d+ % /m);
});

test("feedback: one page a learner, under names that the platform reads", () => {
  expect(run("feedback", "first.ndjson", "pages", "--to", "moodle").status).toBe(0);
  expect(readdirSync(join(home, "pages")).sort()).toEqual(
    [101, 102, 103, 104, 105].map((id) => `Participant_${id}_assignsubmission_file_feedback.html`),
  );
  expect(
    readFileSync(join(home, "pages/Participant_101_assignsubmission_file_feedback.html"), "utf8"),
  ).toContain("misses the cache");
  mkdirSync(join(home, "from-canvas"));
  for (const name of [
    "doeana_101_9001_Dockerfile",
    "doeana_101_9002_app.py",
    "roebo_LATE_102_9003_Dockerfile-1",
  ])
    writeFileSync(join(home, "from-canvas", name), "");
  const canvas = run("feedback", "first.ndjson", "canvas", "--to", "canvas", "--submissions", "from-canvas");
  expect(readdirSync(join(home, "canvas")).sort()).toEqual([
    "doeana_101_9001_feedback.html",
    "roebo_LATE_102_9003_feedback.html",
  ]);
  expect(canvas.err).toContain("3 without a page");
});

test("a file that is no report is told with its line", () => {
  writeFileSync(join(home, "future.ndjson"), `${first().split("\n")[0]}\n{"format":2}\n`);
  expect(run("stats", "future.ndjson")).toMatchObject({
    status: 2,
    err: expect.stringMatching(
      /future\.ndjson:2: it is of format 2, and this version reads formats up to 1/,
    ) as string,
  });
  writeFileSync(join(home, "torn.ndjson"), first().slice(0, -20));
  expect(run("compare", "first.ndjson", "torn.ndjson").err).toMatch(
    /torn\.ndjson:5: the last line is cut off/,
  );
});

test("the report may be regraded into itself", () => {
  writeFileSync(join(home, "self.ndjson"), first());
  expect(
    run("regrade", "self.ndjson", "--overrides", "settled.yaml", "--report", "ndjson=self.ndjson").status,
  ).toBe(4);
  expect(verdict(readFileSync(join(home, "self.ndjson"), "utf8"), "101", "sorts-once")?.override?.by).toBe(
    "Dr. Ray",
  );
});
