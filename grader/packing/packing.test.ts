import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { parse } from "yaml";
import type { KubernetesJob } from "./kubernetes-job.ts";
import { pack, run } from "./run.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const RECIPES = here("../recipes");
const LESSON = here("../testing/lessons/tide-table");
const home = mkdtempSync(join(tmpdir(), "drydock-recipes-"));
let tarball = "";
/* A process or two for every platform, each of which installs the grader first. */
vi.setConfig({ testTimeout: 240_000 });

beforeAll(() => {
  tarball = join(home, "drydock-grade.tgz");
  renameSync(pack(home), tarball);
}, 180_000);
afterAll(() => rmSync(home, { recursive: true, force: true }), 60_000);

/** A new folder with these files and folders of the lesson or the tarball in it: `{ "submission": "wrong/typed-in" }`. */
function place(name: string, what: Readonly<Record<string, string>>): string {
  const folder = join(home, name);
  mkdirSync(folder, { recursive: true });
  for (const [to, from] of Object.entries(what)) {
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    cpSync(from === "tarball" ? tarball : from === "lesson" ? LESSON : join(LESSON, from), join(folder, to), {
      recursive: true,
    });
  }
  return folder;
}
const read = (...names: string[]): string => readFileSync(join(...names), "utf8");
const json = (...names: string[]): Record<string, unknown> =>
  JSON.parse(read(...names)) as Record<string, unknown>;
const recipe = (path: string): Record<string, unknown> =>
  parse(read(RECIPES, path)) as Record<string, unknown>;

test("the packed grader grades in an empty folder, without this repository and without a network", () => {
  const folder = place("empty", { submission: "start", lesson: "lesson", "grader.tgz": "tarball" });
  const npx = ["npx", "--yes", "./grader.tgz"];
  const env = { npm_config_cache: join(home, "npm-cache") };
  const own = run(folder, [
    process.execPath,
    here("../src/cli/main.ts"),
    "lesson",
    "submission",
    "--report",
    "json",
  ]);
  const packed = run(folder, [...npx, "lesson", "submission", "--report", "json"], env);
  expect(packed.status, packed.stderr).toBe(0);
  expect(packed.stdout).toBe(own.stdout);
  expect(run(folder, [...npx, "check", "lesson"], env)).toMatchObject({ status: 0, stdout: "" });
  /* Threads and Python are found beside the bundle as well. */
  mkdirSync(join(folder, "class"));
  const python = here("../../lessons/02-first-dockerfile/01-build-and-run");
  cpSync(join(python, "solution"), join(folder, "class", "solution"), { recursive: true });
  const csv = run(folder, [...npx, "batch", python, "class", "--report", "csv", "--timeout", "120"], env);
  expect(csv.stdout).toMatch(/^"solution","passed","8","8"/m);
});

