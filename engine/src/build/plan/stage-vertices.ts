import type { Directory } from "../../vfs/entry.ts";
import type { BuildCache } from "../cache/cache.ts";
import { cachePermissions } from "../run/cache-permissions.ts";
import { cost } from "../solve/cost.ts";
import { baseVertex, contextVertex, inlineVertex, permissionsVertex } from "./internal-vertices.ts";
import { mountSource } from "../run/mount-source.ts";
import type { Plan, PlannedStep } from "./plan.ts";
import type { Vertex } from "../result.ts";
import { isRemote } from "./source-reads.ts";
import type { CopyFrom } from "../solve/step-sources.ts";

/** Where a step reads from, beside what it stands on. */
const readsFrom = (step: PlannedStep, plan: Plan): CopyFrom[] => {
  if (step.kind === "copy") return step.sources.every(isRemote) ? [] : [step.from];
  if (step.kind !== "run") return [];
  return step.mounts.flatMap((mount) => mountSource(mount, plan) ?? []);
};

/** Documents that stand in the Dockerfile itself, by what they hold: the same one is one vertex. */
const inlineOf = (step: PlannedStep): string[] => {
  if (step.kind === "copy") return step.contents.map(({ path, data }) => `inline ${path}\n${data}`);
  return step.kind === "run" && step.pipe ? [`inline ${step.pipe.path}\n${step.pipe.data}`] : [];
};

/** Folders that cache mounts begin as, where owner or mode is asked for. */
const permissionsOf = (step: PlannedStep): string[] =>
  step.kind === "run" ? step.mounts.flatMap((mount) => cachePermissions(mount) ?? []) : [];

/** Keys of what is made for a step beside its own work. */
export const preparedFor = (step: PlannedStep): string[] => [...inlineOf(step), ...permissionsOf(step)];

export interface Loading {
  readonly context: Directory;
  /** Of an archive all is here already, and nothing more is sent. */
  readonly sentAs: "files" | "archive";
  /** Simulated milliseconds from the start of the build. */
  readonly begin: number;
  readonly cache: BuildCache;
  /** `sha256:…` of a base that was asked for at its registry (recording build/cache/pull); undefined for one of the store. */
  readonly digest: (reference: string) => string | undefined;
}

/**
 * What is loaded before the first step runs: each image once, under the name of the first stage that starts from it, the
 * context if a step reads it, and heredoc files.
 */
export function stageVertices(
  plan: Plan,
  { context, sentAs, begin, cache, digest }: Loading,
): { readonly vertices: Vertex[]; readonly ready: { readonly bases: number; readonly context: number } } {
  const names = new Map<string, string>();
  for (const { start } of plan.stages) {
    if (start.kind === "image" && !names.has(start.reference)) names.set(start.reference, start.vertex);
  }
  const steps = plan.stages.flatMap((stage) => stage.steps);
  const reads = steps.flatMap((step) => readsFrom(step, plan));
  for (const from of reads) {
    if (from.kind === "image" && !names.has(from.reference))
      names.set(from.reference, `FROM ${from.reference}`);
  }
  const vertices = [...names].map(([reference, name]) => baseVertex(name, begin, digest(reference)));
  if (sentAs === "files" && reads.some(({ kind }) => kind === "context"))
    vertices.push(contextVertex(context, begin));
  for (const key of new Set(steps.flatMap(inlineOf)))
    vertices.push(inlineVertex(begin, cache.get(key) !== undefined));
  for (const key of new Set(steps.flatMap(permissionsOf)))
    vertices.push(permissionsVertex(begin, cache.get(key) !== undefined));
  return { vertices, ready: { bases: begin + cost.base, context: begin + cost.context } };
}
