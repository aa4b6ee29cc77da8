import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { pack, type Ran, run } from "./run.ts";
import type { KubernetesJob } from "./kubernetes-job.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const LESSON = here("../testing/lessons/tide-table");
const home = mkdtempSync(join(tmpdir(), "drydock-docs-"));
/* Processes of many platforms, each of which installs the grader first. */
vi.setConfig({ testTimeout: 400_000 });

let tarball = "";
beforeAll(() => void (tarball = pack(home)), 180_000);
afterAll(() => rmSync(home, { recursive: true, force: true }), 60_000);

/** The fenced blocks of a page, in order, under the heading they stand below. */
function blocks(
  page: string,
): { readonly under: string; readonly language: string; readonly text: string }[] {
  let under = "";
  const found: { under: string; language: string; text: string }[] = [];
  const text = readFileSync(here(`../../docs/${page}`), "utf8");
  for (const [, title, language = "", body = ""] of text.matchAll(/^#+ ([^\n]*)$|^```(\w+)\n(.*?)^```$/gms))
    if (title === undefined) found.push({ under, language, text: body });
    else under = title;
  return found;
}

/** A folder as an instructor has it: the grader, a lesson, a class, and the recipes where they were unpacked. */
function desk(name: string): string {
  const folder = join(home, name);
  mkdirSync(join(folder, "bin"), { recursive: true });
  cpSync(tarball, join(folder, "drydock-grade.tgz"));
  cpSync(LESSON, join(folder, "lesson"), { recursive: true });
  for (const [id, attempt] of [
    ["ana", "start"],
    ["ben", "solution"],
    ["cem", "wrong/typed-in"],
  ] as const)
    cpSync(join(LESSON, attempt), join(folder, "submissions", id), { recursive: true });
  expect(
    run(folder, ["tar", "-xzf", "drydock-grade.tgz", "--strip-components=1", "package/recipes"]).status,
  ).toBe(0);
  return folder;
}

/** Lays a program on the path of a desk: what stands for a platform's own command. */
function program(folder: string, name: string, script: string): void {
  writeFileSync(join(folder, "bin", name), script);
  chmodSync(join(folder, "bin", name), 0o755);
}

/** Types a block into a shell that ends at the first failure. */
const type = (folder: string, text: string): Ran =>
  run(folder, ["bash", "-euo", "pipefail", "-c", text], {
    PATH: [join(folder, "bin"), dirname(process.execPath), process.env["PATH"]].join(delimiter),
    npm_config_cache: join(home, "npm-cache"),
  });
const read = (...names: string[]): string => readFileSync(join(...names), "utf8");

/** Zips the parts of a class under the names that a platform gives them. */
function zipped(folder: string, parts: Readonly<Record<string, string>>): void {
  for (const [to, from] of Object.entries(parts)) {
    mkdirSync(dirname(join(folder, "parts", to)), { recursive: true });
    cpSync(join(LESSON, from), join(folder, "parts", to));
  }
  const names = readdirSync(join(folder, "parts"));
  const done = run(join(folder, "parts"), ["python3", "-m", "zipfile", "-c", "../submissions.zip", ...names]);
  expect(done.status, done.stderr).toBe(0);
}

/** What must be there before a block, and what is there after it: by page, heading and place under it. */
const KNOWN: Readonly<Record<string, (text: string) => void>> = {
  "instructors.md, Grade a class, 1": (text) => {
    const folder = desk("grade");
    rmSync(join(folder, "recipes"), { recursive: true });
    rmSync(join(folder, "drydock-grade.tgz"));
    /* Packing takes a clone; it was done once for all blocks. */
    program(folder, "npm", `#!/bin/sh\n[ "$*" = "run pack" ] && cp ${tarball} .\n`);
    const words = text.replaceAll("LESSON SUBMISSION", "lesson submissions/ben");
    const done = type(folder, words);
    expect(done.status, done.stderr).toBe(0);
    expect(done.stdout).toContain('"status": "passed"');
    expect(done.stdout).toContain("drydock-grade COMMAND --help");
    expect(readdirSync(join(folder, "recipes"))).toContain("gradescope");
  },
  "instructors.md, A whole class on your own machine, 1": (text) => {
    const folder = desk("class");
    const done = type(folder, text);
    expect(done.status, done.stderr).toBe(0);
    expect(done.stdout).toContain("3 submissions, 3 graded, 1 with all points");
    expect(readdirSync(join(folder, "feedback"))).toEqual(["ana.html", "ben.html", "cem.html"]);
    for (const file of ["class.csv", "class.html"]) expect(read(folder, file)).toContain("cem");
  },
  "instructors.md, Gradescope, 1": (text) => {
    const folder = desk("gradescope");
    const done = type(folder, text);
    expect(done.status, done.stderr).toBe(0);
    expect(existsSync(join(folder, "autograder.zip"))).toBe(true);
  },
  "instructors.md, Moodle, 1": (text) => {
    const folder = desk("moodle");
    zipped(folder, {
      "O'Brien, Zoë_101_assignsubmission_file/Dockerfile": "solution/Dockerfile",
      "Ben Bo_102_assignsubmission_file/Dockerfile": "start/Dockerfile",
      "Ben Bo_103_assignsubmission_file/Containerfile": "solution/Dockerfile",
    });
    const row = (id: number, name: string): string =>
      `"Participant ${id}","${name}",x${id}@school.example,,4.50,Yes,"Friday, 20 November 2026, 10:00 AM",-,\r\n`;
    const head =
      'Identifier,"Full name","Email address",Grade,"Maximum grade","Grade can be changed","Last modified (submission)","Last modified (grade)","Feedback comments"';
    writeFileSync(
      join(folder, "worksheet.csv"),
      `\uFEFF${head}\r\n${row(101, "O'Brien, Zoë")}${row(102, "Ben Bo")}${row(103, "Ben Bo")}${row(104, "No Show")}`,
    );
    const done = type(folder, text);
    expect(done.status, done.stderr).toBe(0);
    expect(done.stderr).toContain("1 on the roster, handed in nothing: 104");
    const rows = read(folder, "out/worksheet.csv").split("\n");
    expect(rows.map((line) => /^"Participant (\d+)","([\d.]+)","-"/.exec(line)?.slice(1))).toEqual([
      undefined,
      ["101", "4.50"],
      ["102", "2.00"],
      ["103", "4.50"],
      undefined,
    ]);
    expect(existsSync(join(folder, "out/feedback.zip"))).toBe(true);
  },
  "instructors.md, Canvas, 1": (text) => {
    const folder = desk("canvas");
    zipped(folder, {
      "obrienzoe_101_9001_Dockerfile-1": "solution/Dockerfile",
      boben_LATE_102_9002_Dockerfile: "start/Dockerfile",
      boben_103_9003_Dockerfile: "solution/Dockerfile",
    });
    writeFileSync(
      join(folder, "gradebook.csv"),
      `\uFEFFStudent,ID,SIS User ID,SIS Login ID,Section,Dockerfile lab (4711),Final Score
    Points Possible,,,,,4.5,(read only)
"O'Brien, Zoë",101,s-1,zoe,S1,,80
"Bo, Ben",102,s-2,ben,S1,,1
"Bo, Ben",103,,ben2,"S1 and S2",,1
"Show, No",104,,no,S1,,1
`,
    );
    const done = type(folder, text);
    expect(done.status, done.stderr).toBe(0);
    expect(read(folder, "out/grades.csv")).toBe(
      `"Student","ID","SIS User ID","SIS Login ID","Section","Dockerfile lab (4711)"
"    Points Possible","","","","","4.5"
"O'Brien, Zoë","101","s-1","zoe","S1","4.50"
"Bo, Ben","102","s-2","ben","S1","2.00"
"Bo, Ben","103","","ben2","S1 and S2","4.50"
`,
    );
    expect(run(folder, ["python3", "-m", "zipfile", "-l", "out/feedback.zip"]).stdout).toMatch(
      /boben_LATE_102_9002_feedback\.html/,
    );
  },
  "instructors.md, For programs, 1": (text) => {
    const folder = installed("programs");
    writeFileSync(
      join(folder, "main.mjs"),
      `${text}\nconsole.log((await grade("lesson", "submissions/ana")).status);`,
    );
    expect(run(folder, [process.execPath, "main.mjs"])).toMatchObject({ stdout: "failed\n", status: 0 });
  },
  "library.md, Grading from a program, 1": (text) => {
    const folder = installed("library");
    const paths = text
      .replace("lessons/03-layers/05-order-for-the-cache", "lesson")
      .replace("submissions/ana", "submissions/ben");
    expect(paths).toContain('grade("lesson", "submissions/ben")');
    writeFileSync(join(folder, "main.mjs"), paths);
    expect(run(folder, [process.execPath, "main.mjs"])).toMatchObject({
      stdout: "passed 4.5 of 4.5\n",
      status: 0,
    });
  },
  "library.md, The report, 1": (text) => {
    const folder = installed("report");
    expect(
      type(folder, "npx --yes drydock-grade lesson submissions/ana --report ndjson=line.ndjson").status,
    ).toBe(0);
    const line =
      'import { readFileSync } from "node:fs";\nconst line = readFileSync("line.ndjson", "utf8");\n';
    writeFileSync(join(folder, "main.mjs"), line + text);
    const done = run(folder, [process.execPath, "main.mjs"]);
    expect(done.stdout, done.stderr).toMatch(/^(\d+\.\d+\.\d+) \1\n$/);
  },
  "scale.md, Kubernetes, 1": (text) => {
    const folder = desk("kubernetes");
    cpSync(join(folder, "recipes/kubernetes/grade.yaml"), join(folder, "grade.yaml"));
    const job = parse(read(folder, "grade.yaml")) as KubernetesJob;
    const [container] = job.spec.template.spec.containers;
    const env = container?.env.map(({ name, value }) => `export ${name}="${value}"`).join("\n") ?? "";
    writeFileSync(
      join(folder, "pod.sh"),
      `${env}\n${container?.command[2]?.replaceAll("/tmp/grader", '"$POD"')}`,
    );
    /* A cluster: one pod after the other, each with a /tmp of its own. */
    program(
      folder,
      "kubectl",
      `#!/bin/sh
[ "$1" = wait ] && exec test -e applied
[ "$*" = "apply -f grade.yaml" ] || exit 1
for index in $(seq 0 ${job.spec.completions - 1}); do
  JOB_COMPLETION_INDEX=$index POD="$PWD/pod-$index" HOME="$PWD" /bin/sh pod.sh || exit 1
done
touch applied
`,
    );
    merges(folder, text);
  },
  "scale.md, Slurm, 1": (text) => {
    const folder = desk("slurm");
    cpSync(join(folder, "recipes/slurm/grade.sbatch"), join(folder, "grade.sbatch"));
    /* A cluster: sbatch [--array=LIST] FILE, one task after the other. */
    program(
      folder,
      "sbatch",
      `#!/bin/bash
set -e
list=$(sed -n 's/^#SBATCH --array=//p' grade.sbatch)
case $1 in --array=*) list=\${1#--array=}; shift ;; esac
tasks=$(for part in \${list//,/ }; do seq "\${part%-*}" "\${part#*-}"; done)
for task in $tasks; do
  SLURM_ARRAY_TASK_ID=$task SLURM_ARRAY_TASK_MIN=$(head -n 1 <<< "$tasks") SLURM_ARRAY_TASK_MAX=$(tail -n 1 <<< "$tasks") \\
    SLURM_CPUS_PER_TASK=1 SLURM_RESTART_COUNT=0 bash "$1"
done
`,
    );
    merges(folder, text);
    /* Two tasks alone once more: the division stays what it was. */
    rmSync(join(folder, "results/shard-1.ndjson"));
    rmSync(join(folder, "results/shard-3.ndjson"));
    merges(folder, text.replace("sbatch grade", "sbatch --array=1,3 grade"));
  },
};

function installed(name: string): string {
  const folder = desk(name);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const done = type(folder, "npm install --no-audit --no-fund ./drydock-grade.tgz");
  expect(done.status, done.stderr).toBe(0);
  return folder;
}

/** What the parts come to is what one run would have said. */
function merges(folder: string, text: string): void {
  const done = type(folder, text);
  expect(done.status, done.stdout + done.stderr).toBe(0);
  const single = type(folder, "npx --yes ./drydock-grade.tgz batch lesson submissions --report ndjson");
  expect(single.stdout.split("\n")).toHaveLength(4);
  expect(read(folder, "class.ndjson")).toBe(single.stdout);
}

const PAGES = ["instructors.md", "library.md", "scale.md"];
const counts = new Map<string, number>();
const written = PAGES.flatMap((page) =>
  blocks(page).map(({ under, language, text }) => {
    const place = `${page}, ${under}`;
    counts.set(place, (counts.get(place) ?? 0) + 1);
    return { name: `${place}, ${counts.get(place)}`, language, text };
  }),
);

describe("what the pages say to type is typed", () => {
  test("every block is known, and nothing is known that is no block", () =>
    expect(written.map(({ name }) => name).sort()).toEqual(Object.keys(KNOWN).sort()));

  test.each(written)("$name", ({ name, text }) => {
    expect.hasAssertions();
    KNOWN[name]?.(text);
  });
});
