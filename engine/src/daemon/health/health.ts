import type { ErrorData } from "../../core/engine-error.ts";
import type { HealthcheckConfig } from "../../oci/image-config.ts";

/** One run of a health check, as `docker inspect` shows it. */
export interface HealthProbe {
  readonly start: number;
  readonly end: number;
  /** -1: it took too long. */
  readonly exitCode: number;
  readonly output: string;
}

/** What Docker knows of the health of a container since it was started. */
export interface Health {
  readonly status: "starting" | "healthy" | "unhealthy";
  readonly failingStreak: number;
  /** The last five, oldest first. */
  readonly log: readonly HealthProbe[];
  /** When the next one begins. */
  readonly next: number;
  /** A check did something that Drydock does not simulate: nobody knows how it ended, and none is run any more. */
  readonly gap?: ErrorData["NOT_SIMULATED"];
}

/** A health check with Docker's defaults in place (moby, daemon/health.go). Times in milliseconds. */
export interface HealthPlan {
  /** `["CMD", …]` or `["CMD-SHELL", text]` */
  readonly test: readonly string[];
  readonly interval: number;
  readonly timeout: number;
  readonly startPeriod: number;
  readonly startInterval: number;
  readonly retries: number;
}

const milliseconds = (nanoseconds: number | undefined, none: number): number =>
  nanoseconds ? nanoseconds / 1e6 : none;

/** Undefined where nothing is checked. */
export function healthPlan(config: HealthcheckConfig | undefined): HealthPlan | undefined {
  const test = config?.Test ?? [];
  if (test.length < 2 || test[0] === "NONE") return undefined;
  return {
    test,
    interval: milliseconds(config?.Interval, 30_000),
    timeout: milliseconds(config?.Timeout, 30_000),
    startPeriod: milliseconds(config?.StartPeriod, 0),
    startInterval: milliseconds(config?.StartInterval, 5000),
    retries: config?.Retries || 3,
  };
}

/** Milliseconds from one check to the next: in the start period, and as long as none has passed, the shorter ones. */
const pause = (plan: HealthPlan, status: Health["status"], startedAt: number, now: number): number =>
  now - startedAt < plan.startPeriod && status === "starting" ? plan.startInterval : plan.interval;

export const freshHealth = (plan: HealthPlan, startedAt: number): Health => ({
  status: "starting",
  failingStreak: 0,
  log: [],
  next: startedAt + pause(plan, "starting", startedAt, startedAt),
});

/** A failure in the start period, before any success, is not counted (moby, daemon/health.go, handleProbeResult). */
export function afterProbe(plan: HealthPlan, health: Health, startedAt: number, probe: HealthProbe): Health {
  const log = [...health.log, probe].slice(-5);
  const next = (status: Health["status"]): number => probe.end + pause(plan, status, startedAt, probe.end);
  if (probe.exitCode === 0) return { status: "healthy", failingStreak: 0, log, next: next("healthy") };
  const spared = health.status === "starting" && probe.start - startedAt < plan.startPeriod;
  const failingStreak = health.failingStreak + (spared ? 0 : 1);
  const status = !spared && failingStreak >= plan.retries ? "unhealthy" : health.status;
  return { status, failingStreak, log, next: next(status) };
}
