import { type Container, type Life, treeAt } from "./container.ts";
import { containerEvent } from "../events/container-event.ts";
import { replaceContainer } from "./find-container.ts";
import type { ExecLife, ExecSpec } from "../lives/exec-life.ts";
import { mountsNow } from "../lives/mounts-now.ts";
import { workOut } from "../lives/work-out.ts";
import type { Surroundings } from "./start-container.ts";
import type { DaemonState } from "../state.ts";

interface StartedExec {
  readonly state: DaemonState;
  /** Finds its life among those of its container. */
  readonly key: number;
  readonly output: Life["output"];
  readonly end: Life["end"];
}

/**
 * Starts one more program in a running container. What it changes in the files comes to the others when it is done (`advance`).
 *
 * @param horizon the last moment at which it can ask others by the network
 * @throws {EngineError} NOT_SIMULATED, LIMIT
 */
export function execIn(
  state: DaemonState,
  container: Container,
  around: Surroundings,
  spec: ExecSpec,
  horizon: number = state.time,
): StartedExec | { readonly error: string } {
  const cell = { state };
  const beginning = {
    at: state.time,
    tree: treeAt(container, state.time),
    mounts: mountsNow(container, state.time, around.mounts),
    stdin: around.stdin ?? "",
  };
  const outcome = workOut(cell, container, spec, beginning, around, { horizon });
  if ("misplaced" in outcome) return { error: outcome.misplaced };
  if (!outcome.life) return { error: outcome.startError };
  const { life } = outcome;
  const now = cell.state.containers.find(({ id }) => id === container.id) ?? container;
  const mine = now.life;
  const running = (now.execs ?? []).filter((one) => goesOn(one, state.time));
  const key = Math.max(0, ...(now.execs ?? []).map((one) => one.key)) + 1;
  const changed: Container = {
    ...now,
    execs: [...running, { key, spec, life }],
    ...(mine && { life: { ...mine, waiting: [...mine.waiting, ...life.waiting] } }),
  };
  const line = spec.argv.join(" ");
  const begun = ["exec_create", "exec_start"].reduce(
    (next, action) => containerEvent(next, changed, `${action}: ${line}`, {}, state.time),
    replaceContainer(cell.state, changed),
  );
  const { end } = life;
  const told = end
    ? containerEvent(begun, changed, "exec_die", { exitCode: String(end.exitCode) }, end.at)
    : begun;
  return { state: told, key, output: life.output, end };
}

/** Of one that is over, and whose changes the others have, nobody asks any more. */
const goesOn = ({ life }: ExecLife, now: number): boolean =>
  !life.end || life.end.at > now || (life.committed ?? 0) < (life.effects ?? []).length;
