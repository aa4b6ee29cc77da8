import type { Plan, RunStep } from "../plan/plan.ts";

/** The network of a RUN: its own flag, else that of the whole build; undefined is the usual one. */
export function runNetwork({
  instruction,
  machine,
}: Pick<RunStep, "instruction" | "machine">): string | undefined {
  const { network } = instruction;
  return network === undefined || network === "default" ? machine?.network : network;
}

/** Does a step want the machine's own network? BuildKit gives it only to who may have it. */
export const wantsHostNetwork = ({ stages }: Plan): boolean =>
  stages.some(({ steps }) => steps.some((step) => step.kind === "run" && runNetwork(step) === "host"));
