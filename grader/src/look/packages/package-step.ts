import type { Directory } from "@drydock/engine";
import type { Subject } from "../../subject.ts";
import { type Manager, installedVersion } from "./packages.ts";
import { lineage } from "../words/place.ts";
import { unbuiltSteps } from "../build/unbuilt-steps.ts";
import { type StepVertex, stepsOf } from "../build/step-pattern.ts";

/** What became of a package in the build: the step that did it last. */
export type PackageStep = {
  /** `brought` and `removed` in the stages that the image is made of, `elsewhere` in another one. */
  readonly kind: "brought" | "removed" | "elsewhere";
  readonly vertex: StepVertex;
};

const PROGRAMS: Readonly<Record<Manager, RegExp>> = {
  apt: /^(?:apt|apt-get|dpkg|aptitude)$/,
  apk: /^apk$/,
  pip: /^(?:pip|python|uv)[\d.]*$/,
  npm: /^(?:npm|npx|yarn|pnpm|node)$/,
};

/** The last step that brought or removed a package, undefined where it is the base's or nobody ever had it. @throws {EngineError} NOT_SIMULATED */
export function packageStep(subject: Subject, manager: Manager, name: string): PackageStep | undefined {
  const result = subject.build();
  const own = new Set(lineage(result));
  const has = (tree: Directory): boolean => installedVersion(tree, manager, name) !== undefined;
  for (const vertex of [...unbuiltSteps(subject), ...stepsOf(result)].toReversed()) {
    const { layer, stage, instruction, started } = vertex.step;
    const touches =
      instruction.kind !== "RUN" ||
      started.some(({ argv }) => PROGRAMS[manager].test(argv[0]?.replace(/^.*\//, "") ?? ""));
    if (!layer || !touches) continue;
    const [before, after] = [has(layer.lower), has(layer.upper)];
    if (before === after) continue;
    if (own.has(stage)) return { kind: after ? "brought" : "removed", vertex };
    if (after) return { kind: "elsewhere", vertex };
  }
  return undefined;
}
