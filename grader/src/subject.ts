import {
  type BaseImageData,
  type BuildResult,
  type Dockerfile,
  type FileState,
  notSimulated,
  parseDockerfile,
  Workstation,
} from "@drydock/engine";
import { applyEdit, type Edit, editedFile, textOf } from "./edit.ts";
import { ImageMachine, type Variant } from "./image-machine.ts";
import type { Evidence } from "./check.ts";
import type { Lesson, Session, Submission } from "./lesson.ts";
import { shorten } from "./look/words/words.ts";
import { restoreProtected, restoreStates } from "./protect.ts";
import { dockerfilePath } from "./rubric/dockerfile-path.ts";
import { replay, type Replay, REPLAY_STEPS } from "./replay.ts";

/**
 * The submission as checks see it: files, builds and the replayed machine, each made when first asked for and only once.
 *
 * Each kind of machine is a fresh one. Builds that Drydock cannot tell the end of throw NOT_SIMULATED, but for `build()`: the grader
 * has looked at that one before any check does.
 */
export class Subject {
  readonly lesson: Lesson;
  readonly files: FileState;
  readonly session: Session | undefined;
  readonly #bases: readonly BaseImageData[];
  readonly #memo = new Map<string, unknown>();

  constructor(
    lesson: Lesson,
    files: FileState,
    session: Session | undefined,
    bases: readonly BaseImageData[],
  ) {
    this.lesson = lesson;
    this.files = files;
    this.session = session;
    this.#bases = bases;
  }

  /** Path of the Dockerfile in the submission. */
  get dockerfileName(): string {
    return dockerfilePath(this.lesson.rubric.image);
  }

  get dockerfileText(): string | undefined {
    return textOf(this.files[this.dockerfileName]);
  }

  get dockerfile(): Dockerfile {
    return this.#once("dockerfile", () => parseDockerfile(this.dockerfileText ?? ""));
  }

  text(path: string): string | undefined {
    return textOf(this.files[path]);
  }

  build(variant: Variant = NO_VARIANT): BuildResult {
    return this.#once(`build ${JSON.stringify(variant)}`, () =>
      (Object.keys(variant).length === 0 ? this.#first : this.#machine(this.files)).build(variant),
    );
  }

  /** What the build would be made of, also where Drydock lacks a base or cannot tell the end. */
  get planned(): ReturnType<ImageMachine["plan"]> {
    return this.#once("plan", () => this.#machine(this.files).plan());
  }

  /** The second build, after an edit, on the machine that has built the submission once. */
  rebuild(edit: Edit): BuildResult {
    return this.#once(`rebuild ${JSON.stringify(edit)}`, () => {
      certain(this.build());
      return this.#after(this.#first, this.files, edit);
    });
  }

  /** The lesson's own build, of `start` or `solution`; with an edit, the second build after it. */
  reference(name: "start" | "solution", edit?: Edit): BuildResult {
    return this.#once(`${name} ${JSON.stringify(edit)}`, () => {
      const machine = this.#machine(this.lesson[name]);
      const result = certain(machine.build(NO_VARIANT));
      return edit === undefined ? result : this.#after(machine, this.lesson[name], edit);
    });
  }

  /** The machine after the session's commands; nothing is built there but what was typed. */
  get replayed(): Replay {
    return this.#once("replay", () =>
      replay(
        new Workstation({
          bases: this.#bases,
          seed: this.lesson.id,
          blackBoxes: this.lesson.blackBoxes,
          files: this.files,
          budget: { left: REPLAY_STEPS },
        }),
        this.session,
        this.files,
      ),
    );
  }

  /** The session's commands and how they ended, to be shown below a verdict. */
  get commandEvidence(): Evidence[] {
    return this.replayed.log.slice(-12).map(({ line, exitCode }) => ({
      kind: "output",
      text: `$ ${shorten(line, 160)}`,
      state: exitCode === 0 ? "done" : `exit ${exitCode}`,
    }));
  }

  get #first(): ImageMachine {
    return this.#once("machine", () => this.#machine(this.files));
  }

  #after(machine: ImageMachine, files: FileState, edit: Edit): BuildResult {
    const file = editedFile(edit);
    const text = textOf(applyEdit(files, edit)?.[file]);
    if (text === undefined)
      throw notSimulated(`an edit to ${file}, which is not among the files`, "have nothing to edit");
    const second = machine.fork(this.#bases);
    second.write(file, text);
    return certain(second.build(NO_VARIANT));
  }

  #machine(files: FileState): ImageMachine {
    return new ImageMachine(files, this.lesson.rubric.image, this.#bases, this.lesson.blackBoxes);
  }

  #once<T>(key: string, make: () => T): T {
    if (!this.#memo.has(key)) this.#memo.set(key, make());
    return this.#memo.get(key) as T;
  }
}

/** A submission as it is judged: what the lesson protects is restored. */
export function subjectOf(
  lesson: Lesson,
  { files, session }: Submission,
  bases: readonly BaseImageData[],
): Subject {
  const { protect } = lesson.rubric;
  return new Subject(
    lesson,
    restoreProtected(files, lesson.start, protect).files,
    restoreStates(session, lesson.start, protect),
    bases,
  );
}

const NO_VARIANT: Variant = {};

/** A build whose end Docker would share; one that never ends comes to no image there either. */
function certain(result: BuildResult): BuildResult {
  const unknown = result.error?.drydock;
  if (unknown && unknown.endless === undefined) throw notSimulated(unknown.what, unknown.real);
  return result;
}
