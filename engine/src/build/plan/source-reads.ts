import { mountSource } from "../run/mount-source.ts";
import type { Plan, PlannedStep } from "./plan.ts";
import { isGitSource, isUrlSource } from "./remote-source.ts";
import type { CopyFrom } from "../solve/step-sources.ts";

/** Paths that a step reads, as they are written, and where from. */
export interface SourceRead {
  readonly from: CopyFrom;
  readonly paths: readonly string[];
  readonly exclude: readonly string[];
}

export const isRemote = (source: string): boolean => isUrlSource(source) || isGitSource(source);

/** What a COPY, an ADD or the bind mounts of a RUN read. What comes over the network is none of it. */
export function sourceReads(step: PlannedStep, plan: Plan): SourceRead[] {
  if (step.kind === "workdir") return [];
  if (step.kind === "run")
    return step.mounts.flatMap((mount) => {
      const from = mount.type === "bind" ? mountSource(mount, plan) : undefined;
      return from ? [{ from, paths: [mount.source ?? "/"], exclude: [] }] : [];
    });
  const paths = step.sources.filter((source) => !isRemote(source));
  return paths.length > 0 ? [{ from: step.from, paths, exclude: step.instruction.exclude }] : [];
}
