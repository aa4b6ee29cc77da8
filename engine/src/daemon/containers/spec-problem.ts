import { SIMULATED_MACHINE } from "../../shell/simulated-machine.ts";
import type { Json } from "../../core/json.ts";
import type { HealthcheckConfig } from "../../oci/image-config.ts";
import type { ContainerSpec } from "./create-container.ts";
import { signalProblem } from "./signal-problem.ts";

const SMALLEST_MEMORY = 6 * 1024 * 1024;
const MILLISECOND = 1e6;
/** What the engine knows of `--security-opt` (moby daemon/daemon_unix.go, parseSecurityOpt). */
const SECURITY =
  /^(?:no-new-privileges|disable|(?:label|apparmor|seccomp|no-new-privileges|writable-cgroups)[=:])/;
const IPC = /^(?:|none|private|shareable|host|container:.+)$/;

/**
 * What is wrong with a wish for a container before anybody has looked for its image: all after `Error response from daemon: `
 * (moby daemon/container.go, verifyContainerSettings, and daemon_unix.go, verifyPlatformContainerSettings).
 */
export function specProblem(spec: ContainerSpec): string | undefined {
  const { options, directory, stopSignal, health } = spec;
  if (directory !== undefined && !directory.startsWith("/"))
    return `the working directory '${directory}' is invalid, it needs to be an absolute path`;
  const signal = stopSignal === undefined ? undefined : signalProblem(stopSignal);
  if (signal?.startsWith("invalid")) return signal;
  return healthProblem(health) ?? resourceProblem(options.memory, options.kept);
}

function healthProblem(health: HealthcheckConfig | undefined): string | undefined {
  if (!health) return undefined;
  const short = (["Interval", "Timeout", "StartPeriod", "StartInterval"] as const).find((name) => {
    const time = health[name] ?? 0;
    return time !== 0 && time < MILLISECOND;
  });
  if (short) return `${short} in Healthcheck cannot be less than 1ms`;
  return (health.Retries ?? 0) < 0 ? "Retries in Healthcheck cannot be negative" : undefined;
}

/** What the engine says to limits that make no sense. */
export function resourceProblem(memory: number, kept: { readonly [key: string]: Json }): string | undefined {
  const number = (name: string): number => {
    const value = kept[name];
    return typeof value === "number" ? value : 0;
  };
  const text = (name: string): string => {
    const value = kept[name];
    return typeof value === "string" ? value : "";
  };
  const { cpus } = SIMULATED_MACHINE;
  const [swap, reservation, nano] = [number("MemorySwap"), number("MemoryReservation"), number("NanoCpus")];
  if (memory > 0 && memory < SMALLEST_MEMORY) return "Minimum memory limit allowed is 6MB";
  if (memory > 0 && swap > 0 && swap < memory)
    return "Minimum memoryswap limit should be larger than memory limit, see usage";
  if (memory === 0 && swap > 0)
    return "You should always set the Memory limit when using Memoryswap limit, see usage";
  if (reservation > 0 && reservation < SMALLEST_MEMORY) return "Minimum memory reservation allowed is 6MB";
  if (memory > 0 && memory < reservation)
    return "Minimum memory limit can not be less than memory reservation limit, see usage";
  if (nano < 0 || nano > cpus * 1e9)
    return `range of CPUs is from 0.01 to ${cpus}.00, as there are only ${cpus} CPUs available`;
  const set = text("CpusetCpus");
  if (!/^(?:\d+(?:-\d+)?(?:,|$))*$/.test(set))
    return `Invalid value ${set} for cpuset cpus: invalid format: ${set}`;
  const highest = Math.max(-1, ...(set.match(/\d+/g) ?? []).map(Number));
  if (highest >= cpus) return `Requested CPUs are not available - requested ${set}, available: 0-${cpus - 1}`;
  const score = number("OomScoreAdj");
  if (Math.abs(score) > 1000) return `Invalid value ${score}, range for oom score adj is [-1000, 1000]`;
  if ("StorageOpt" in kept)
    return "--storage-opt is supported only for overlay over xfs with 'pquota' mount option";
  const odd = [kept["SecurityOpt"] ?? []]
    .flat()
    .find((option) => typeof option === "string" && !SECURITY.test(option));
  if (odd !== undefined) return `invalid --security-opt 2: ${JSON.stringify(odd)}`;
  if (!IPC.test(text("IpcMode"))) return `invalid IPC mode: ${text("IpcMode")}`;
  return undefined;
}
