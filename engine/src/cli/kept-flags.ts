import type { Json } from "../core/json.ts";
import { memoryBytes } from "./memory-bytes.ts";
import type { Call } from "./command.ts";
import type { Flag } from "./flag.ts";

/** A flag whose value the engine keeps for `docker inspect`: nothing that a simulated program does depends on it. */
interface KeptFlag {
  readonly flag: Flag;
  /** Field of HostConfig. */
  readonly field: string;
  /** The field's value; undefined: refused as an invalid argument. */
  value(given: readonly string[]): Json | undefined;
}

const last = (given: readonly string[]): string => given.at(-1) ?? "";
const number = (given: readonly string[]): Json => Number(last(given));
const list = (given: readonly string[]): Json => given;
const word = (given: readonly string[]): Json => last(given);
const yes = (given: readonly string[]): Json => last(given) === "true";
const size = (given: readonly string[]): Json | undefined => memoryBytes(last(given));

const pairs = (given: readonly string[]): Json =>
  Object.fromEntries(given.map((pair) => pair.split(/=(.*)/s)).map(([key = "", value = ""]) => [key, value]));

function ulimits(given: readonly string[]): Json | undefined {
  const limits = given.map((text) => {
    const match = /^([a-z]+)=(-?\d+)(?::(-?\d+))?$/.exec(text);
    return match && { Name: match[1] ?? "", Hard: Number(match[3] ?? match[2]), Soft: Number(match[2]) };
  });
  return limits.every((one) => one !== null) ? limits : undefined;
}

/** `1.5` CPUs in billionths. */
const cpus = (given: readonly string[]): Json | undefined =>
  /^\d*\.?\d+$/.test(last(given)) ? Math.round(Number(last(given)) * 1e9) : undefined;

const gpus = (): Json => [{ Driver: "", Count: -1, DeviceIDs: null, Capabilities: [["gpu"]], Options: {} }];

const kept = (
  name: string,
  kind: Flag["kind"],
  field: string,
  value: KeptFlag["value"],
  help: string,
  more: Partial<Flag> = {},
): KeptFlag => ({ flag: { name, kind, help, ...more }, field, value });

/** Flags that are kept, by HostConfig's own names. */
export const keptFlags: readonly KeptFlag[] = [
  kept(
    "gpus",
    "string",
    "DeviceRequests",
    gpus,
    "GPU devices to add to the container ('all' to pass all GPUs)",
    {
      value: "gpu-request",
    },
  ),
  kept("cpus", "string", "NanoCpus", cpus, "Number of CPUs", { value: "decimal" }),
  kept("cpu-shares", "int", "CpuShares", number, "CPU shares (relative weight)", { short: "c" }),
  kept("cpuset-cpus", "string", "CpusetCpus", word, "CPUs in which to allow execution (0-3, 0,1)"),
  kept("pids-limit", "int", "PidsLimit", number, "Tune container pids limit (set -1 for unlimited)"),
  kept("memory-reservation", "string", "MemoryReservation", size, "Memory soft limit", { value: "bytes" }),
  kept(
    "memory-swap",
    "string",
    "MemorySwap",
    (given) => (last(given) === "-1" ? -1 : size(given)),
    "Swap limit equal to memory plus swap: '-1' to enable unlimited swap",
    { value: "bytes" },
  ),
  kept("shm-size", "string", "ShmSize", size, "Size of /dev/shm", { value: "bytes" }),
  kept("oom-kill-disable", "bool", "OomKillDisable", yes, "Disable OOM Killer"),
  kept("oom-score-adj", "int", "OomScoreAdj", number, "Tune host's OOM preferences (-1000 to 1000)"),
  kept("ulimit", "list", "Ulimits", ulimits, "Ulimit options", { value: "ulimit", shown: "[]" }),
  kept("cap-add", "list", "CapAdd", list, "Add Linux capabilities"),
  kept("privileged", "bool", "Privileged", yes, "Give extended privileges to this container"),
  kept("dns", "list", "Dns", list, "Set custom DNS servers"),
  kept("dns-search", "list", "DnsSearch", list, "Set custom DNS search domains"),
  kept("dns-option", "list", "DnsOptions", list, "Set DNS options"),
  kept("storage-opt", "list", "StorageOpt", pairs, "Storage driver options for the container"),
  kept("security-opt", "list", "SecurityOpt", list, "Security Options"),
  kept("ipc", "string", "IpcMode", word, "IPC mode to use", {
    lacking: "share an IPC namespace",
    except: /^(?:private|shareable|none)?$/,
  }),
  kept(
    "cgroupns",
    "string",
    "CgroupnsMode",
    word,
    "Cgroup namespace to use (host|private)\n'host':    Run the container in the Docker host's cgroup namespace\n'private': Run the container in its own private cgroup namespace\n'':        Use the cgroup namespace as configured by the\n           default-cgroupns-mode option on the daemon (default)",
  ),
  kept("cgroup-parent", "string", "CgroupParent", word, "Optional parent cgroup for the container"),
  kept("runtime", "string", "Runtime", word, "Runtime to use for this container", {
    lacking: "use another runtime than runc",
    except: /^(?:runc|io\.containerd\.runc\.v2)?$/,
  }),
];

/** What of HostConfig the command line sets; `error` is all after `docker: `. */
export function keptConfig(
  call: Call,
): { readonly config: Readonly<Record<string, Json>> } | { readonly error: string } {
  const config: Record<string, Json> = {};
  for (const { flag, field, value } of keptFlags) {
    const given = call.all(flag.name);
    if (given.length === 0) continue;
    const read = value(given);
    if (read === undefined)
      return {
        error: `invalid argument ${JSON.stringify(given.at(-1))} for "--${flag.name}" flag: invalid value`,
      };
    config[field] = read;
  }
  return { config };
}
