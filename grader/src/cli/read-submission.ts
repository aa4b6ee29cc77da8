import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import type { FileState } from "@drydock/engine";
import type { Lesson, Submission } from "../lesson.ts";
import { dockerfilePath } from "../rubric/dockerfile-path.ts";
import { Collector } from "../submission/collector.ts";
import { limits, Refusal } from "../submission/limits.ts";
import { readBundle } from "../submission/read-bundle.ts";
import { readTarball } from "../submission/read-tarball.ts";
import { readZip } from "../submission/read-zip.ts";
import { tidy } from "../submission/tidy.ts";
import { readFolder } from "./read-folder.ts";

const ENDINGS = /\.(?:zip|tar|tar\.gz|tgz|json)$/i;

/** Folder name, or file name without its ending. */
export const submissionId = (path: string): string => basename(resolve(path)).replace(ENDINGS, "");

/** Reads what was handed in: a folder, a Dockerfile, an archive or a bundle. @throws {Refusal} */
export async function readSubmission(path: string, lesson: Lesson): Promise<Submission> {
  const id = submissionId(path);
  const file = dockerfilePath(lesson.rubric.image);
  const finish = (files: FileState): Submission => tidy(id, files, lesson.start, file);
  if (!existsSync(path)) throw new Refusal("it is not there");
  if (statSync(path).isDirectory()) {
    const { "expect.yaml": expected, ...files } = readFolder(
      path,
      new Set(Object.keys(lesson.start).flatMap((each) => each.split("/"))),
    );
    const recorded = basename(dirname(resolve(path))) === "wrong";
    return finish(expected === undefined || recorded ? files : { ...files, "expect.yaml": expected });
  }
  if (statSync(path).size > limits.packedBytes)
    throw new Refusal(`it is larger than ${limits.packedBytes / 1024 / 1024} MiB`);
  const bytes = readFileSync(path);
  if (/\.zip$/i.test(path)) return finish(await readZip(bytes));
  if (/\.(?:tar|tar\.gz|tgz)$/i.test(path)) return finish(readTarball(bytes));
  if (/\.json$/i.test(path)) return finish(readBundle(bytes.toString("utf8")));
  const collector = new Collector();
  collector.file(file, bytes, false);
  const submission = finish({ ...lesson.start, ...collector.files() });
  return {
    ...submission,
    notes: [
      ...(submission.notes ?? []),
      `${file} came alone: the other files are those of the lesson's start`,
    ],
  };
}
