import { type ChildProcess, spawn } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));
const LESSON = fileURLToPath(new URL("../../../testing/lessons/tide-table", import.meta.url));
const SHARDS = 8;
const home = mkdtempSync(join(tmpdir(), "drydock-shards-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const start = (...words: string[]): ChildProcess =>
  spawn(process.execPath, [MAIN, "batch", LESSON, "class", "--jobs", "1", "--timeout", "120", ...words], {
    cwd: home,
    stdio: "ignore",
    env: { ...process.env, NODE_COMPILE_CACHE: join(home, "compiled") },
  });
const end = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve) => child.on("close", (code, signal) => resolve(signal ?? code)));

/** Kills it as a machine that goes away does, as soon as it has written something. */
async function killedHalfWay(child: ChildProcess, file: string): Promise<unknown> {
  const ended = end(child);
  while (child.exitCode === null && !(existsSync(file) && statSync(file).size > 0))
    await new Promise((resolve) => setTimeout(resolve, 1));
  child.kill("SIGKILL");
  return ended;
}

const report = (shard: number): string => `shard-${shard}.ndjson`;
const lines = (text: string): string[] => text.split("\n").filter(Boolean);

test("eight shards, three killed half-way and resumed, merge to the bytes of a single run", async () => {
  for (let i = 0; i < 160; i++) {
    const to = join(home, "class", i % 3 === 0 ? `Ünal ${i}` : `s${i}`);
    cpSync(join(LESSON, i % 2 === 0 ? "start" : "solution"), to, { recursive: true });
    writeFileSync(join(to, "notes.txt"), `${i}\n`);
  }
  writeFileSync(join(home, "class", "s0 b.tar"), "no tar");
  const single = end(start("--report", "ndjson=single.ndjson", "--report", "junit=single.xml"));
  expect(await single).toBe(4);

  const shard = (i: number, ...words: string[]): ChildProcess =>
    start("--shard", `${i}/${SHARDS}`, "--report", `ndjson=${report(i)}`, "--cache", "cache", ...words);
  for (const i of [1, 4, 6]) expect(await killedHalfWay(shard(i), join(home, report(i)))).toBe("SIGKILL");
  const before = readFileSync(join(home, report(4)), "utf8");
  expect(lines(before).length).toBeGreaterThan(0);
  appendFileSync(join(home, report(4)), '{"format":1,"drydock":');
  /* A run that resumes may be killed too. */
  expect(await killedHalfWay(shard(6, "--resume"), join(home, report(6)))).toBe("SIGKILL");

  const ends = Array.from({ length: SHARDS }, (_, i) => end(shard(i === 0 ? SHARDS : i, "--resume")));
  for (const status of await Promise.all(ends)) expect([0, 4]).toContain(status);
  const merged = Array.from({ length: SHARDS }, (_, i) =>
    readFileSync(join(home, report(i + 1)), "utf8"),
  ).join("");
  const sorted = lines(merged).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  expect(`${sorted.join("\n")}\n`).toBe(readFileSync(join(home, "single.ndjson"), "utf8"));
  expect(readFileSync(join(home, report(4)), "utf8").startsWith(before)).toBe(true);
  expect(existsSync(join(home, `${report(6)}.before`))).toBe(false);

  /* From a report alone, without grading anything again: other formats come out as they did. */
  writeFileSync(join(home, "again.ndjson"), `${sorted.join("\n")}\n`);
  await end(start("--resume", "--report", "ndjson=again.ndjson", "--report", "junit=again.xml"));
  for (const format of ["ndjson", "xml"])
    expect(readFileSync(join(home, `again.${format}`), "utf8")).toBe(
      readFileSync(join(home, `single.${format}`), "utf8"),
    );
}, 400_000);
