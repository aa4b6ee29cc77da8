import type { Mount } from "../../dockerfile/instruction.ts";
import type { CopyStep, PlannedStep, RunStep } from "../plan/plan.ts";
import { runNetwork } from "../run/run-network.ts";
import { isWildcard } from "../copy/wildcard.ts";
import { basename, clean } from "../../vfs/path.ts";

/** What a mount adds to the key: a cache mount's contents never count, nor does a secret's value. */
const mountKey = ({
  type,
  target,
  readOnly,
  source,
  from,
  required,
  env,
  mode,
  uid,
  gid,
  size,
}: Mount): unknown => [
  type,
  target,
  readOnly,
  type === "bind" && source !== undefined ? basename(clean(`/${source}`)) : source,
  from !== undefined,
  required,
  env,
  mode,
  uid,
  gid,
  size,
];

const run = (step: RunStep): unknown => [
  "run",
  step.argv,
  step.env,
  step.buildArgs,
  step.directory,
  step.user,
  runNetwork(step),
  step.mounts.map(mountKey),
  step.pipe?.data,
  ...(step.machine ? [step.machine.hosts, step.machine.limits].filter(({ length }) => length > 0) : []),
];

/** Of a source only its base name counts: the same name from another folder hits (`build/cache/other-context`). */
const sourceName = (source: string): string => (isWildcard(source) ? source : basename(clean(`/${source}`)));

/** 0644 and 644 are one number; symbols count as they are written [measured on Docker 28.5.2]. */
const chmodKey = (chmod: string | undefined): unknown =>
  chmod !== undefined && /^[0-7]+$/.test(chmod) ? Number.parseInt(chmod, 8) : chmod;

const copy = (step: CopyStep): unknown => [
  step.instruction.kind,
  step.destination,
  step.sources.map(sourceName),
  step.contents.map(({ path, data }) => [path, data]),
  step.chown,
  chmodKey(step.chmod),
  step.instruction.exclude,
  step.instruction.unpack,
];

/**
 * The operation of a step in canonical form, variables replaced: what BuildKit hashes besides its inputs.
 *
 * For RUN that is arguments, environment, ARGs in scope, user, directory and mounts; for COPY and ADD the destination,
 * the sources' base names and the flags; for WORKDIR path and owner (moby/buildkit solver/llbsolver/ops/exec.go, file.go).
 */
export function operation(step: PlannedStep): string {
  if (step.kind === "run") return JSON.stringify(run(step));
  if (step.kind === "copy") return JSON.stringify(copy(step));
  return JSON.stringify(["mkdir", step.path, step.user, step.time]);
}
