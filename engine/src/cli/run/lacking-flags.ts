import { flagChecks } from "./flag-checks.ts";
import type { Flag } from "../words/flag.ts";

const none = (
  name: string,
  kind: Flag["kind"],
  help: string,
  lacking: string,
  more: Partial<Flag> = {},
): Flag => ({ name, kind, help, lacking, ...more });

function checked(name: string): Partial<Flag> {
  const refuse = flagChecks[name];
  return refuse ? { refuse } : {};
}

/** Flags of `docker create` and `docker run` that Docker has and Drydock lacks, with what the real one would do. */
export const lackingFlags: readonly Flag[] = [
  none(
    "annotation",
    "list",
    "Add an annotation to the container (passed through to the OCI runtime)",
    "hand an annotation to the runtime",
    { value: "map", shown: "map[]" },
  ),
  none(
    "blkio-weight",
    "int",
    "Block IO (relative weight), between 10 and 1000, or 0 to disable",
    "weigh the container's block IO",
    { value: "uint16", shown: "0" },
  ),
  none(
    "blkio-weight-device",
    "list",
    "Block IO weight (relative device weight)",
    "weigh the container's block IO on a device",
    { shown: "[]" },
  ),
  { name: "cpu-count", kind: "int", help: "CPU count (Windows only)", only: "windows" },
  { name: "cpu-percent", kind: "int", help: "CPU percent (Windows only)", only: "windows" },
  none(
    "cpu-period",
    "int",
    "Limit CPU CFS (Completely Fair Scheduler) period",
    "limit the CPU scheduler's period",
  ),
  none(
    "cpu-quota",
    "int",
    "Limit CPU CFS (Completely Fair Scheduler) quota",
    "limit the CPU scheduler's quota",
  ),
  none(
    "cpu-rt-period",
    "int",
    "Limit CPU real-time period in microseconds",
    "limit the real-time period of the CPU",
  ),
  none(
    "cpu-rt-runtime",
    "int",
    "Limit CPU real-time runtime in microseconds",
    "limit the real-time runtime of the CPU",
  ),
  none("cpuset-mems", "string", "MEMs in which to allow execution (0-3, 0,1)", "choose the memory nodes"),
  none("device", "list", "Add a host device to the container", "give the container a device of the host"),
  none(
    "device-cgroup-rule",
    "list",
    "Add a rule to the cgroup allowed devices list",
    "allow devices by a rule",
  ),
  none(
    "device-read-bps",
    "list",
    "Limit read rate (bytes per second) from a device",
    "limit how fast a device is read",
    { shown: "[]" },
  ),
  none(
    "device-read-iops",
    "list",
    "Limit read rate (IO per second) from a device",
    "limit how often a device is read",
    { shown: "[]" },
  ),
  none(
    "device-write-bps",
    "list",
    "Limit write rate (bytes per second) to a device",
    "limit how fast a device is written",
    { shown: "[]" },
  ),
  none(
    "device-write-iops",
    "list",
    "Limit write rate (IO per second) to a device",
    "limit how often a device is written",
    { shown: "[]" },
  ),
  none(
    "disable-content-trust",
    "bool",
    "Skip image verification",
    "skip the check of the image's signature",
    { shown: "true", except: /^true$/ },
  ),
  {
    name: "io-maxbandwidth",
    kind: "string",
    value: "bytes",
    help: "Maximum IO bandwidth limit for the system drive (Windows only)",
    only: "windows",
  },
  {
    name: "io-maxiops",
    kind: "string",
    value: "uint",
    help: "Maximum IOps limit for the system drive (Windows only)",
    only: "windows",
  },
  none("ip6", "string", "IPv6 address (e.g., 2001:db8::33)", "give the container this IPv6 address"),
  none("kernel-memory", "string", "Kernel memory limit", "limit the memory of the kernel", {
    value: "bytes",
  }),
  none(
    "link-local-ip",
    "list",
    "Container IPv4/IPv6 link-local addresses",
    "give the container a link-local address",
  ),
  none(
    "mac-address",
    "string",
    "Container MAC address (e.g., 92:d0:c6:0a:29:33)",
    "give the container this hardware address",
  ),
  none(
    "memory-swappiness",
    "int",
    "Tune container memory swappiness (0 to 100)",
    "tune how readily memory is swapped",
    { shown: "-1" },
  ),
  none("pid", "string", "PID namespace to use", "share a process namespace", {
    except: /^(?!host$|container:.)/,
  }),
  none(
    "platform",
    "string",
    "Set platform if server is multi-platform capable",
    "run the image of that platform",
    { except: /^(?:linux\/(?:amd64|x86_64)|linux)?$/ },
  ),
  none("sysctl", "list", "Sysctl options", "set a kernel parameter of the container", {
    value: "map",
    shown: "map[]",
    ...checked("sysctl"),
  }),
  none(
    "use-api-socket",
    "bool",
    "Bind mount Docker API socket and required auth",
    "give the container the engine's socket",
  ),
  none("userns", "string", "User namespace to use", "use the host's user namespace", {
    except: /^(?!host$)/,
  }),
  none("uts", "string", "UTS namespace to use", "share the host's name", { except: /^(?!host$)/ }),
  none(
    "volume-driver",
    "string",
    "Optional volume driver for the container",
    "make volumes with another driver",
    { except: /^(?:local)?$/ },
  ),
];
