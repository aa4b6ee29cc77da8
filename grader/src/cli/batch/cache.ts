import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "@drydock/engine";
import { canonicalJson } from "../../canonical-json.ts";
import { DRYDOCK_VERSION } from "../../drydock-version.ts";
import { submissionDigest } from "../../grade.ts";
import type { Lesson, Submission } from "../../lesson.ts";
import { restoreProtected } from "../../protect.ts";
import { readReport } from "../../read-report.ts";
import type { Report } from "../../report.ts";

/**
 * Verdicts that were reached before, a file each: by lesson, its version, the submission's digest, what was put right while reading it, and
 * Drydock's version. Many processes may use one folder at the same time: a file is there whole or not at all.
 */
export class Cache {
  readonly #folder: string;
  readonly #lesson: Lesson;

  constructor(folder: string, lesson: Lesson) {
    this.#folder = folder;
    this.#lesson = lesson;
  }

  /** The verdict on the same bytes, under this submission's id; `make` where there is none yet. */
  verdict(submission: Submission, make: () => Report): Report {
    const { id, version } = this.#lesson;
    const digest = submissionDigest(this.#lesson, submission);
    const { notes } = restoreProtected(submission.files, this.#lesson.start, this.#lesson.rubric.protect);
    const key = canonicalJson([DRYDOCK_VERSION, id, version, digest, submission.notes ?? [], notes]);
    const name = digestOf(key).slice("sha256:".length);
    const folder = join(this.#folder, name.slice(0, 2));
    const file = join(folder, `${name}.json`);
    const known = read(file, key);
    if (known) return { ...known, submission: { id: submission.id, digest } };
    const report = make();
    keep(folder, name, JSON.stringify({ key, report }));
    return report;
  }
}

/* A folder that is full, or that may only be read, costs time and no verdict. */
function keep(folder: string, name: string, text: string): void {
  const own = join(folder, `.${name}.${process.pid}.${Math.random().toString(36).slice(2)}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(own, text);
    renameSync(own, join(folder, `${name}.json`));
  } catch {
    if (existsSync(own)) rmSync(own, { force: true });
  }
}

/** What lies there, if it is whole and is about the same thing. */
function read(file: string, key: string): Report | undefined {
  try {
    const value = JSON.parse(readFileSync(file, "utf8")) as {
      readonly key?: unknown;
      readonly report?: unknown;
    };
    return value.key === key ? readReport(value.report) : undefined;
  } catch {
    return undefined;
  }
}
