import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { AttemptRule } from "../batch/plan.ts";
import { planOf } from "../batch/plan.ts";
import { readRoster, type Roster } from "../batch/roster.ts";
import { layouts } from "./index.ts";

const home = mkdtempSync(join(tmpdir(), "drydock-layouts-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));
let classes = 0;

/** A class of empty files at these paths, in a folder of its own. */
function classOf(paths: readonly string[], texts: Readonly<Record<string, string>> = {}, name = ""): string {
  const folder = join(home, `${classes++}`, name);
  mkdirSync(folder, { recursive: true });
  for (const path of [...paths, ...Object.keys(texts)]) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), texts[path] ?? "");
  }
  return folder;
}
interface More {
  readonly layout?: string;
  readonly roster?: Roster;
  readonly attempt?: AttemptRule;
}
function read(folder: string, { layout = "auto", roster, attempt }: More = {}): unknown {
  const plan = planOf(folder, { layout, roster, attempt });
  const short = (path: string): string => path.slice(folder.length + 1);
  return [
    plan.layout,
    ...plan.learners
      .flat()
      .map(
        ({ id, parts }) =>
          `${id} = ${parts.map(({ path, as }) => (as === undefined ? short(path) : `${short(path)} as ${as}`)).join(" + ")}`,
      ),
    ...plan.notices,
  ];
}

test("the list of layouts is the folder", () => {
  const files = readdirSync(import.meta.dirname).map((file) => file.replace(/\.ts$/, ""));
  const others = ["index", "layout", "layouts.test", "together"];
  expect(files.filter((file) => !others.includes(file)).sort()).toEqual(
    layouts.map(({ name }) => name).sort(),
  );
});

describe("what each platform hands out", () => {
  test("Moodle: folders, one archive or one file in a folder, typed text, files side by side", () => {
    const folder = classOf([
      "Ana Doe_11_assignsubmission_file/Dockerfile",
      "Ana Doe_11_assignsubmission_file/app.py",
      "Bo_12_assignsubmission_file_/lab.zip",
      "Cy_13_assignsubmission_onlinetext/onlinetext.html",
      "Participant_14_assignsubmission_file_Dockerfile",
      "Participant_14_assignsubmission_file_x_15_assignsubmission_file_app.py",
    ]);
    expect(read(folder)).toEqual([
      "moodle",
      "11 = Ana Doe_11_assignsubmission_file",
      "12 = Bo_12_assignsubmission_file_/lab.zip",
      "13 = ",
      "14 = Participant_14_assignsubmission_file_Dockerfile as Dockerfile + Participant_14_assignsubmission_file_x_15_assignsubmission_file_app.py as x_15_assignsubmission_file_app.py",
    ]);
  });

  test("Canvas: late, anonymous, numbers in a file's own name, a zip", () => {
    const folder = classOf([
      "doeana_101_9001_Dockerfile-1",
      "doeana_101_9002_notes_7_8_.txt",
      "libo_LATE_102_9003_lab.zip",
      "LATE_anon_aB3_77_Dockerfile",
      "lucy_104_text.html",
      "README.md",
    ]);
    expect(read(folder)).toEqual([
      "canvas",
      "101 = doeana_101_9001_Dockerfile-1 as Dockerfile-1 + doeana_101_9002_notes_7_8_.txt as notes_7_8_.txt",
      "102 = libo_LATE_102_9003_lab.zip",
      "104 = ",
      "anon_aB3 = LATE_anon_aB3_77_Dockerfile as Dockerfile",
      "1 left out, not of this layout: README.md",
    ]);
  });

  test("Gradescope: an export, and what an autograder finds", () => {
    const yaml = [
      "submission_1:\n  :submitters:\n  - :sid: 07\n  - :email: bo@x.org\n  :created_at: 2026-11-20 18:27:22.1 Z\n",
      "submission_2:\n  :submitters: []\n",
    ].join("");
    expect(
      read(
        classOf(["submission_1/Dockerfile", "submission_2/Dockerfile"], { "submission_metadata.yml": yaml }),
      ),
    ).toEqual(["gradescope", "7+bo@x.org = submission_1", "submission_2 = submission_2"]);
    const json =
      '{"id": 5, "created_at": "2026-11-20T10:00:00.5-08:00", "users": [{"id": 1, "email": "a@x.org"}]}';
    expect(read(classOf(["submission/Dockerfile"], { "submission_metadata.json": json }))).toEqual([
      "gradescope",
      "a@x.org = submission",
    ]);
    expect(() => read(classOf(["submission_1/f"], { "submission_metadata.yml": "a: [" }))).toThrow(
      /cannot be read/,
    );
  });

  test("repositories: the slug is what all begin with, what the folder says, or what the roster leaves", () => {
    const two = ["lab-1-an-b/.git/HEAD", "lab-1-ana/.git/HEAD"];
    expect(read(classOf(two))).toEqual(["repos", "an-b = lab-1-an-b", "ana = lab-1-ana"]);
    expect(read(classOf(["lab-ana/.git/HEAD"], {}, "lab-submissions"))).toEqual(["repos", "ana = lab-ana"]);
    const roster: Roster = { ids: ["1"], names: new Map([["ana", "1"]]), rows: new Map() };
    expect(read(classOf(["lab-ana/.git/HEAD"]), { roster })).toEqual(["repos", "1 = lab-ana"]);
  });

  test("bundles, folders, and a layout that is asked for and is not there", () => {
    expect(read(classOf(["b.json", "a.json"]))).toEqual(["bundle", "a = a.json", "b = b.json"]);
    expect(read(classOf(["b.json", "a/Dockerfile", "c.tar.gz", ".hidden", "__MACOSX/x"]))).toEqual([
      "folders",
      "a = a",
      "b = b.json",
      "c = c.tar.gz",
    ]);
    expect(() => read(classOf(["a/Dockerfile"]), { layout: "moodle" })).toThrow(/laid out as moodle does/);
  });
});

