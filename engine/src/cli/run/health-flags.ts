import { parseDuration } from "../../dockerfile/duration.ts";
import type { HealthcheckConfig } from "../../oci/image-config.ts";
import type { Call } from "../command.ts";
import type { Flag } from "../words/flag.ts";

const time = (name: string, help: string): Flag => ({ name, kind: "duration", help, shown: "0s" });

/** Flags of `docker run` that say how health is checked. */
export const healthFlags: readonly Flag[] = [
  { name: "health-cmd", kind: "string", help: "Command to run to check health" },
  time("health-interval", "Time between running the check (ms|s|m|h)"),
  { name: "health-retries", kind: "int", help: "Consecutive failures needed to report unhealthy" },
  time("health-start-interval", "Time between running the check during the start period (ms|s|m|h)"),
  time(
    "health-start-period",
    "Start period for the container to initialize before starting health-retries countdown (ms|s|m|h)",
  ),
  time("health-timeout", "Maximum time to allow one check to run (ms|s|m|h)"),
  { name: "no-healthcheck", kind: "bool", help: "Disable any container-specified HEALTHCHECK" },
];

/** The health check of the command line, undefined where it says nothing of one (docker/cli opts.go, parse). */
export function healthCheck(call: Call): HealthcheckConfig | { readonly error: string } | undefined {
  const given = healthFlags.filter(
    ({ name, kind }) => kind !== "bool" && !/^(?:0[a-zµ]*)?$/.test(call.get(name)),
  );
  if (call.on("no-healthcheck"))
    return given.length > 0
      ? { error: "--no-healthcheck conflicts with --health-* options" }
      : { Test: ["NONE"] };
  if (given.length === 0) return undefined;
  const nanoseconds = (name: string): number => {
    const parsed = parseDuration(call.get(name) || "0s");
    return typeof parsed === "number" ? parsed : 0;
  };
  for (const name of ["interval", "timeout", "start-period", "start-interval"])
    if (nanoseconds(`health-${name}`) < 0) return { error: `--health-${name} cannot be negative` };
  const retries = Number(call.get("health-retries") || "0");
  if (retries < 0) return { error: "--health-retries cannot be negative" };
  const command = call.get("health-cmd");
  return {
    ...(command !== "" && { Test: ["CMD-SHELL", command] }),
    Interval: nanoseconds("health-interval"),
    Timeout: nanoseconds("health-timeout"),
    StartPeriod: nanoseconds("health-start-period"),
    StartInterval: nanoseconds("health-start-interval"),
    Retries: retries,
  };
}
