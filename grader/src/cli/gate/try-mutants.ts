import { digestOf, type Digest, type Directory } from "@drydock/engine";
import { bases } from "@drydock/engine/bases/index.ts";
import { canonicalJson } from "../../canonical-json.ts";
import { textOf } from "../../edit.ts";
import { grade } from "../../grade.ts";
import type { Lesson } from "../../lesson.ts";
import type { Report } from "../../report.ts";
import { contextFolder, dockerfilePath } from "../../rubric/dockerfile-path.ts";
import { Subject } from "../../subject.ts";
import { tidy } from "../../submission/tidy.ts";
import { ignoreMutants, type Mutant, mutantsOf } from "./mutants.ts";

/** A changed solution and what becomes of it. */
export interface TriedMutant {
  readonly mutant: Mutant;
  /** Of the solution: its Dockerfile, or what its builds ignore. */
  readonly file: string;
  /** `caught`: it costs points. `same`: its build leaves the same behind. `survives`: neither. */
  readonly fate: "caught" | "same" | "survives";
  /** Criteria that it does not pass. */
  readonly fails: readonly string[];
}

/** Every small change of a lesson's Dockerfile and of its ignore file, graded one at a time as the caller asks for it. */
export function* tryMutants(lesson: Lesson): Generator<TriedMutant> {
  const name = dockerfilePath(lesson.rubric.image);
  const text = textOf(lesson.solution[name]);
  if (text === undefined) return;
  const outcome = (
    changed: Readonly<Record<string, string>>,
  ): { readonly report: Report; readonly behaviour: () => string } => {
    const files = { ...lesson.solution, ...changed };
    const submission = tidy("mutant", files, files, name);
    const dockerfile = changed[name] ?? text;
    return {
      report: grade(lesson, submission, { bases }),
      behaviour: () => behaviourOf(new Subject(lesson, submission.files, undefined, bases), dockerfile),
    };
  };
  const solution = outcome({});
  const behaviour = solution.behaviour();
  const ignore = Object.keys(lesson.solution).find(
    (path) =>
      path === `${name}.dockerignore` || path === `${contextFolder(lesson.rubric.image)}.dockerignore`,
  );
  const patterns = ignore === undefined ? undefined : textOf(lesson.solution[ignore]);
  const all = [
    ...mutantsOf(text).map((mutant) => ({ mutant, file: name })),
    ...(ignore === undefined || patterns === undefined
      ? []
      : ignoreMutants(patterns).map((mutant) => ({ mutant, file: ignore }))),
  ];
  for (const { mutant, file } of all) {
    const mutated = outcome({ [file]: mutant.text });
    const fails = mutated.report.criteria.filter((each) => each.outcome !== "pass").map(({ id }) => id);
    const fate =
      mutated.report.points < solution.report.points
        ? "caught"
        : mutated.behaviour() === behaviour
          ? "same"
          : "survives";
    yield { mutant, file, fate, fails };
  }
}

/**
 * What the build leaves behind: the container's configuration and every file; not times, nor how the history words it. A copy of the
 * Dockerfile itself, which `COPY . .` brings into the image, is another in every mutant and stands for none.
 */
function behaviourOf(subject: Subject, dockerfile: string): string {
  const { image } = subject.build();
  if (!image) return "no image";
  return canonicalJson([image.config.config ?? {}, told(image.tree, digestOf(dockerfile))]);
}

const known = new WeakMap<Directory, Told>();
type Told = readonly unknown[];

/** A tree without its times. Folders of the base image are shared between builds, so each is told once. */
function told(directory: Directory, dockerfile: Digest): Told {
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
        ? digestOf(JSON.stringify(told(entry, dockerfile)))
        : entry.kind === "file"
          ? entry.content.digest === dockerfile
            ? "the Dockerfile"
            : entry.content.digest
          : entry.kind === "symlink"
            ? entry.target
            : entry.name,
    ]);
  known.set(directory, out);
  return out;
}
