import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lessonId } from "./lesson/load-lesson.ts";

const BIN = fileURLToPath(new URL("../../bin/drydock-grade.js", import.meta.url));
const LESSON = fileURLToPath(new URL("../../testing/lessons/tide-table", import.meta.url));
let home = "";
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "drydock-grade-"));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/* From an empty folder: the command line must find its own Node and its own modules. */
function run(...words: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...words], {
    cwd: home,
    encoding: "utf8",
  });
  return { status, out: stdout, err: stderr };
}

describe("exit status", () => {
  test.each([
    [0, ["--help"], /drydock-grade LESSON SUBMISSION/],
    [0, ["--version"], /^\d+\.\d+\.\d+$/m],
    [0, ["schema", "rubric"], /"staysCached"/],
    [0, ["schema", "report"], /"scoredMaximum"/],
    [0, ["batch", "--help"], /--shard I\/N +part I of N/],
    [0, ["help", "explain"], /^drydock-grade explain LESSON SUBMISSION CRITERION\n/],
    [0, ["check", LESSON], /^$/],
    [0, [LESSON, join(LESSON, "start")], /"status": "failed"/],
    [0, [LESSON, join(LESSON, "solution"), "--fail-under", "100"], /"status": "passed"/],
    [
      0,
      ["explain", LESSON, join(LESSON, "start"), "sorts-once"],
      /step +rerun +\[3\/4\] COPY \. \. {2}\(notes\.txt changed\)/,
    ],
    [1, [LESSON, join(LESSON, "start"), "--fail-under", "50"], /"points": 1/],
  ])("%i for %j", (status, words, out) => {
    const done = run(...words);
    expect(done, done.err).toMatchObject({ status });
    expect(done.out).toMatch(out);
  });

  test.each([
    [2, [], /LESSON and SUBMISSION are missing/],
    [2, [LESSON], /expected LESSON SUBMISSION/],
    [2, [LESSON, "nowhere"], /no submission nowhere/],
    [2, ["nowhere", LESSON], /no lesson folder nowhere/],
    [2, [LESSON, LESSON, "--report", "jsn"], /did you mean json\?/],
    [
      2,
      [LESSON, LESSON, "--reprot", "json"],
      /did you mean --report\?\nUsage: drydock-grade LESSON SUBMISSION/,
    ],
    [2, ["btach", LESSON, LESSON], /did you mean batch\?/],
    [2, ["schema", "rubrik"], /expected schema rubric\|report/],
    [2, ["explain", LESSON, join(LESSON, "start"), "sorts-onc"], /did you mean sorts-once\?/],
    [2, ["batch", LESSON, LESSON, "--jobs", "0"], /from 1 to 256/],
    [2, ["batch", LESSON, LESSON, "--shard", "3/2"], /I from 1 to N/],
    [3, [tmpdir(), LESSON], /rubric\.yaml:1:1: the file is missing/],
  ])("%i for %j", (status, words, err) => {
    const done = run(...words);
    expect(done).toMatchObject({ status, out: "" });
    expect(done.err).toMatch(err);
  });

  test("3 with every problem of a broken rubric, 4 for what is refused or cannot be graded", () => {
    mkdirSync(join(home, "broken"));
    writeFileSync(join(home, "broken/rubric.yaml"), "version: 1\ncriteria:\n  - id: a\n    titel: b\n");
    const broken = run("broken", LESSON);
    expect(broken.status).toBe(3);
    expect(
      broken.err.split("\n").filter((line) => /^broken\/rubric\.yaml:\d+:\d+: /.test(line)).length,
    ).toBeGreaterThan(2);
    writeFileSync(join(home, "bad.zip"), "no zip");
    expect(run(LESSON, "bad.zip")).toMatchObject({
      status: 4,
      out: expect.stringContaining('"status": "refused"') as string,
    });
    mkdirSync(join(home, "empty"));
    expect(run(LESSON, "empty")).toMatchObject({
      status: 4,
      out: expect.stringContaining('"status": "ungradable"') as string,
    });
  });
});

test("a folder, a bundle and a lone Dockerfile get the same verdict", () => {
  const dockerfile = readFileSync(join(LESSON, "solution/Dockerfile"), "utf8");
  const files = {
    Dockerfile: dockerfile,
    "tides.txt": readFileSync(join(LESSON, "start/tides.txt"), "utf8"),
    "notes.txt": readFileSync(join(LESSON, "start/notes.txt"), "utf8"),
  };
  writeFileSync(join(home, "one.json"), JSON.stringify({ format: 1, files, commands: [] }));
  writeFileSync(join(home, "Dockerfile"), dockerfile);
  cpSync(join(LESSON, "solution"), join(home, "one"), { recursive: true });
  writeFileSync(join(home, "one/session.json"), JSON.stringify({ commands: [], format: 1 }, null, 2));
  const folder = run(LESSON, "one").out;
  expect(run(LESSON, "one.json").out).toBe(folder);
  expect(JSON.parse(run(LESSON, "Dockerfile").out)).toMatchObject({
    submission: { id: "Dockerfile" },
    status: "passed",
    points: 4.5,
  });
});

