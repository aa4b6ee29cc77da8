import type { Container, LoggedOutput, PublishedPort } from "./container.ts";
import { isUp, statusOf, treeAt } from "./container.ts";
import { mountedFiles, type MountSource } from "./container-files.ts";
import { commandOf } from "./create-container.ts";
import { exitOfError } from "./exit-of-error.ts";
import { findContainer, replaceContainer } from "./find-container.ts";
import { SHORT, WAITS } from "../lives/program-clock.ts";
import { workOut } from "../lives/work-out.ts";
import { tmpfsProblem } from "../mounts/tmpfs-mount.ts";
import { cacheId } from "../cache/cache-records.ts";
import { containerEvent } from "../events/container-event.ts";
import { networkEvents } from "../events/network-event.ts";
import { linkedProblem } from "../networks/links.ts";
import { giveAddresses } from "../networks/give-addresses.ts";
import { freshHealth, healthPlan } from "../health/health.ts";
import { newId } from "../new-id.ts";
import type { DaemonState } from "../state.ts";
import type { StateCell } from "../state-cell.ts";
import { memoryFolder } from "../volumes/volume.ts";
import type { Directory, Entry } from "../../vfs/entry.ts";
import { FileSystem } from "../../vfs/file-system.ts";
import type { Execution } from "../../shell/execute.ts";
import type { Input, Network } from "../../shell/process.ts";

/** What a container's program needs of the world beside the daemon. */
export interface Surroundings {
  readonly seed: string;
  readonly mounts: MountSource;
  /** What the machine of the engine can reach. */
  readonly network: (cell: StateCell) => Network;
  readonly blackBoxes: Execution["blackBoxes"];
  /** As a whole, or as it is typed. */
  readonly stdin?: string | Input | undefined;
  /** Sees what the program writes at once, before its life is known to its end. */
  readonly watch?: ((piece: LoggedOutput) => void) | undefined;
}

/** Milliseconds from `docker start` to the program's first step. */
export const START = 200;
/** Pieces of output of earlier lives that are kept. */
const LOG_PIECES = 2000;
const FIRST_PICKED_PORT = 32_768;
const LAST_PICKED_PORT = 60_999;
const RUNC =
  "failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: ";
/** What the engine takes for a container's exit status where it is not its program that failed. */
const NO_PROGRAM = 128;

export interface StartedContainer {
  readonly state: DaemonState;
  readonly container: Container;
  /** All after `Error response from daemon: `. */
  readonly error?: string;
  /** Exit status of `docker run` for that error. */
  readonly exitCode?: number;
}

/**
 * Starts a container. Its whole life is worked out here; the clock stands just after the start.
 * @throws {EngineError} NOT_SIMULATED, LIMIT
 */