/** The `run` steps of a job of GitHub Actions, joined; expressions are put in place. */
function steps(file: string, job: string, values: Readonly<Record<string, string>> = {}): string {
  const jobs = recipe(file)["jobs"] as Record<
    string,
    { steps: { run?: string; env?: Record<string, string> }[] }
  >;
  const fill = (text: string): string =>
    text.replaceAll(/\$\{\{ *([^}]+?) *\}\}/g, (_, name: string) => values[name] ?? "");
  return (jobs[job]?.steps ?? [])
    .filter(({ run: script }) => script !== undefined)
    .map(({ run: script = "", env = {} }) =>
      [
        ...Object.entries(env).map(([name, value]) => `export ${name}=${JSON.stringify(fill(value))}`),
        fill(script),
      ].join("\n"),
    )
    .join("\n");
}
/** As a runner of GitHub starts a step. */
const actions = (folder: string, script: string) => {
  const file = join(folder, "step.sh");
  writeFileSync(file, script);
  const out = {
    GITHUB_STEP_SUMMARY: join(folder, "step-summary.md"),
    GITHUB_OUTPUT: join(folder, "step-output"),
  };
  return run(folder, ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", file], out);
};

describe("GitHub", () => {
  const checkedOut = { "grading/drydock-grade.tgz": "tarball", "grading/lesson": "lesson" };

  test("Actions: annotations, a summary, a red run and a green one", () => {
    const red = place("actions-red", { ...checkedOut, submission: "start" });
    const failed = actions(red, steps("github/grade.yml", "grade"));
    expect(failed.status, failed.stderr).toBe(1);
    expect(failed.stdout).toContain("::error file=Dockerfile,line=3");
    expect(read(red, "step-summary.md")).toContain("|");
    expect(json(red, "report.json")).toMatchObject({ status: "failed" });
    const green = place("actions-green", { ...checkedOut, submission: "solution" });
    expect(actions(green, steps("github/grade.yml", "grade")).status).toBe(0);
  });

  test("Classroom: the reporter gets the points", () => {
    const folder = place("classroom", { ...checkedOut, submission: "wrong/typed-in" });
    const ran = actions(folder, steps("github/classroom.yml", "autograding"));
    expect(ran.status, ran.stderr).toBe(0);
    const [, result = ""] = /^result=(\S+)$/m.exec(read(folder, "step-output")) ?? [];
    expect(JSON.parse(Buffer.from(result, "base64").toString())).toMatchObject({
      version: 1,
      status: "fail",
      max_score: 4.5,
    });
  });

  test("the parts of a class are, merged, the class in one", () => {
    const folder = place("class", {
      "drydock-grade.tgz": "tarball",
      lesson: "lesson",
      "submissions/ana": "start",
      "submissions/ben": "solution",
      "submissions/cem": "wrong/typed-in",
    });
    writeFileSync(join(folder, "submissions", "dora.zip"), "no zip");
    for (const shard of [1, 2]) {
      const values = { "matrix.shard": String(shard), "strategy.job-total": "2" };
      const ran = actions(folder, steps("github/class.yml", "grade", values));
      expect(ran.status, ran.stderr).toBe(0);
    }
    expect(actions(folder, steps("github/class.yml", "merge")).status).toBe(0);
    const single = run(folder, [
      process.execPath,
      here("../src/cli/main.ts"),
      "batch",
      "lesson",
      "submissions",
      "--report",
      "ndjson",
    ]);
    expect(read(folder, "class.ndjson")).toBe(single.stdout);
  });
});

test("GitLab: JUnit and code quality beside the submission, from a clone of the grading project", () => {
  const folder = place("gitlab", {
    "grading/drydock-grade.tgz": "tarball",
    "grading/lesson": "lesson",
    submission: "start",
  });
  const job = recipe("gitlab/.gitlab-ci.yml")["grade"] as {
    script: string[];
    artifacts: { reports: Record<string, string> };
  };
  const [clone = "", ...script] = job.script;
  expect(clone).toMatch(/^git clone .* \.\.\/grading$/);
  const ran = run(join(folder, "submission"), ["bash", "-eo", "pipefail", "-c", script.join("\n")]);
  expect(ran.status, ran.stderr).toBe(1);
  expect(read(folder, "submission", job.artifacts.reports["junit"] ?? "")).toContain("<testsuites");
  expect(json(folder, "submission", job.artifacts.reports["codequality"] ?? "")).toHaveLength(2);
});

describe("Gradescope", () => {
  test("the zip has both scripts at its top, they set up and grade", () => {
    const folder = place("gradescope", { submission: "wrong/typed-in" });
    const made = run(folder, ["bash", join(RECIPES, "gradescope/make-zip.sh"), LESSON, tarball]);
    expect(made.status, made.stderr).toBe(0);
    expect(run(folder, ["python3", "-m", "zipfile", "-e", "autograder.zip", "source"]).status).toBe(0);
    expect(readdirSync(join(folder, "source")).sort()).toEqual([
      "drydock-grade.tgz",
      "lesson",
      "run_autograder",
      "setup.sh",
    ]);
    /* Node is there already, so that nothing has to be fetched. */
    const prefix = join(folder, "opt");
    mkdirSync(join(prefix, "node/bin"), { recursive: true });
    writeFileSync(join(prefix, "node/bin/node"), `#!/bin/sh\nexec "${process.execPath}" "$@"\n`, {
      mode: 0o755,
    });
    const env = { SOURCE: join(folder, "source"), AUTOGRADER: folder, PREFIX: prefix };
    expect(run(folder, ["bash", "source/setup.sh"], env)).toMatchObject({ status: 0, stdout: "0.1.0\n" });
    const ran = run(folder, ["bash", "source/run_autograder"], env);
    expect(ran.status, ran.stderr).toBe(0);
    expect(json(folder, "results", "results.json")).toMatchObject({
      score: 3,
      extra_data: { status: "failed" },
    });

    rmSync(join(folder, "submission", "Dockerfile"));
    expect(run(folder, ["bash", "source/run_autograder"], env).status).toBe(0);
    expect(json(folder, "results", "results.json")).toMatchObject({
      score: 0,
      extra_data: { status: "ungradable" },
    });

    rmSync(join(folder, "results"), { recursive: true });
    writeFileSync(join(folder, "source", "lesson", "rubric.yaml"), "version: 2\n");
    expect(run(folder, ["bash", "source/run_autograder"], env).status).toBe(3);
    expect(readdirSync(join(folder, "results"))).toEqual([]);
  });
});

test("PrairieLearn: the question's files, and its run script leaves a score", () => {
  const question = "prairielearn/course/questions/dockerfile";
  const info = json(RECIPES, question, "info.json");
  expect(info).toMatchObject({
    gradingMethod: "External",
    externalGradingOptions: { enabled: true, serverFilesCourse: ["drydock/"] },
  });
  expect(read(RECIPES, question, "question.html")).toContain('file-name="Dockerfile"');
  const folder = place("prairielearn", {
    "serverFilesCourse/drydock/drydock-grade.tgz": "tarball",
    "tests/lesson": "lesson",
    "student/Dockerfile": "wrong/everything-first/Dockerfile",
  });
  const script = join(folder, "serverFilesCourse/drydock/run.sh");
  cpSync(join(RECIPES, "prairielearn/course/serverFilesCourse/drydock/run.sh"), script);
  const ran = run(folder, ["/bin/sh", script], { GRADE: folder });
  expect(ran.status, ran.stderr).toBe(0);
  expect(json(folder, "results", "results.json")).toMatchObject({ gradable: true });
  expect(json(folder, "results", "results.json")["score"]).toBeCloseTo(2 / 4.5);
});

/** Zips the parts of a class under the names that a platform gives them. */
function zipped(folder: string, names: Readonly<Record<string, string>>): string {
  const parts = place(`${basename(folder)}/parts`, names);
  const zip = join(folder, "submissions.zip");
  expect(run(parts, ["python3", "-m", "zipfile", "-c", zip, ...readdirSync(parts)]).status).toBe(0);
  return zip;
}

test("Moodle: what it hands out goes in, what it takes back comes out", () => {
  const folder = place("moodle", { "drydock-grade.tgz": "tarball" });
  const zip = zipped(folder, {
    "Ana Alb_101_assignsubmission_file/Dockerfile": "solution/Dockerfile",
    "Ben Bö_102_assignsubmission_file/Dockerfile": "wrong/everything-first/Dockerfile",
  });
  writeFileSync(
    join(folder, "sheet.csv"),
    'Identifier,Grade,"Last modified (grade)"\n"Participant 101",,-\n"Participant 102",2.00,"Friday, 20 November 2026, 10:00 AM"\n',
  );
  const script = join(RECIPES, "moodle/round-trip.sh");
  const ran = run(folder, ["bash", script, LESSON, zip, "out", "sheet.csv"]);
  expect(ran.status, ran.stderr).toBe(0);
  expect(read(folder, "out", "worksheet.csv")).toMatch(/Participant 101/);
  expect(read(folder, "out", "worksheet.csv")).toMatch(/"Participant 102","2.00","Friday, 20 November/);
  expect(run(folder, ["bash", script, LESSON, zip, "plain"]).status).toBe(0);
  const listed = run(folder, ["python3", "-m", "zipfile", "-l", "out/feedback.zip"]).stdout;
  expect(listed).toMatch(/_101_assignsubmission_file/);
  expect(listed).toMatch(/_102_assignsubmission_file/);
});

test("Canvas: what it hands out goes in, what it takes back comes out", () => {
  const folder = place("canvas", { "drydock-grade.tgz": "tarball" });
  const zip = zipped(folder, {
    albana_101_9001_Dockerfile: "solution/Dockerfile",
    "boben_LATE_102_9002_Dockerfile-1": "wrong/everything-first/Dockerfile",
  });
  writeFileSync(
    join(folder, "roster.csv"),
    'Student,ID,SIS User ID,SIS Login ID,Section\n"Alb, Ana",101,s-1,ana,S1\n"Bo, Ben",102,s-2,ben,S1\n',
  );
  const script = join(RECIPES, "canvas/round-trip.sh");
  const ran = run(folder, ["bash", script, LESSON, zip, "Dockerfile lab (4711)", "roster.csv", "out"]);
  expect(ran.status, ran.stderr).toBe(0);
  expect(read(folder, "out", "grades.csv")).toMatch(/Dockerfile lab \(4711\)/);
  expect(read(folder, "out", "grades.csv")).toMatch(/^"Alb, Ana","101","s-1","ana","S1","4.50"$/m);
  const listed = run(folder, ["python3", "-m", "zipfile", "-l", "out/feedback.zip"]).stdout;
  expect(listed).toMatch(/albana_101_9001_/);
  expect(listed).toMatch(/boben_LATE_102_9002_/);
});

describe("clusters", () => {
  const volume = (name: string): string =>
    place(name, {
      "drydock-grade.tgz": "tarball",
      lesson: "lesson",
      "submissions/ana": "start",
      "submissions/ben": "solution",
      "submissions/cem": "wrong/typed-in",
    });
  const merged = (folder: string): string =>
    run(folder, ["bash", "-c", "cat results/shard-*.ndjson | LC_ALL=C sort"]).stdout;
  const single = (folder: string): string =>
    run(folder, [
      process.execPath,
      here("../src/cli/main.ts"),
      "batch",
      "lesson",
      "submissions",
      "--report",
      "ndjson",
    ]).stdout;

  test("Kubernetes: the Job's own command, once for each index, gives the bytes of a single run", () => {
    const job = recipe("kubernetes/grade.yaml") as unknown as KubernetesJob;
    expect([job.apiVersion, job.kind, job.spec.completionMode]).toEqual(["batch/v1", "Job", "Indexed"]);
    /* What the API server demands: a failure policy needs Never, its codes are not 0 and sorted, its containers exist, so do volumes. */
    const { template, podFailurePolicy, completions, parallelism } = job.spec;
    expect(template.spec.restartPolicy).toBe("Never");
    const [container, ...others] = template.spec.containers;
    expect(others).toEqual([]);
    for (const { action, onExitCodes, onPodConditions } of podFailurePolicy.rules) {
      expect(["Ignore", "FailIndex", "FailJob", "Count"]).toContain(action);
      expect(onExitCodes ?? onPodConditions).toBeDefined();
      if (!onExitCodes) continue;
      expect(onExitCodes.containerName).toBe(container?.name);
      expect(onExitCodes.values).toEqual([2, 3]);
    }
    expect(container?.volumeMounts.map(({ name }) => name)).toEqual(
      template.spec.volumes.map(({ name }) => name),
    );
    const shards = container?.env.find(({ name }) => name === "SHARDS")?.value;
    expect([Number(shards), parallelism]).toEqual([completions, completions]);

    const folder = volume("kubernetes");
    const [shell = "", flag = "", script = ""] = container?.command ?? [];
    for (const index of [0, 1]) {
      const own = script.replaceAll("/tmp/grader", join(home, `pod-${index}`));
      const ran = run(folder, [shell, flag, own], {
        JOB_COMPLETION_INDEX: String(index),
        SHARDS: "2",
      });
      expect(ran.status, ran.stderr).toBe(0);
    }
    expect(merged(folder)).toBe(single(folder));
    writeFileSync(join(folder, "lesson", "rubric.yaml"), "version: 2\n");
    const broken = script.replaceAll("/tmp/grader", join(home, "pod-broken"));
    expect(run(folder, [shell, flag, broken], { JOB_COMPLETION_INDEX: "0", SHARDS: "2" }).status).toBe(3);
  });

  test("Slurm: the array's script, once for each task, gives the bytes of a single run", () => {
    const folder = volume("slurm");
    const script = join(RECIPES, "slurm/grade.sbatch");
    expect(read(script)).toMatch(/^#!\/bin\/bash\n(?:#.*\n)*?#SBATCH --job-name/);
    const range = /^#SBATCH --array=(\d+)-(\d+)$/m.exec(read(script)) ?? [];
    const [first, last] = [Number(range[1]), Number(range[2])];
    expect([first, last]).toEqual([0, 7]);
    for (const task of [0, 1]) {
      const env = {
        SLURM_ARRAY_TASK_ID: String(task),
        SLURM_ARRAY_TASK_MIN: String(first),
        SLURM_ARRAY_TASK_MAX: "1",
        SLURM_CPUS_PER_TASK: "1",
      };
      const ran = run(folder, ["bash", script], env);
      expect(ran.status, ran.stderr).toBe(0);
    }
    expect(merged(folder)).toBe(single(folder));
  });
});

test("every script of a recipe is one for its shell", () => {
  const scripts = readdirSync(RECIPES, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.sh$|run_autograder$|\.sbatch$/.test(path),
  );
  expect(scripts.length).toBe(7);
  expect(scripts.filter((path) => run(RECIPES, ["bash", "-n", path]).status !== 0)).toEqual([]);
});
