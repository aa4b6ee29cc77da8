import { existsSync, lstatSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { decode, encode, equalBytes, type FileState } from "@drydock/engine";
import type { Lesson, Submission } from "../../lesson.ts";
import { dockerfilePath } from "../../rubric/dockerfile-path.ts";
import { Collector } from "../../submission/collector.ts";
import { limits, Refusal } from "../../submission/limits.ts";
import { readBundle } from "../../submission/read-bundle.ts";
import { readTarball } from "../../submission/read-tarball.ts";
import { readZip } from "../../submission/read-zip.ts";
import { tidy } from "../../submission/tidy.ts";
import { ARCHIVE } from "./archive-name.ts";
import { submissionId } from "./handed.ts";
import { readFolder, unreadable } from "./read-folder.ts";

/**
 * Reads what was handed in: a folder, a Dockerfile, an archive or a bundle. @throws {Refusal}
 *
 * `links` says whether the path itself may be a link: what a person typed may, what lies in a folder of submissions may not.
 */
export async function readSubmission(path: string, lesson: Lesson, links = true): Promise<Submission> {
  const id = submissionId(path);
  const file = dockerfilePath(lesson.rubric.image);
  const finish = (files: FileState): Submission => tidy(id, files, lesson.start, file);
  if (!links && lstatSync(path).isSymbolicLink())
    throw new Refusal("it is a link; the files themselves must be handed in");
  if (!existsSync(path)) throw new Refusal("it is not there");
  const stat = statSync(path);
  if (stat.isDirectory()) {
    const { "expect.yaml": expected, ...files } = readFolder(
      path,
      new Set(Object.keys(lesson.start).flatMap((each) => each.split("/"))),
    );
    const inner = Object.keys(files);
    if (inner.length === 1 && expected === undefined && ARCHIVE.test(inner[0] ?? ""))
      return fromWithin(await readSubmission(join(path, inner[0] ?? ""), lesson, false), id, inner[0] ?? "");
    const recorded = basename(dirname(resolve(path))) === "wrong";
    return finish(expected === undefined || recorded ? files : { ...files, "expect.yaml": expected });
  }
  if (!stat.isFile()) throw new Refusal("it is neither a file nor a folder");
  if (stat.size > limits.packedBytes)
    throw new Refusal(`it is larger than ${limits.packedBytes / 1024 / 1024} MiB`);
  const bytes = readBytes(path);
  if (/\.zip$/i.test(path)) return finish(await readZip(bytes));
  if (ARCHIVE.test(path)) return finish(readTarball(bytes));
  if (/\.json$/i.test(path)) return finish(readBundle(bytes.toString("utf8")));
  if (!isText(bytes))
    throw new Refusal(
      "it is no text; expected a folder, a Dockerfile, a .zip, a .tar (.gz, .bz2, .xz) or a bundle (.json)",
    );
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

/** A folder with nothing but an archive is that archive. */
const fromWithin = (submission: Submission, id: string, name: string): Submission => ({
  ...submission,
  id,
  notes: [`${JSON.stringify(name).slice(1, -1)} was unpacked`, ...(submission.notes ?? [])],
});

export function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw unreadable(error);
  }
}

/** Whether a lone file can be meant as a Dockerfile: an archive of another kind, a picture or a PDF would only get a wrong zero. */
const isText = (bytes: Uint8Array): boolean => !bytes.includes(0) && equalBytes(encode(decode(bytes)), bytes);
