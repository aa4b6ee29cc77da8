import type { Advice, BuildWarning, FileState, MachineChange } from "@drydock/engine";
import { basesOnDemand } from "@drydock/engine/bases/load.ts";
import { type Lesson, type Report, spoiledReport } from "@drydock/grader";
import { buildWarnings } from "../check/build-warnings.ts";
import { type Compared, compareBuilds } from "../compare/compare-builds.ts";
import { fetchPart } from "./fetch-part.ts";
import { gradeWork } from "../check/grade-work.ts";
import { lessonAdvice } from "../check/lesson-advice.ts";
import type { LoadedMachine, Look, Machine, Ran, RunOptions, Standing } from "../machine/machine.ts";
import { type LoadPart, withParts } from "./with-parts.ts";
import type { Work } from "../vault/work.ts";
import { workstationMachine } from "../machine/workstation-machine.ts";

/** A line that ran, and the machine after it. */
interface Step {
  readonly ran: Ran;
  readonly standing: Standing;
}

/**
 * Drydock for one page: a lesson, one machine, and the judge. All that goes in and out is plain data, so that it can stand
 * in a worker; none of it rejects but for mistakes of Drydock's own.
 */
export interface EngineService {
  /** The lesson that all else is about. */
  open(lesson: Lesson): Promise<void>;
  /** A fresh machine with these files in its folder takes the place of the one before. */
  begin(files: FileState): Promise<Standing>;
  run(line: string, files: FileState, options: RunOptions): Promise<Step>;
  /** See `Machine`: the same of the one that stands here. Undefined: it does not remember that moment. */
  look(lines: readonly string[]): Promise<readonly Look[]>;
  turnTo(moment: number): Promise<Standing | undefined>;
  changes(moment: number, since?: number): Promise<readonly MachineChange[] | undefined>;
  save(moments: readonly number[], beside: unknown): Promise<string>;
  load(text: string): Promise<LoadedMachine | { readonly error: string }>;
  /** The verdict on some work; on an answer alone, where `question` names one. */
  grade(work: Work, question?: string): Promise<Report>;
  /** What the build checks say of the files. */
  warnings(files: FileState): Promise<readonly BuildWarning[]>;
  /** What Drydock itself would say of them. */
  advice(files: FileState): Promise<readonly Advice[]>;
  /** The two builds of the home page; no lesson is needed. */
  compare(dockerfile: string): Promise<Compared>;
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The lesson with no criteria, and of its questions that one alone. */
const alone = (lesson: Lesson, question: string): Lesson => ({
  ...lesson,
  rubric: {
    ...lesson.rubric,
    criteria: [],
    questions: lesson.rubric.questions.filter(({ id }) => id === question),
  },
});

/** @param brought told of each part of Drydock that was fetched */
export const engineService = (brought: (part: string) => void = () => undefined): EngineService => {
  const bases = basesOnDemand();
  const load: LoadPart = async (part) => {
    brought(await fetchPart(bases, part));
  };
  let opened: { readonly lesson: Lesson; readonly advice: ReturnType<typeof lessonAdvice> } | undefined;
  let machine: Machine | undefined;
  const need = <T>(value: T | undefined, what: string): T => {
    if (value === undefined) throw new Error(`there is no ${what} yet`);
    return value;
  };
  const lessonNow = (): Lesson => need(opened, "lesson").lesson;
  return {
    open: async (lesson) => {
      opened = { lesson, advice: lessonAdvice(bases, lesson) };
    },
    begin: async (files) => {
      const { id, blackBoxes } = lessonNow();
      machine = workstationMachine(bases, id, files, load, blackBoxes);
      return machine.standing;
    },
    run: async (line, files, options) => {
      const mine = need(machine, "machine");
      const ran = await mine.run(line, files, options);
      return { ran, standing: mine.standing };
    },
    look: async (lines) => need(machine, "machine").look(lines),
    turnTo: async (moment) => {
      const mine = need(machine, "machine");
      return (await mine.turnTo(moment)) ? mine.standing : undefined;
    },
    changes: async (moment, since) => need(machine, "machine").changes(moment, since),
    save: async (moments, beside) => need(machine, "machine").save(moments, beside),
    load: async (text) => need(machine, "machine").load(text),
    grade: async (work, question) => {
      const graded = question === undefined ? lessonNow() : alone(lessonNow(), question);
      return withParts(load, () => gradeWork(graded, work, bases)).catch((error: unknown) =>
        spoiledReport(graded, graded.id, "error", `${wordsOf(error)}; this is no score`),
      );
    },
    warnings: async (files) => {
      const { id } = lessonNow();
      return withParts(load, () => buildWarnings(bases, id, files)).catch(() => []);
    },
    advice: async (files) => {
      const { advice } = need(opened, "lesson");
      return withParts(load, () => advice(files)).catch(() => []);
    },
    compare: (dockerfile) => withParts(load, () => compareBuilds(bases, dockerfile)),
  };
};
