/** Linux's capabilities by number (capabilities(7)). */
const ALL: readonly string[] =
  "CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID KILL SETGID SETUID SETPCAP LINUX_IMMUTABLE NET_BIND_SERVICE NET_BROADCAST NET_ADMIN NET_RAW IPC_LOCK IPC_OWNER SYS_MODULE SYS_RAWIO SYS_CHROOT SYS_PTRACE SYS_PACCT SYS_ADMIN SYS_BOOT SYS_NICE SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG MKNOD LEASE AUDIT_WRITE AUDIT_CONTROL SETFCAP MAC_OVERRIDE MAC_ADMIN SYSLOG WAKE_ALARM BLOCK_SUSPEND AUDIT_READ PERFMON BPF CHECKPOINT_RESTORE".split(
    " ",
  );

/** What root has in a container where nobody says anything (moby oci/caps/defaults.go). */
const DEFAULT: readonly string[] =
  "CHOWN DAC_OVERRIDE FSETID FOWNER MKNOD NET_RAW SETGID SETUID SETFCAP SETPCAP NET_BIND_SERVICE SYS_CHROOT KILL AUDIT_WRITE".split(
    " ",
  );

/** Capabilities that are added and dropped, by full names, as the client sends them. */
export interface Capabilities {
  readonly add: readonly string[];
  readonly drop: readonly string[];
}

const normal = (text: string): string => {
  const name = text.trim().toUpperCase();
  return name === "ALL" || name.startsWith("CAP_") ? name : `CAP_${name}`;
};

/** `ALL` stands for all others; what is added is not dropped (docker/cli opts/capabilities.go). */
export function effectiveCapabilities(add: readonly string[], drop: readonly string[]): Capabilities {
  const all = (list: readonly string[]): string[] => {
    const names = [...new Set(list.map(normal))].toSorted();
    return names.includes("ALL") ? ["ALL"] : names;
  };
  const added = all(add);
  return { add: added, drop: all(drop).filter((name) => !added.includes(name)) };
}

/** Why the engine refuses them, undefined where it does not. */
export function capabilityProblem({ add, drop }: Capabilities): string | undefined {
  const unknown = (list: readonly string[]): string | undefined =>
    list.find((name) => name !== "ALL" && !ALL.includes(name.slice(4)));
  const [badAdd, badDrop] = [unknown(add), unknown(drop)];
  if (badAdd !== undefined) return `invalid CapAdd: unknown capability: ${JSON.stringify(badAdd)}`;
  return badDrop === undefined
    ? undefined
    : `invalid CapDrop: unknown capability: ${JSON.stringify(badDrop)}`;
}

/** What root has in a container, without `CAP_` (moby oci/caps/utils.go, TweakCapabilities). */
export function capabilitiesOf({ add, drop }: Capabilities, privileged: boolean): ReadonlySet<string> {
  if (privileged) return new Set(ALL);
  const added = add.includes("ALL") ? ALL : add.map((name) => name.slice(4));
  const base = drop.includes("ALL") ? [] : add.includes("ALL") ? ALL : DEFAULT;
  return new Set([...base, ...added].filter((name) => !drop.includes(`CAP_${name}`)));
}
