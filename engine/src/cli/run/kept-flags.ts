import type { Json } from "../../core/json.ts";
import { flagChecks } from "./flag-checks.ts";
import { memoryBytes } from "./memory-bytes.ts";
import type { Call } from "../command.ts";
import type { Flag } from "../words/flag.ts";

/** A flag whose value the engine keeps for `docker inspect`: nothing that a simulated program does depends on it. */
interface KeptFlag {
  readonly flag: Flag;
  /** Field of HostConfig. */
  readonly field: string;
  /** The field's value; what is no value is refused when the flags are read. */
  value(given: readonly string[]): Json;
}

const last = (given: readonly string[]): string => given.at(-1) ?? "";
const number = (given: readonly string[]): Json => Number(last(given));
const list = (given: readonly string[]): Json => given;
const word = (given: readonly string[]): Json => last(given);
const yes = (given: readonly string[]): Json => last(given) === "true";

function size(given: readonly string[]): Json {
  const bytes = memoryBytes(last(given));
  return typeof bytes === "number" ? bytes : 0;
}

const pairs = (given: readonly string[]): Json =>
  Object.fromEntries(given.map((pair) => pair.split(/=(.*)/s)).map(([key = "", value = ""]) => [key, value]));

const ulimits = (given: readonly string[]): Json =>
  given.map((text) => {
    const [, name = "", soft = "0", hard = soft] = /^([^=]+)=([^:]+)(?::(.*))?$/.exec(text) ?? [];
    return { Name: name, Hard: Number(hard), Soft: Number(soft) };
  });

/** `1.5` CPUs in billionths. */
function cpus(given: readonly string[]): Json {
  const [above = "", below = "1"] = last(given).split("/");
  return Math.round((Number(above) / Number(below)) * 1e9);
}

const gpus = (): Json => [{ Driver: "", Count: -1, DeviceIDs: null, Capabilities: [["gpu"]], Options: {} }];

const kept = (
  name: string,
  kind: Flag["kind"],
  field: string,
  value: KeptFlag["value"],
  help: string,
  more: Partial<Flag> = {},
): KeptFlag => {
  const refuse = flagChecks[name];
  return { flag: { name, kind, help, ...(refuse && { refuse }), ...more }, field, value };
};

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
  kept("privileged", "bool", "Privileged", yes, "Give extended privileges to this container"),
  kept("dns", "list", "Dns", list, "Set custom DNS servers"),
  kept("dns-search", "list", "DnsSearch", list, "Set custom DNS search domains"),
  kept("dns-option", "list", "DnsOptions", list, "Set DNS options", { also: "dns-opt" }),
  kept("storage-opt", "list", "StorageOpt", pairs, "Storage driver options for the container"),
  kept("security-opt", "list", "SecurityOpt", list, "Security Options"),
  kept("ipc", "string", "IpcMode", word, "IPC mode to use", {
    lacking: "share an IPC namespace",
    except: /^(?!host$|container:.)/,
  }),
  kept(
    "cgroupns",
    "string",
    "CgroupnsMode",
    word,
    "Cgroup namespace to use (host|private)\n'host':    Run the container in the Docker host's cgroup namespace\n'private': Run the container in its own private cgroup namespace\n'':        Use the cgroup namespace as configured by the\n           default-cgroupns-mode option on the daemon (default)",
  ),
  kept("cgroup-parent", "string", "CgroupParent", word, "Optional parent cgroup for the container"),
  kept("group-add", "list", "GroupAdd", list, "Add additional groups to join"),
  kept("link", "list", "Links", list, "Add link to another container"),
];

/** What of HostConfig the command line sets. */
export function keptConfig(call: Call): { readonly [key: string]: Json } {
  const config: Record<string, Json> = {};
  for (const { flag, field, value } of keptFlags) {
    const given = call.all(flag.name);
    if (given.length > 0) config[field] = value(given);
  }
  return config;
}