export function startContainer(
  before: DaemonState,
  created: Container,
  around: Surroundings,
): StartedContainer {
  const shared = sharedProblem(before, created);
  if (shared !== undefined) return failed(before, created, shared);
  const ports = publish(before, created);
  if ("taken" in ports) {
    const endpoint = newId(before, around.seed);
    return failed(
      endpoint.state,
      created,
      `failed to set up container networking: driver failed programming external connectivity on endpoint ${created.name} (${endpoint.id}): ${ports.taken}`,
    );
  }
  if ("DeviceRequests" in created.options.kept)
    return failed(before, created, 'could not select device driver "" with capabilities: [[gpu]]');
  const endpoints = giveAddresses(before, created);
  if ("error" in endpoints)
    return failed(before, created, `failed to set up container networking: ${endpoints.error}`);
  const problem =
    linkedProblem(before, created) ?? memoryProblem(created) ?? volumeProblem(before, created, around.mounts);
  if (problem !== undefined) return failed(before, created, problem);
  const [root] = created.options.mounts.filter(({ target }) => target === "/");
  if (root) {
    const merged = `${before.dataRoot}/overlay2/${cacheId(`folder ${created.id}`)}/merged`;
    return failed(
      before,
      created,
      `${RUNC}error mounting ${JSON.stringify(`${before.dataRoot}/volumes/${root.source}/_data`)} to rootfs at "/": create mountpoint for / mount: mountpoint ${JSON.stringify(merged)} is on the top of rootfs ${JSON.stringify(merged)}`,
    );
  }
  const state = { ...before, time: before.time + START };
  const container: Container = {
    ...created,
    // A second life begins with what the first one left.
    tree: treeAt(created, before.time),
    execs: [],
    // What was found out before stays to be read (moby daemon/health.go, initHealthMonitor).
    health: again(created, state.time),
    published: ports.ports,
    endpoints,
    stopped: false,
    restarts: 0,
    backoff: 0,
    startError: undefined,
    startExit: undefined,
    lastEnd: created.life?.end?.at ?? created.lastEnd,
    earlier: [...created.earlier, ...(created.life?.output ?? [])].slice(-LOG_PIECES),
  };
  const cell = { state: replaceContainer(state, container) };
  const mounts = container.options.mounts.map((mount) => around.mounts.read(mount));
  const beginning = { at: state.time, tree: container.tree, mounts, stdin: around.stdin ?? "" };
  const odd = mismatch(created, container.tree, mounts);
  if (odd !== undefined) return failed(before, created, odd);
  const outcome = workOut(cell, container, undefined, beginning, around, {
    // Who types sees at once what it comes to.
    patience: typeof around.stdin === "object" ? WAITS : SHORT,
    horizon: typeof around.stdin === "object" ? Number.POSITIVE_INFINITY : state.time,
  });
  if ("misplaced" in outcome) throw new Error("a container's own program was misplaced");
  if (!outcome.life) {
    const files = mountedFiles(container, container.tree, around.mounts, state);
    return refused(state, created, outcome.startError, commandOf(container.config)[0] ?? "", files);
  }
  const running = { ...container, life: outcome.life };
  const placed = replaceContainer(cell.state, running);
  const joined = networkEvents(placed, running, "connect");
  return { state: containerEvent(joined, running, "start"), container: running };
}

/** Health of one that was checked in an earlier life: it begins anew, and its log goes on. */
function again({ config, health }: Container, now: number): Container["health"] {
  const plan = health && healthPlan(config.Healthcheck);
  return plan && { ...freshHealth(plan, now), log: health.log };
}

/** Why the container whose network it shares is no use to it (moby daemon/container_operations.go, getNetworkedContainer). */
function sharedProblem(state: DaemonState, { options }: Container): string | undefined {
  if (!options.network.startsWith("container:")) return undefined;
  const name = options.network.slice("container:".length);
  const other = findContainer(state, name);
  if ("error" in other) return `joining network namespace of container: ${other.error}`;
  const status = statusOf(other, state.time);
  return status === "running" || status === "paused"
    ? undefined
    : `cannot join network namespace of a non running container: container ${other.name} is ${status}`;
}

/** Why a volume cannot be mounted that is another file system by its options; one in memory begins empty with the first who mounts it. */
function volumeProblem(
  state: DaemonState,
  { id, options }: Container,
  mounts: MountSource,
): string | undefined {
  for (const mount of options.mounts) {
    const volume = mount.kind === "volume" ? state.volumes.get(mount.source) : undefined;
    if (!volume?.options) continue;
    const gone = mounts.missing?.(mount);
    const folder = `${state.dataRoot}/volumes/${volume.name}/_data`;
    if (gone !== undefined)
      return `error while mounting volume '${folder}': failed to mount local volume: mount ${gone}:${folder}, flags: 0x1000: no such file or directory`;
    const empty = memoryFolder(volume, state.time);
    const isUsed = state.containers.some(
      (one) =>
        one.id !== id &&
        isUp(one, state.time) &&
        one.options.mounts.some(({ kind, source }) => kind === "volume" && source === volume.name),
    );
    if (empty && !isUsed) mounts.write({ ...mount, readOnly: false }, empty);
  }
  return undefined;
}

