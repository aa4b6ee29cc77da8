import { type BaseImageData, type BuildResult, type Vertex, Workstation } from "@drydock/engine";
import type { Lesson } from "../lesson.ts";

/** A figure of a build of the lesson's own files. */
export interface FactFigure {
  /** `duration`: milliseconds of the simulated clock. `size`: bytes. */
  readonly what: "duration" | "size";
  readonly amount: number;
}

const VALUES: Readonly<Record<string, readonly string[]>> = {
  of: ["step", "image"],
  build: ["start", "solution"],
  what: ["duration", "size"],
};
const builds = new WeakMap<Lesson, Map<string, BuildResult>>();

/** What a `<Fact />` with these attributes tells. @throws {Error} where there is nothing to tell */
export function factOf(
  lesson: Lesson,
  asked: ReadonlyMap<string, string>,
  bases: readonly BaseImageData[],
): FactFigure {
  for (const [name, values] of Object.entries(VALUES)) {
    const value = asked.get(name) ?? "";
    if (!values.includes(value))
      throw new Error(`<Fact>: ${name} is ${values.join(" or ")}, not ${JSON.stringify(value)}`);
  }
  const which = asked.get("build") === "solution" ? "solution" : "start";
  const result = buildOf(lesson, which, bases);
  const what = asked.get("what") === "size" ? "size" : "duration";
  if (asked.get("of") === "image") {
    if (what === "duration") throw new Error("<Fact>: an image has a size, and no duration");
    if (!result.image) throw new Error(`<Fact>: the build of ${which}/ makes no image`);
    return { what, amount: result.image.size };
  }
  const wanted = asked.get("step");
  if (wanted === undefined) throw new Error('<Fact of="step"> has no step="…"');
  const vertex = result.vertices.find((candidate) => isStep(candidate, wanted));
  if (!vertex) throw new Error(`<Fact>: no step of the build of ${which}/ is ${JSON.stringify(wanted)}`);
  return { what, amount: what === "duration" ? vertex.cost : (vertex.step?.layer?.size ?? 0) };
}

function buildOf(lesson: Lesson, which: "start" | "solution", bases: readonly BaseImageData[]): BuildResult {
  const known = builds.get(lesson) ?? new Map<string, BuildResult>();
  builds.set(lesson, known);
  const before = known.get(which);
  if (before) return before;
  const { id: seed, blackBoxes, rubric } = lesson;
  const machine = new Workstation({ bases, seed, files: lesson[which], blackBoxes });
  const result = machine.build({ tags: [rubric.image.tag ?? "image"] });
  known.set(which, result);
  return result;
}

/** Whether a vertex is the step that is asked for: a program it started, or the words of its instruction. */
const isStep = ({ name, step }: Vertex, wanted: string): boolean =>
  step !== undefined &&
  (step.started.some(({ argv }) =>
    [argv[0]?.split("/").at(-1), ...argv.slice(1)].join(" ").startsWith(wanted),
  ) ||
    name.replace(/^\[[^\]]*\] /, "").startsWith(wanted));
