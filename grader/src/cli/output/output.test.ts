import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));
const LESSON = fileURLToPath(new URL("../../../testing/lessons/tide-table", import.meta.url));
const LEARNERS = 60;
const home = mkdtempSync(join(tmpdir(), "drydock-output-"));
beforeAll(() => {
  for (let i = 0; i < LEARNERS; i++)
    cpSync(join(LESSON, "start"), join(home, "class", `s${i}`), { recursive: true });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command whose reader leaves: the stream named `closes` is closed at its first bytes. */
const run = (words: readonly string[], closes?: "stdout" | "stderr"): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [MAIN, ...words], { cwd: home });
    const said = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const)
      child[name].on("data", (chunk: Buffer) => {
        said[name] += chunk.toString();
        if (name === closes) child[name].destroy();
      });
    child.on("close", (status) => resolve({ status, out: said.stdout, err: said.stderr }));
  });
const batch = (...words: string[]): string[] => ["batch", LESSON, "class", "--timeout", "120", ...words];
const lines = (file: string): number => readFileSync(join(home, file), "utf8").split("\n").length - 1;

test("a reader of the grades who leaves ends the run without a word of ours", async () => {
  const { status, err } = await run(batch("--quiet"), "stdout");
  expect({ status, err }).toEqual({ status: 130, err: "" });
});

test("a reader of the notices who leaves ends nothing", async () => {
  expect((await run(batch("--report", "ndjson=all.ndjson"), "stderr")).status).toBe(0);
  expect(lines("all.ndjson")).toBe(LEARNERS);
});

/* A device that is always full, where there is one. */
describe.runIf(existsSync("/dev/full"))("devices", () => {
  test.each([
    batch("--quiet", "--report", "ndjson=/dev/full"),
    batch("--quiet", "--report", "html=/dev/full"),
    [LESSON, "class/s0", "--report", "json=/dev/full"],
    ["regrade", "all.ndjson", "--report", "csv=/dev/full"],
  ])("a full disk is an end that may go better, in one line: %j", async (...words) => {
    const { status, err } = await run(words);
    expect(err).toBe("drydock-grade: cannot write /dev/full: no space left on device\n");
    expect(status).toBe(5);
  });

  test("what is no file is written to, and stays what it is", async () => {
    const { status } = await run(["regrade", "all.ndjson", "--quiet", "--report", "json=/dev/null"]);
    expect(status).toBe(0);
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });
});

test.each([
  [[LESSON, "class/s0", "--report", "json=class"], /^drydock-grade: cannot \w+ class: .*directory/],
  [batch("--report", "ndjson=all.ndjson/x"), /cannot write all\.ndjson/],
  [["stats", "class"], /class is a folder; expected a file/],
  [batch("--roster", "class"), /class is a folder/],
  [["stats", "/dev/stdin"], /a pipe or a device/],
  [["frobnicate"], /no command is called "frobnicate"/],
])(
  "a path that is not what it has to be is wrong usage, without a trace of the program: %j",
  async (words, told) => {
    const { status, err } = await run(words);
    expect(err).toMatch(told);
    expect(err).not.toMatch(/\n {4}at /);
    expect(status).toBe(2);
  },
);
