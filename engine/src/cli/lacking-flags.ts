import type { Flag } from "./flag.ts";

const none = (name: string, kind: Flag["kind"], real: string, except?: RegExp): Flag => ({
  name,
  kind,
  help: "",
  lacking: real,
  ...(except && { except }),
});

/** Capabilities without which no simulated program does anything else. */
const UNUSED = /^(?:CAP_)?(?:AUDIT_WRITE|MKNOD|NET_RAW|SETPCAP|SYS_CHROOT|SETFCAP|FSETID)$/i;

/** Flags of `docker create` and `docker run` that Docker has and Drydock lacks, with what the real one would do. */
export const lackingFlags: readonly Flag[] = [
  none("annotation", "list", "hand an annotation to the runtime"),
  none("blkio-weight", "int", "weigh the container's block IO"),
  none("blkio-weight-device", "list", "weigh the container's block IO on a device"),
  none("cap-drop", "list", "take a Linux capability away", UNUSED),
  none("cpu-period", "int", "limit the CPU scheduler's period"),
  none("cpu-quota", "int", "limit the CPU scheduler's quota"),
  none("cpu-rt-period", "int", "limit the real-time period of the CPU"),
  none("cpu-rt-runtime", "int", "limit the real-time runtime of the CPU"),
  none("cpuset-mems", "string", "choose the memory nodes"),
  none("device", "list", "give the container a device of the host"),
  none("device-cgroup-rule", "list", "allow devices by a rule"),
  none("device-read-bps", "list", "limit how fast a device is read"),
  none("device-read-iops", "list", "limit how often a device is read"),
  none("device-write-bps", "list", "limit how fast a device is written"),
  none("device-write-iops", "list", "limit how often a device is written"),
  none("disable-content-trust", "bool", "skip the check of the image's signature", /^true$/),
  none("domainname", "string", "set the container's NIS domain name"),
  none("group-add", "list", "give the program more groups"),
  none("ip6", "string", "give the container this IPv6 address"),
  none("isolation", "string", "isolate the container in another way", /^(?:default)?$/),
  none("label-file", "list", "read labels from a file"),
  none(
    "link",
    "list",
    "write the other container's address and name into this one's /etc/hosts and environment; a network of your own (docker network create) gives names without it",
  ),
  none("link-local-ip", "list", "give the container a link-local address"),
  none("log-driver", "string", "send the logs elsewhere", /^(?:json-file|local)?$/),
  none("log-opt", "list", "set an option of the log driver", /^(?:max-size|max-file|compress|mode)=/),
  none("mac-address", "string", "give the container this hardware address"),
  none("memory-swappiness", "int", "tune how readily memory is swapped"),
  none("pid", "string", "share a process namespace", /^(?:private)?$/),
  none("platform", "string", "run the image of that platform", /^(?:linux\/(?:amd64|x86_64)|linux)?$/),
  none("sysctl", "list", "set a kernel parameter of the container"),
  none("use-api-socket", "bool", "give the container the engine's socket"),
  none("userns", "string", "use the host's user namespace"),
  none("uts", "string", "share the host's name"),
  none("volume-driver", "string", "make volumes with another driver", /^(?:local)?$/),
];
