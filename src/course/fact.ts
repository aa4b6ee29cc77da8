import { type BuildResult, type Vertex, Workstation } from "@drydock/engine";
import { bases } from "@drydock/engine/bases/index.ts";
import { seconds, size } from "../session/amounts.ts";
import { lessonData } from "./lesson-data.ts";

export interface Asked {
  readonly of: "step" | "image";
  readonly build: "start" | "solution";
  readonly step?: string;
  readonly what: "duration" | "size";
}

const builds = new Map<string, BuildResult>();

const buildOf = (id: string, which: Asked["build"]): BuildResult => {
  const key = `${id} ${which}`;
  const known = builds.get(key);
  if (known) return known;
  const lesson = lessonData(id);
  const result = new Workstation({
    bases,
    seed: id,
    files: lesson[which],
    blackBoxes: lesson.blackBoxes,
  }).build({
    tags: [lesson.rubric.image.tag ?? "image"],
  });
  builds.set(key, result);
  return result;
};

/** Whether a vertex is the step that is asked for: a program it started, or the words of its instruction. */
const isStep = ({ name, step }: Vertex, wanted: string): boolean =>
  step !== undefined &&
  (step.started.some(({ argv }) =>
    [argv[0]?.split("/").at(-1), ...argv.slice(1)].join(" ").startsWith(wanted),
  ) ||
    name.replace(/^\[[^\]]*\] /, "").startsWith(wanted));

/** A figure of a build of the lesson's own files, in the site's words. @throws {Error} where there is nothing to tell. */
export const fact = (id: string, { of, build, step, what }: Asked): string => {
  const result = buildOf(id, build);
  const told = `${id}: <Fact of="${of}" build="${build}"${step === undefined ? "" : ` step="${step}"`} what="${what}" />`;
  if (of === "image") {
    if (what !== "size" || !result.image)
      throw new Error(`${told}: an image has a size, if its build ends well`);
    return size(result.image.size);
  }
  const vertex = result.vertices.find((candidate) => step !== undefined && isStep(candidate, step));
  if (!vertex) throw new Error(`${told}: no step of that build matches`);
  return what === "duration" ? seconds(vertex.cost) : size(vertex.step?.layer?.size ?? 0);
};
