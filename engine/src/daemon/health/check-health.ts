import { EngineError, isEngineError } from "../../core/engine-error.ts";
import { type Container, statusOf } from "../containers/container.ts";
import { execIn } from "../containers/exec-container.ts";
import { containerEvent } from "../events/container-event.ts";
import { replaceContainer } from "../containers/find-container.ts";
import { afterProbe, freshHealth, type HealthPlan, healthPlan, type HealthProbe } from "./health.ts";
import type { Surroundings } from "../containers/start-container.ts";
import type { DaemonState } from "../state.ts";

/** Checks that one look at the clock may catch up with. */
const MOST = 500;
/** Characters of a check's output that Docker keeps. */
const KEPT = 4096;

/**
 * Runs the health checks that have come due by now, in order of time, each in its container as `docker exec` would.
 * @throws {EngineError} NOT_SIMULATED, LIMIT
 */
export function checkHealth(state: DaemonState, around: Surroundings): DaemonState {
  const now = state.time;
  let next = state;
  for (let run = 0; ; run++) {
    const due = dueFirst(next);
    if (!due) return { ...next, time: now };
    if (run === MOST) throw new EngineError("LIMIT", { what: "health checks at once", limit: MOST });
    next = { ...attempt(next, due, around), time: now };
  }
}

interface Due {
  readonly container: Container;
  readonly plan: HealthPlan;
  readonly at: number;
}

/** A check that cannot be simulated is no check: whoever asks for the container's health is told so, and nobody else. */
function attempt(state: DaemonState, { container, plan, at }: Due, around: Surroundings): DaemonState {
  try {
    return probe(state, container, plan, at, around);
  } catch (error) {
    if (!isEngineError(error, "NOT_SIMULATED") || !container.life) throw error;
    const before = container.health ?? freshHealth(plan, container.life.startedAt);
    const health = { ...before, next: Number.POSITIVE_INFINITY, gap: error.data };
    return replaceContainer(state, { ...container, health });
  }
}

/** When a check runs next; undefined: none will. */
export const nextCheck = (state: DaemonState): number | undefined =>
  dueFirst(state, Number.POSITIVE_INFINITY)?.at;

/** The container whose check is the first to run of those that are due. */
function dueFirst(state: DaemonState, now: number = state.time): Due | undefined {
  return state.containers
    .flatMap((container) => {
      const plan = healthPlan(container.config.Healthcheck);
      const { life } = container;
      if (!plan || !life) return [];
      const at = (container.health ?? freshHealth(plan, life.startedAt)).next;
      return at < Number.POSITIVE_INFINITY && at <= now && statusOf(container, at) === "running"
        ? [{ container, plan, at }]
        : [];
    })
    .sort((a, b) => a.at - b.at)[0];
}

function probe(
  state: DaemonState,
  container: Container,
  plan: HealthPlan,
  at: number,
  around: Surroundings,
): DaemonState {
  const { config, life } = container;
  const [kind, ...words] = plan.test;
  const shell = config.Shell ?? ["/bin/sh", "-c"];
  const argv = kind === "CMD-SHELL" ? [...shell, words[0] ?? ""] : words;
  const done = execIn(
    { ...state, time: at },
    container,
    { ...around, stdin: "" },
    { argv, env: [], user: undefined, directory: undefined },
    Number.POSITIVE_INFINITY,
  );
  const result = "error" in done ? failedStart(at, done.error) : ended(done, at, plan.timeout);
  const after = "error" in done ? state : done.state;
  const here = after.containers.find(({ id }) => id === container.id);
  if (!here || !life) return after;
  const before = container.health ?? freshHealth(plan, life.startedAt);
  const health = afterProbe(plan, before, life.startedAt, result);
  const checked = replaceContainer(after, { ...here, health });
  return health.status === before.status
    ? checked
    : containerEvent(checked, here, `health_status: ${health.status}`, {}, result.end);
}

const failedStart = (at: number, error: string): HealthProbe => ({
  start: at,
  end: at,
  exitCode: -1,
  output: `OCI runtime exec failed: exec failed: unable to start container process: ${error}: unknown`,
});

function ended(
  { output, end }: Exclude<ReturnType<typeof execIn>, { readonly error: string }>,
  at: number,
  timeout: number,
): HealthProbe {
  if (!end || end.at - at > timeout)
    return {
      start: at,
      end: at + timeout,
      exitCode: -1,
      output: `Health check exceeded timeout (${goDuration(timeout)})`,
    };
  const text = output.map((one) => one.text).join("");
  return {
    start: at,
    end: end.at,
    exitCode: end.exitCode,
    output: text.length > KEPT ? `${text.slice(0, KEPT)}...` : text,
  };
}

/** Go's way to print a duration: `30s`, `1m30s`, `500ms`. */
function goDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${milliseconds}ms`;
  const seconds = milliseconds / 1000;
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours > 0 ? `${hours}h` : ""}${hours > 0 || minutes > 0 ? `${minutes}m` : ""}${seconds % 60}s`;
}
