import { isoTime } from "../../core/iso-time.ts";
import type { Json } from "../../core/json.ts";
import { type Container, healthOf, isUp, statusOf } from "../containers/container.ts";
import { processId } from "../containers/process-id.ts";

const NEVER = "0001-01-01T00:00:00Z";

/** State of `docker inspect` (moby container/state.go). */
export function stateJson(container: Container, now: number): { readonly [key: string]: Json } {
  const { life, startError, startExit } = container;
  const up = isUp(container, now);
  const status = statusOf(container, now);
  const over = status === "exited" || status === "restarting";
  const finished = over ? life?.end?.at : container.lastEnd;
  return {
    Status: status,
    Running: up || status === "restarting",
    Paused: status === "paused",
    Restarting: status === "restarting",
    OOMKilled: false,
    Dead: false,
    Pid: up ? processId(container) : 0,
    ExitCode: startError === undefined ? (over ? (life?.end?.exitCode ?? 0) : 0) : (startExit ?? 127),
    Error: startError ?? "",
    StartedAt: life ? isoTime(life.startedAt) : NEVER,
    FinishedAt: finished === undefined ? NEVER : isoTime(finished),
    ...healthJson(container, up),
  };
}

/** A container that has ended keeps what was known last, as unhealthy where it was checked (moby daemon/health.go). */
function healthJson(container: Container, up: boolean): { readonly Health?: Json } {
  const health = healthOf(container);
  if (!health) return {};
  return {
    Health: {
      Status: up ? health.status : "unhealthy",
      FailingStreak: health.failingStreak,
      Log: health.log.map(({ start, end, exitCode, output }) => ({
        Start: isoTime(start),
        End: isoTime(end),
        ExitCode: exitCode,
        Output: output,
      })),
    },
  };
}