test("a link does not lead out of the submission", () => {
  mkdirSync(join(home, "linked"));
  writeFileSync(join(home, "secret"), "hush");
  symlinkSync("../secret", join(home, "linked/Dockerfile"));
  expect(run(LESSON, "linked").out).not.toContain("hush");
});

describe("batch", () => {
  test("the same bytes at any parallelism, in order, and in shards", () => {
    for (const name of ["solution", "start", "wrong/typed-in", "right/two-stages"])
      cpSync(join(LESSON, name), join(home, "class", name.replace("/", "-")), { recursive: true });
    const one = run(
      "batch",
      LESSON,
      "class",
      "--jobs",
      "1",
      "--report",
      "ndjson",
      "--report",
      "junit=out/junit.xml",
      "--report",
      "json=out/all.json",
      "--report",
      "text=out/all.txt",
    );
    expect(one.status, one.err).toBe(0);
    expect(run("batch", LESSON, "class", "--jobs", "3", "--report", "ndjson").out).toBe(one.out);
    const shards = [1, 2].map((i) => run("batch", LESSON, "class", "--shard", `${i}/2`).out);
    expect(shards.join("").split("\n").sort()).toEqual(one.out.split("\n").sort());
    expect(
      one.out
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as { submission: { id: string } }).submission.id),
    ).toEqual(["right-two-stages", "solution", "start", "wrong-typed-in"]);
    expect(JSON.parse(readFileSync(join(home, "out/all.json"), "utf8"))).toHaveLength(4);
    expect(readFileSync(join(home, "out/junit.xml"), "utf8").match(/<testsuite /g)).toHaveLength(4);
    expect(readFileSync(join(home, "out/all.txt"), "utf8")).toContain(
      "start: not yet, 1 of 4.5 points and 1 extra (sorts-once)",
    );
  });

  test("one that is refused does not stop the others; two of one name stop the run", () => {
    writeFileSync(join(home, "class/broken.tar"), "no tar");
    const done = run("batch", LESSON, "class", "--report", "text");
    expect(done.status).toBe(4);
    expect(done.out.split("\n").filter(Boolean)).toHaveLength(5);
    writeFileSync(join(home, "class/start.json"), "{}");
    expect(run("batch", LESSON, "class")).toMatchObject({ status: 2, out: "" });
  });

  test("130 when it is interrupted; finished lines are whole", async () => {
    for (let i = 0; i < 300; i++)
      cpSync(join(LESSON, "start"), join(home, `many/s${i}`), { recursive: true });
    const child = spawn(
      process.execPath,
      [BIN, "batch", LESSON, join(home, "many"), "--jobs", "1", "--report", "ndjson"],
      { stdio: ["ignore", "pipe", "ignore"] },
    );
    let out = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      if (out === "") child.kill("SIGINT");
      out += chunk;
    });
    const status = await new Promise((resolve) => child.on("close", resolve));
    expect(status).toBe(130);
    const lines = out.trim().split("\n");
    expect(lines.length).toBeLessThan(300);
    for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
  });
});

test("no text, pipes, links in a class: refused with a reason, at once", () => {
  mkdirSync(join(home, "odd"));
  writeFileSync(join(home, "odd/essay.pdf"), Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 0xff]));
  writeFileSync(join(home, "odd/class.rar"), Buffer.from("Rar!\x1a\x07\0"));
  symlinkSync("/etc", join(home, "odd/out"));
  symlinkSync("nowhere", join(home, "odd/dangling"));
  spawnSync("mkfifo", [join(home, "odd/pipe")]);
  const done = run("batch", LESSON, "odd", "--report", "text");
  expect(done.status).toBe(4);
  expect(done.out.replaceAll("refused ", "")).toMatchInlineSnapshot(`
    "class.rar: (it is no text; expected a folder, a Dockerfile, a .zip, a .tar (.gz, .bz2, .xz) or a bundle (.json))
    dangling: (it is a link; the files themselves must be handed in)
    essay.pdf: (it is no text; expected a folder, a Dockerfile, a .zip, a .tar (.gz, .bz2, .xz) or a bundle (.json))
    out: (it is a link; the files themselves must be handed in)
    pipe: (it is neither a file nor a folder)
    "
  `);
});

test("a lesson's id is its path below the nearest folder lessons", () => {
  expect(lessonId("/a/lessons/b/lessons/03-layers/01-one")).toBe("03-layers/01-one");
  expect(lessonId("/a/b/cache-order/")).toBe("cache-order");
});
