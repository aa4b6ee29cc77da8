import { lstatSync } from "node:fs";
import type { Lesson, Submission } from "../../lesson.ts";
import { dockerfilePath } from "../../rubric/dockerfile-path.ts";
import { Collector } from "../../submission/collector.ts";
import { limits, Refusal } from "../../submission/limits.ts";
import { MISNAMED, tidy } from "../../submission/tidy.ts";
import type { Handed } from "./handed.ts";
import { readBytes, readSubmission } from "./read-submission.ts";

/** Reads what was handed in, be it one path or files that a platform laid side by side. @throws {Refusal} */
export async function readHanded({ id, parts }: Handed, lesson: Lesson, links: boolean): Promise<Submission> {
  const [first] = parts;
  if (!first) throw new Refusal("text was typed into the page, and no file was handed in");
  if (first.as === undefined) return { ...(await readSubmission(first.path, lesson, links)), id };
  const file = dockerfilePath(lesson.rubric.image);
  const collector = new Collector();
  const names = new Set(parts.map(({ as }) => as ?? ""));
  const notes: string[] = [];
  for (const { path, as = "" } of parts) {
    const original = lesson.start[unnumbered(as)] !== undefined && !names.has(unnumbered(as));
    const name = collector.name(original ? unnumbered(as) : as);
    if (name === undefined) continue;
    if (name !== as) notes.push(`${JSON.stringify(as).slice(1, -1)} was read as ${name}`);
    const stat = lstatSync(path);
    if (!stat.isFile()) throw new Refusal(`${JSON.stringify(as)} is no file`);
    if (stat.size > limits.fileBytes)
      throw new Refusal(`${JSON.stringify(as)} is larger than ${limits.fileBytes / 1024 / 1024} MiB`);
    collector.file(name, readBytes(path), (stat.mode & 0o100) !== 0);
  }
  const alone = parts.length === 1 && (first.as === file || MISNAMED.test(first.as));
  const { Dockerfile: _start, ...rest } = lesson.start;
  const read = tidy(id, { ...(alone ? rest : {}), ...collector.files() }, lesson.start, file);
  if (alone) notes.push(`${file} came alone: the other files are those of the lesson's start`);
  return { ...read, notes: [...notes, ...(read.notes ?? [])] };
}

/** Without the number that Canvas puts before the ending when a file is handed in again: `requirements-1.txt`. */
const unnumbered = (name: string): string => name.replace(/-\d{1,3}(?=(?:\.[^.]*)?$)/, "");
