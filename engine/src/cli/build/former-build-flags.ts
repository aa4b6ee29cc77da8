import type { Flag } from "../words/flag.ts";

const former = (name: string, kind: Flag["kind"], help: string, more: Partial<Flag> = {}): Flag => ({
  name,
  kind,
  hidden: true,
  help,
  ...more,
});

/** Flags of the builder of old that buildx takes, does not show, and builds without (docker/buildx, commands/build.go). */
export const formerBuildFlags: readonly Flag[] = [
  former("compress", "bool", "Compress the build context using gzip"),
  former("cpu-period", "int", "Limit the CPU CFS (Completely Fair Scheduler) period"),
  former("cpu-quota", "int", "Limit the CPU CFS (Completely Fair Scheduler) quota"),
  former("cpu-shares", "int", "CPU shares (relative weight)", { short: "c" }),
  former("cpuset-cpus", "string", "CPUs in which to allow execution (0-3, 0,1)"),
  former("cpuset-mems", "string", "MEMs in which to allow execution (0-3, 0,1)"),
  former("force-rm", "bool", "Always remove intermediate containers"),
  former("isolation", "string", "Container isolation technology"),
  former("memory", "string", "Memory limit", { short: "m" }),
  former("memory-swap", "string", "Swap limit equal to memory plus swap"),
  former("rm", "bool", "Remove intermediate containers after a successful build", { default: "true" }),
  former("security-opt", "list", "Security options"),
  former("squash", "bool", "Squash newly built layers into a single new layer"),
];

/** What buildx says of some of them before it builds [measured on Docker 28.5.2]. */
export const formerFlagWarning = (given: (flag: string) => boolean): string =>
  (given("isolation") ? "WARNING: isolation flag is deprecated with BuildKit.\n" : "") +
  (given("squash")
    ? "WARNING: experimental flag squash is removed with BuildKit. You should squash inside build using a multi-stage Dockerfile for efficiency.\n"
    : "");
