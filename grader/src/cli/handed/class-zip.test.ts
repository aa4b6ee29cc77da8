import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { type RawEntry, rawZip } from "../../../testing/hostile/raw-zip.ts";
import { topNamesOf, unpackClass } from "./class-zip.ts";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));
const LESSON = fileURLToPath(new URL("../../../testing/lessons/tide-table", import.meta.url));
const home = mkdtempSync(join(tmpdir(), "drydock-class-zip-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const zip = (name: string, entries: readonly RawEntry[]): string => {
  const path = join(home, name);
  writeFileSync(path, rawZip(entries));
  return path;
};
const text = (name: string, data = "x"): RawEntry => ({ name, data });

test("a class comes as Moodle's zip, and is graded without leaving anything behind", () => {
  const solution = (name: string): string => readFileSync(join(LESSON, "solution", name), "utf8");
  const file = (learner: string, name: string): RawEntry =>
    text(`${learner}_assignsubmission_file/${name}`, solution(name));
  zip("moodle.zip", [
    file("Ana Alb_101", "Dockerfile"),
    file("Ana Alb_101", "notes.txt"),
    file("Ana Alb_101", "tides.txt"),
    file("Ben Bö_102", "Dockerfile"),
    text("Cy_103_assignsubmission_onlinetext/onlinetext.html"),
  ]);
  const before = readdirSync(tmpdir()).filter((name) => /^drydock-class-(?!zip)/.test(name));
  const words = ["batch", LESSON, "moodle.zip", "--timeout", "120", "--report", "csv"];
  const ran = spawnSync(process.execPath, [MAIN, ...words], { cwd: home, encoding: "utf8" });
  expect(ran.stderr).toContain("3 submissions in moodle.zip, layout moodle");
  expect(ran.stdout).toMatch(/^"101","passed"[^]*^"102","passed"[^]*^"103","refused"/m);
  expect(ran.status).toBe(4);
  expect(readdirSync(tmpdir()).filter((name) => /^drydock-class-(?!zip)/.test(name))).toEqual(before);
});

test("only files are taken, and only where they stay in the folder", async () => {
  const path = zip("mixed.zip", [
    text("ana/Dockerfile"),
    text("../slipped"),
    text("/tmp/slipped"),
    text("C:/slipped"),
    text("..\\slipped"),
    text("a\0b"),
    { name: "link", data: "/etc/passwd", mode: 0o120777 },
    { name: "null", data: "", mode: 0o020666 },
    text("ana/Dockerfile", "another"),
    text("ana/Dockerfile/below"),
    text("__MACOSX/ana"),
    { name: "ben/run.sh", data: "x", mode: 0o100755 },
  ]);
  const { folder, notices, remove } = await unpackClass(path);
  expect(readdirSync(folder, { recursive: true }).map(String).toSorted()).toEqual([
    "ana",
    "ana/Dockerfile",
    "ben",
    "ben/run.sh",
  ]);
  expect(readFileSync(join(folder, "ana/Dockerfile"), "utf8")).toBe("x");
  expect(notices).toEqual([
    "left out, a name that leads elsewhere: ../slipped",
    "left out, a name that leads elsewhere: /tmp/slipped",
    "left out, a name that leads elsewhere: C:/slipped",
    "left out, a name that leads elsewhere: ..\\slipped",
    expect.stringMatching(/^left out, a name that leads elsewhere: a.+b$/),
    "left out, neither a file nor a folder: link",
    "left out, neither a file nor a folder: null",
    "left out, its place is taken: ana/Dockerfile",
    "left out, its place is taken: ana/Dockerfile/below",
  ]);
  remove();
  expect(readdirSync(tmpdir())).not.toContain("slipped");
});

test("a file that is too large is cut where it is refused, a bomb of them ends", async () => {
  const { folder, remove } = await unpackClass(
    zip("large.zip", [{ name: "ana/disk.img", data: new Uint8Array(22 * 2 ** 20) }]),
  );
  expect(readFileSync(join(folder, "ana/disk.img")).length).toBeLessThan(21 * 2 ** 20);
  remove();
});

test.each([
  ["no zip", "nothing of the kind"],
  ["sizes that lie", rawZip([{ name: "a/f", data: new Uint8Array(2 ** 20), claims: 10 }])],
  ["entries that overlap", rawZip([text("a/f"), { name: "b/f", data: "x", overlaps: true }])],
  ["a half download", rawZip([text("a/f"), text("b/f")]).subarray(0, 60)],
])("%s: nobody is graded by half, and the zip is named", async (_, bytes) => {
  const path = join(home, "broken.zip");
  writeFileSync(path, bytes);
  await expect(unpackClass(path)).rejects.toThrow(/broken\.zip is no zip that can be read/);
});

test("a folder around the class, and the names at the top", async () => {
  const path = zip("wrapped.zip", [text("lab 1/ana/Dockerfile"), text("lab 1/ben/Dockerfile")]);
  const { folder, notices, remove } = await unpackClass(path);
  expect(readdirSync(folder).sort()).toEqual(["ana", "ben"]);
  expect(notices).toEqual(["the class lies in its folder lab 1"]);
  remove();
  expect(await topNamesOf(zip("flat.zip", [text("b_1_2_f"), text("a_2_3_f")]))).toEqual([
    "a_2_3_f",
    "b_1_2_f",
  ]);
});