/** A file is mounted on files alone, a folder on folders; what is not there yet becomes what it has to be (runc, libcontainer/rootfs_linux.go). */
function mismatch({ options }: Container, tree: Directory, entries: readonly Entry[]): string | undefined {
  const files = new FileSystem(tree, () => 0);
  for (const [i, { kind, source, target }] of options.mounts.entries()) {
    const there = files.stat(target);
    const isFolder = entries[i]?.kind === "directory";
    if (kind !== "bind" || typeof there === "string" || (there.kind === "directory") === isFolder) continue;
    return `${RUNC}error mounting ${JSON.stringify(source)} to rootfs at ${JSON.stringify(target)}: mount src=${source}, dst=${target}, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type`;
  }
  return undefined;
}

/** Options of `--tmpfs` are read when the container starts. */
function memoryProblem({ options }: Container): string | undefined {
  const { Tmpfs: tmpfs } = options.kept;
  if (typeof tmpfs !== "object" || tmpfs === null || Array.isArray(tmpfs)) return undefined;
  return Object.values(tmpfs)
    .map((text) => (typeof text === "string" ? tmpfsProblem(text) : undefined))
    .find((why) => why !== undefined);
}

/** A start that came to nothing, which the container remembers. */
function failed(
  state: DaemonState,
  created: Container,
  error: string,
  startExit: number = NO_PROGRAM,
): StartedContainer {
  const container: Container = { ...created, startError: error, startExit };
  return { state: replaceContainer(state, container), container, error, exitCode: exitOfError(error) };
}

function refused(
  state: DaemonState,
  container: Container,
  reason: string,
  program: string,
  files: FileSystem,
): StartedContainer {
  if (/^(?:unable to find|uids and gids)/.test(reason)) return failed(state, container, reason);
  const there = program.includes("/") ? files.stat(program) : "ENOENT";
  const directory = typeof there !== "string" && there.kind === "directory";
  const words = directory ? `exec: ${JSON.stringify(program)}: is a directory: permission denied` : reason;
  return failed(state, container, RUNC + words, /permission denied/.test(words) ? 126 : 127);
}

type Publishing = { readonly ports: PublishedPort[] } | { readonly taken: string };

/** The ports of the host that a container gets that starts now; `taken` is what the engine says of the first that it cannot have. */
function publish(state: DaemonState, container: Container): Publishing {
  const used = state.containers
    .filter((one) => one.id !== container.id && isUp(one, state.time))
    .flatMap(({ published }) => published);
  const ports: PublishedPort[] = [];
  // Without an address there is nothing that a port could lead to.
  if (/^(?:none|host|container:.*)$/s.test(container.options.network)) return { ports };
  const clash = (port: PublishedPort): PublishedPort | undefined =>
    [...used, ...ports].find(
      (one) =>
        one.host === port.host &&
        one.protocol === port.protocol &&
        (one.hostIp === port.hostIp || isAny(one.hostIp) || isAny(port.hostIp)),
    );
  const wanted = [...container.options.ports];
  if (container.options.publishAll) {
    for (const text of Object.keys(container.config.ExposedPorts ?? {})) {
      const [number, protocol] = text.split("/");
      wanted.push({
        container: Number(number),
        protocol: protocol === "udp" ? "udp" : "tcp",
        hostIp: "",
        host: 0,
      });
    }
  }
  // By number, the host's own ones first.
  const inOrder = wanted.toSorted(
    (a, b) => Number(a.host === 0) - Number(b.host === 0) || a.container - b.container,
  );
  for (const { hostEnd, ...port } of inOrder) {
    const picked = port.host === 0 || hostEnd !== undefined;
    const last = port.host === 0 ? LAST_PICKED_PORT : (hostEnd ?? port.host);
    let host = port.host === 0 ? FIRST_PICKED_PORT : port.host;
    while (picked && host < last && clash({ ...port, host })) host++;
    const other = clash({ ...port, host });
    if (other && hostEnd !== undefined) return { taken: "all ports are allocated" };
    if (other?.container === port.container && ports.includes(other))
      return { taken: `failed to listen on TCP socket: address already in use` };
    if (other)
      return {
        taken: `Bind for ${other.hostIp || "0.0.0.0"}:${host} failed: port is already allocated`,
      };
    ports.push({ ...port, host });
  }
  return { ports };
}

const isAny = (ip: string): boolean => ip === "" || ip === "0.0.0.0";
