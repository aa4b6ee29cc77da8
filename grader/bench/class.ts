/** How a whole class goes through the command line: submissions a second, memory, and what the page of a thousand weighs. Node only. */
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The command line as it lies in a clone. */
const MAIN = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
/* Two builds each: the second is after an edit. */
const LESSON = fileURLToPath(new URL("../testing/lessons/tide-table", import.meta.url));
const ATTEMPTS = ["start", "solution", "wrong/typed-in", "wrong/everything-first", "right/two-stages"];

/** What one run of a class came to. */
export interface ClassRun {
  readonly submissions: number;
  readonly threads: number;
  /** From the start of the command to its end, loading included. */
  readonly seconds: number;
  /** What the processors worked for it: a busy machine makes `seconds` longer, not this. */
  readonly processorSeconds: number;
  /** Of processor time. */
  readonly aSecondACore: number;
  /** The most memory that the process held. */
  readonly megabytes: number;
  readonly megabytesOfHtml: number;
}

/**
 * Grades that many different submissions and writes every report that tells of a class.
 *
 * @param main The command line's file: the packed one is what instructors run, and starts without TypeScript to read.
 */
export async function gradeClass(
  submissions = 1000,
  threads: number = availableParallelism(),
  main: string = MAIN,
): Promise<ClassRun> {
  const home = mkdtempSync(join(tmpdir(), "drydock-class-"));
  try {
    for (let i = 0; i < submissions; i++) {
      const to = join(home, "class", `learner-${String(i).padStart(5, "0")}`);
      mkdirSync(join(home, "class"), { recursive: true });
      cpSync(join(LESSON, ATTEMPTS[i % ATTEMPTS.length] ?? "start"), to, { recursive: true });
      rmSync(join(to, "expect.yaml"), { force: true });
      writeFileSync(join(to, "notes.txt"), `Notes of learner ${i}.\n`);
    }
    const formats = ["ndjson", "html", "csv", "sarif", "github", "tap", "gitlab", "canvas", "junit"];
    const words = ["batch", LESSON, "class", "--quiet", "--jobs", String(threads), "--timeout", "600"];
    const from = performance.now();
    const { megabytes, processor } = await usageOf(home, [
      main,
      ...words,
      ...formats.flatMap((name) => ["--report", `${name}=out/${name}`]),
    ]);
    const seconds = (performance.now() - from) / 1000;
    return {
      submissions,
      threads,
      seconds: round(seconds),
      processorSeconds: round(processor),
      aSecondACore: round(submissions / processor),
      megabytes: round(megabytes),
      megabytesOfHtml: round(statSync(join(home, "out/html")).size / 1e6),
    };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

const round = (value: number): number => Number(value.toPrecision(3));

/** Runs the command and asks the system what it used: memory at most, processor time in all; zeros where that cannot be asked. */
function usageOf(
  home: string,
  words: readonly string[],
): Promise<{ readonly megabytes: number; readonly processor: number }> {
  const cache = join(tmpdir(), "drydock-compiled");
  const child = spawn(process.execPath, words, {
    cwd: home,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
  let megabytes = 0;
  let processor = 0;
  const look = setInterval(() => {
    try {
      const [, pages = "0"] = readFileSync(`/proc/${child.pid}/statm`, "utf8").split(" ");
      megabytes = Math.max(megabytes, (Number(pages) * 4096) / 1e6);
      /* After the name in brackets; user and system time are fields 14 and 15, in hundredths of a second. */
      const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8")
        .replace(/^.*\) /, "")
        .split(" ");
      processor = Math.max(processor, (Number(fields[11]) + Number(fields[12])) / 100);
    } catch {
      /* Not on this system, or it has ended. */
    }
  }, 20);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(look);
      if (code === 0) resolve({ megabytes, processor });
      else reject(new Error(`the batch ended with ${code}`));
    });
  });
}
