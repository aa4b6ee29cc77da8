import { addressNumber } from "../../daemon/networks/subnet.ts";
import { extraHosts } from "./extra-hosts.ts";
import { memoryBytes } from "./memory-bytes.ts";
import { networkEndpoint } from "./network-endpoint.ts";
import { parseMount } from "./parse-mount.ts";

const DOMAIN =
  /^(?=.*[a-zA-Z])[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*\.?\s*$/;
const ULIMITS =
  /^(?:core|cpu|data|fsize|locks|memlock|msgqueue|nice|nofile|nproc|rss|rtprio|rttime|sigpending|stack)$/;
/** Kernel parameters that belong to a container alone (docker/cli opts/opts.go, ValidateSysctl). */
const OWN_PARAMETERS =
  /^(?:kernel\.(?:msgmax|msgmnb|msgmni|sem|shmall|shmmax|shmmni|shm_rmid_forced)|net\..*|fs\.mqueue\..*)$/;

const problemOf = (read: unknown): string | undefined =>
  typeof read === "object" && read !== null && "error" in read && typeof read.error === "string"
    ? read.error
    : undefined;

const bytes = (value: string): string | undefined => problemOf(memoryBytes(value));

function label(value: string): string | undefined {
  return value === "" || value.startsWith("=") ? `invalid label '${value}': empty name` : undefined;
}

function ulimit(value: string): string | undefined {
  const [name = "", limits] = value.split(/=(.*)/s);
  if (limits === undefined) return `invalid ulimit argument: ${value}`;
  if (!ULIMITS.test(name)) return `invalid ulimit type: ${name}`;
  const parts = limits.split(":");
  if (parts.length > 2)
    return `too many limit value arguments - ${limits}, can only have up to two, \`soft[:hard]\``;
  const bad = parts.find((part) => !/^[+-]?\d+$/.test(part));
  if (bad !== undefined) return `strconv.ParseInt: parsing ${JSON.stringify(bad)}: invalid syntax`;
  const [soft = 0, hard = soft] = parts.map(Number);
  return hard !== -1 && soft > hard
    ? `ulimit soft limit must be less than or equal to hard limit: ${soft} > ${hard}`
    : undefined;
}

function link(value: string): string | undefined {
  if (value === "") return "empty string specified for links";
  return value.split(":").length > 2 ? `bad format for links: ${value}` : undefined;
}

/** Why a value of a flag of `docker run` is refused while the flags are read, by the flag's name (docker/cli opts/). */
export const flagChecks: Readonly<Record<string, (value: string) => string | undefined>> = {
  "add-host": (value) => problemOf(extraHosts([value])),
  attach: (value) =>
    /^(?:stdin|stdout|stderr)$/i.test(value) ? undefined : "valid streams are STDIN, STDOUT and STDERR",
  cpus: (value) =>
    /^[+-]?(?:\d+\.?\d*|\.\d+|\d+\/\d+)$/.test(value)
      ? /\.\d{10}/.test(value)
        ? "value is too precise"
        : undefined
      : `failed to parse ${value} as a rational number`,
  dns: (value) =>
    addressNumber(value) !== undefined || value.includes(":")
      ? undefined
      : `IP address is not correctly formatted: ${value}`,
  "dns-search": (value) =>
    value.trim() === "." || DOMAIN.test(value) ? undefined : `${value} is not a valid domain`,
  label,
  link,
  memory: bytes,
  "memory-reservation": bytes,
  "memory-swap": (value) => (value === "-1" ? undefined : bytes(value)),
  mount: (value) => problemOf(parseMount(value, "/")),
  network: (value) => problemOf(networkEndpoint(value)),
  "shm-size": bytes,
  sysctl: (value) => {
    const [name = "", text] = value.split(/=(.*)/s);
    return text === undefined || !OWN_PARAMETERS.test(name) ? `sysctl '${value}' is not allowed` : undefined;
  },
  ulimit,
};
