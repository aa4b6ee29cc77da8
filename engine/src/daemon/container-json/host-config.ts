import type { Json } from "../../core/json.ts";
import { linkTexts } from "../networks/links.ts";
import type { Container, PublishedPort } from "../containers/container.ts";

/** What no container may see or write in /proc and /sys (moby oci/defaults.go, as an engine on cgroup v1 shows it). */
const MASKED = [
  "/proc/asound",
  "/proc/acpi",
  "/proc/interrupts",
  "/proc/kcore",
  "/proc/keys",
  "/proc/latency_stats",
  "/proc/timer_list",
  "/proc/timer_stats",
  "/proc/sched_debug",
  "/proc/scsi",
  "/sys/firmware",
  "/sys/devices/virtual/powercap",
];
const READ_ONLY = ["/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger"];

/** HostConfig in the engine's order with what each field is where nobody asked for anything; undefined: then it is left out. */
const DEFAULTS: Readonly<Record<string, Json | undefined>> = {
  Binds: null,
  ContainerIDFile: "",
  LogConfig: { Type: "json-file", Config: {} },
  NetworkMode: "bridge",
  PortBindings: {},
  RestartPolicy: { Name: "no", MaximumRetryCount: 0 },
  AutoRemove: false,
  VolumeDriver: "",
  VolumesFrom: null,
  ConsoleSize: [0, 0],
  Annotations: undefined,
  CapAdd: null,
  CapDrop: null,
  CgroupnsMode: "host",
  Dns: [],
  DnsOptions: [],
  DnsSearch: [],
  ExtraHosts: null,
  GroupAdd: null,
  IpcMode: "private",
  Cgroup: "",
  Links: null,
  OomScoreAdj: 0,
  PidMode: "",
  Privileged: false,
  PublishAllPorts: false,
  ReadonlyRootfs: false,
  SecurityOpt: null,
  StorageOpt: undefined,
  Tmpfs: undefined,
  UTSMode: "",
  UsernsMode: "",
  ShmSize: 67_108_864,
  Sysctls: undefined,
  Runtime: "runc",
  Isolation: "",
  CpuShares: 0,
  Memory: 0,
  NanoCpus: 0,
  CgroupParent: "",
  BlkioWeight: 0,
  BlkioWeightDevice: [],
  BlkioDeviceReadBps: [],
  BlkioDeviceWriteBps: [],
  BlkioDeviceReadIOps: [],
  BlkioDeviceWriteIOps: [],
  CpuPeriod: 0,
  CpuQuota: 0,
  CpuRealtimePeriod: 0,
  CpuRealtimeRuntime: 0,
  CpusetCpus: "",
  CpusetMems: "",
  Devices: [],
  DeviceCgroupRules: null,
  DeviceRequests: null,
  MemoryReservation: 0,
  MemorySwap: 0,
  MemorySwappiness: null,
  OomKillDisable: false,
  PidsLimit: null,
  Ulimits: [],
  CpuCount: 0,
  CpuPercent: 0,
  IOMaximumIOps: 0,
  IOMaximumBandwidth: 0,
  Mounts: undefined,
  MaskedPaths: MASKED,
  ReadonlyPaths: READ_ONLY,
  Init: undefined,
};

/** Its fields in order. */
export const HOST_CONFIG: readonly string[] = Object.keys(DEFAULTS);

/** HostConfig of `docker inspect`: what the command line asked for beside the image (moby api/types/container/hostconfig.go). */
export function hostConfigJson(container: Container): { readonly [key: string]: Json } {
  const { options } = container;
  const set: Record<string, Json | undefined> = {
    NetworkMode: options.network,
    PortBindings: portBindings(options.ports),
    RestartPolicy: { Name: options.restart.name, MaximumRetryCount: options.restart.retries },
    AutoRemove: options.autoRemove,
    ExtraHosts: options.extraHosts.length > 0 ? options.extraHosts.map((pair) => pair.join(":")) : null,
    PublishAllPorts: options.publishAll,
    ReadonlyRootfs: options.readOnly,
    Memory: options.memory,
    // Without a word on swap, the container may use as much of it as of memory.
    MemorySwap: options.memory * 2,
    ...(options.init && { Init: true }),
    ...(options.kept["Privileged"] === true && { MaskedPaths: null, ReadonlyPaths: null }),
    ...options.kept,
    ...("Links" in options.kept && { Links: linkTexts(container) }),
  };
  const entries = Object.entries(DEFAULTS).flatMap(([name, none]): [string, Json][] => {
    const value = Object.hasOwn(set, name) ? set[name] : none;
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

/** Ports by `80/tcp`, each with what was asked for on the host. */
function portBindings(ports: readonly PublishedPort[]): Json {
  const map: Record<string, Json[]> = {};
  for (const { container, protocol, hostIp, host, hostEnd } of ports)
    (map[`${container}/${protocol}`] ??= []).push({
      HostIp: hostIp,
      HostPort: host === 0 ? "" : hostEnd === undefined ? String(host) : `${host}-${hostEnd}`,
    });
  return Object.fromEntries(Object.entries(map).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