test("two people of one number stop the run, whatever is said about attempts", () => {
  const folder = classOf(["Ana_1_assignsubmission_file/a", "Bo_1_assignsubmission_file/b"]);
  expect(() => read(folder, { attempt: "last" })).toThrow(/two submissions of one id, "1"$/);
});

test("attempts count by their number, and are never mixed", () => {
  const folder = classOf(["ana-attempt-2/f", "ana-attempt-10/f", "bo/attempt_1/f", "bo/attempt_2/f", "cy/f"]);
  expect(() => read(folder)).toThrow(/two attempts of one id, "ana"; --attempt/);
  expect(read(folder, { attempt: "last" })).toEqual([
    "folders",
    "ana = ana-attempt-10",
    "bo = bo/attempt_2",
    "cy = cy",
  ]);
  expect(read(folder, { attempt: "first" })).toContain("ana = ana-attempt-2");
  expect(read(folder, { attempt: "all" })).toEqual([
    "folders",
    "ana@1 = ana-attempt-2",
    "ana@2 = ana-attempt-10",
    "bo@1 = bo/attempt_1",
    "bo@2 = bo/attempt_2",
    "cy = cy",
  ]);
});

test("a roster gives the ids, and says who is missing and who is a stranger", () => {
  const folder = classOf(["ana/f", "zoe/f"], {
    "../roster.csv": '\uFEFFname;login;Student ID\r\n"Doe, ""Ana""";Ana;007\r\nBo;bo;008\r\n',
  });
  const roster = readRoster(join(folder, "../roster.csv"));
  expect([...roster.names.keys()]).toContain('doe, "ana"');
  expect(read(folder, { roster })).toEqual([
    "folders",
    "007 = ana",
    "zoe = zoe",
    "1 not on the roster: zoe",
    "1 on the roster, handed in nothing: 008",
  ]);
});

test("Moodle's worksheet is a roster: participants by their number", () => {
  const folder = classOf(["Ana_7_assignsubmission_file/f"], {
    "../worksheet.csv": "Identifier,Full name,Grade\nParticipant 7,Ana Alb,\nParticipant 8,Bo Be,\n",
  });
  const roster = readRoster(join(folder, "../worksheet.csv"));
  expect(roster.rows.get("7")).toEqual({ identifier: "Participant 7", "full name": "Ana Alb", grade: "" });
  expect(read(folder, { roster })).toEqual([
    "moodle",
    "7 = Ana_7_assignsubmission_file/f as f",
    "1 on the roster, handed in nothing: 8",
  ]);
});

test("a roster may be huge, and names nobody twice", () => {
  const rows = Array.from({ length: 50_000 }, (_, i) => `s${i},Same Name,s${i}@school.example`);
  const file = join(
    classOf(["s1/f"], { "../roster.csv": `id,name,mail\n${rows.join("\n")}\n` }),
    "../roster.csv",
  );
  const roster = readRoster(file);
  expect(roster.ids).toHaveLength(50_000);
  expect(roster.names.get("s49999@school.example")).toBe("s49999");
  expect(roster.names.has("same name")).toBe(false);
  writeFileSync(file, `id,name\n7,Ana\n8,Bo\n7,Cy\n`);
  expect(() => readRoster(file)).toThrow('the roster has two rows of the id "7"');
  writeFileSync(file, `id,name\n"7,Ana\n8,Bo`);
  expect(readRoster(file).ids).toEqual(["7,Ana\n8,Bo"]);
});
