import { digestOf, type Directory } from "@drydock/engine";
import { bases } from "@drydock/engine/bases/index.ts";
import { canonicalJson } from "../canonical-json.ts";
import { textOf } from "../edit.ts";
import { grade } from "../grade.ts";
import type { Lesson, Submission } from "../lesson.ts";
import { dockerfilePath } from "../rubric/dockerfile-path.ts";
import { Subject } from "../subject.ts";
import { tidy } from "../submission/tidy.ts";
import { mutantsOf } from "./mutants.ts";
import { below } from "./shown.ts";

/** Mutants of a lesson's solution that keep every point although their build is another one: `path:line:column: message`. */
export function survivors(folder: string, lesson: Lesson): string[] {
  const name = dockerfilePath(lesson.rubric.image);
  const text = textOf(lesson.solution[name]);
  if (text === undefined) return [];
  const outcome = (dockerfile: string): { readonly points: number; readonly behaviour: string } => {
    const files = { ...lesson.solution, [name]: dockerfile };
    const submission: Submission = tidy("mutant", files, files, name);
    return {
      points: grade(lesson, submission, { bases }).points,
      behaviour: behaviourOf(new Subject(lesson, submission.files, undefined, bases)),
    };
  };
  const solution = outcome(text);
  return mutantsOf(text).flatMap((mutant) => {
    const { points, behaviour } = outcome(mutant.text);
    return points < solution.points || behaviour === solution.behaviour
      ? []
      : [`${below(folder, "solution", name)}:${mutant.line}:1: survives with every point: ${mutant.what}`];
  });
}

/** What the build leaves behind: the container's configuration and every file; not times, nor how the history words it. */
function behaviourOf(subject: Subject): string {
  const { image } = subject.build();
  if (!image) return "no image";
  return canonicalJson([image.config.config ?? {}, told(image.tree)]);
}

const known = new WeakMap<Directory, Told>();
type Told = readonly unknown[];

/** A tree without its times. Folders of the base image are shared between builds, so each is told once. */
function told(directory: Directory): Told {
  const before = known.get(directory);
  if (before) return before;
  const out = [...directory.children]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, entry]) => [
      name,
      entry.mode,
      entry.uid,
      entry.gid,
      entry.kind === "directory"
        ? digestOf(JSON.stringify(told(entry)))
        : entry.kind === "file"
          ? entry.content.digest
          : entry.kind === "symlink"
            ? entry.target
            : entry.name,
    ]);
  known.set(directory, out);
  return out;
}
