import { type ChildProcess, spawn } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));
const LESSON = fileURLToPath(new URL("../../../testing/lessons/tide-table", import.meta.url));
const END = "Save a file to look again, Ctrl-C to end.\n";
/** For the changes of its solution that keep every point. */
const REASONS = `tolerates:
  - { change: "FROM busybox:1.37 with another base", because: Sorting is the same everywhere. }
  - { change: 'CMD ["cat", "sorted.txt"] dropped', because: It is about layers. }
  - { change: 'CMD ["cat", "sorted.txt"] in shell form', because: It is about layers. }
`;
const home = mkdtempSync(join(tmpdir(), "drydock-watch-"));
const folder = join(home, "tide-table");
const file = (...names: string[]): string => join(folder, ...names);

let child: ChildProcess;
let printed = "";
let taken = 0;
beforeAll(() => {
  cpSync(LESSON, folder, { recursive: true });
  appendFileSync(file("rubric.yaml"), REASONS);
  child = spawn(process.execPath, [MAIN, "check", "--watch", folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  child.stdout?.on("data", (chunk: Buffer) => (printed += chunk.toString()));
});
afterAll(() => {
  child.kill("SIGKILL");
  rmSync(home, { recursive: true, force: true });
});

/** What was printed up to the end of the next look that holds `words`. */
async function next(words: RegExp): Promise<string> {
  for (;;) {
    const end = printed.indexOf(END, taken);
    const look = end < 0 ? "" : printed.slice(taken, end);
    if (end >= 0) taken = end + END.length;
    if (words.test(look)) return look;
    if (child.exitCode !== null) throw new Error(`it ended: ${printed}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test("every save is looked at, half of a file too, and Ctrl-C ends it with nothing left", async () => {
  const first = await next(/./);
  expect(first).toMatchSnapshot();

  const rubric = readFileSync(file("rubric.yaml"), "utf8");
  writeFileSync(file("rubric.yaml"), rubric.slice(0, rubric.indexOf("because")));
  expect(await next(/rubric\.yaml:\d+:\d+: /)).not.toContain("The gate is silent.");

  /* As an editor saves: another name first, in place of the old one then. */
  writeFileSync(file(".rubric.yaml.swp"), rubric);
  renameSync(file(".rubric.yaml.swp"), file("rubric.yaml"));
  expect(await next(/The gate is silent\./)).toContain("solution");

  writeFileSync(file("solution", "Dockerfile"), "FROM busybox\nRUN fal");
  const broken = await next(/solution +-!/);
  expect(broken).toMatch(/solution\/Dockerfile:2:1: solution does not pass builds/);

  for (let i = 0; i < 20; i++) writeFileSync(file("solution", "Dockerfile"), `FROM busybox\nRUN echo ${i}\n`);
  renameSync(file("start"), join(home, "away"));
  expect(await next(/start:1:1: the folder is missing/)).toContain("solution");
  renameSync(join(home, "away"), file("start"));
  cpSync(join(LESSON, "solution"), file("solution"), { recursive: true });
  await next(/The gate is silent\./);

  renameSync(folder, `${folder}-away`);
  await next(/there is no lesson folder/);
  renameSync(`${folder}-away`, folder);
  await next(/The gate is silent\./);

  const ended = new Promise((resolve) => child.on("close", (code, signal) => resolve(signal ?? code)));
  child.kill("SIGINT");
  child.kill("SIGINT");
  expect(await ended).toBe(0);
}, 240_000);

test("a lesson that is not there, and two at once, are wrong usage", async () => {
  for (const words of [["nowhere"], [folder, folder], []]) {
    const other = spawn(process.execPath, [MAIN, "check", "--watch", ...words], { stdio: "ignore" });
    expect(await new Promise((resolve) => other.on("close", resolve))).toBe(2);
  }
});
