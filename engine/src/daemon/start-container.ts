import type { Container, LoggedOutput, PublishedPort } from "./container.ts";
import { isUp } from "./container.ts";
import { mountedFiles, saveMounts, type MountSource } from "./container-files.ts";
import { containerNetwork } from "./container-network.ts";
import { commandOf } from "./create-container.ts";
import { replaceContainer } from "./find-container.ts";
import { containerEvent } from "./events/container-event.ts";
import { networkEvents } from "./events/network-event.ts";
import { giveAddresses } from "./networks/give-addresses.ts";
import { newId } from "./new-id.ts";
import { type Outcome, runProgram } from "./run-program.ts";
import type { DaemonState } from "./state.ts";
import type { StateCell } from "./state-cell.ts";
import type { FileSystem } from "../vfs/file-system.ts";
import type { Execution } from "../shell/execute.ts";
import type { Input, Network, PendingSignal } from "../shell/process.ts";

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
const RUNC =
  "failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: ";

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
  const ports = publish(before, created);
  if ("taken" in ports) {
    const endpoint = newId(before, around.seed);
    const error = `failed to set up container networking: driver failed programming external connectivity on endpoint ${created.name} (${endpoint.id}): Bind for ${ports.taken} failed: port is already allocated`;
    return { state: endpoint.state, container: created, error, exitCode: 125 };
  }
  if ("DeviceRequests" in created.options.kept)
    return {
      state: before,
      container: created,
      error: 'could not select device driver "" with capabilities: [[gpu]]',
      exitCode: 125,
    };
  const endpoints = giveAddresses(before, created);
  if ("error" in endpoints)
    return {
      state: before,
      container: created,
      error: `failed to set up container networking: ${endpoints.error}`,
      exitCode: 125,
    };
  const state = { ...before, time: before.time + START };
  const container: Container = {
    ...created,
    health: undefined,
    published: ports.ports,
    endpoints,
    stopped: false,
    restarts: 0,
    backoff: 0,
    earlier: [...created.earlier, ...(created.life?.output ?? [])].slice(-LOG_PIECES),
  };
  const cell = { state: replaceContainer(state, container) };
  const files = mountedFiles(container, container.tree, around.mounts, () => Math.floor(state.time / 1000));
  const outcome = runFirst(
    container,
    files,
    { network: containerNetwork(cell, container, around), blackBoxes: around.blackBoxes },
    around.stdin ?? "",
    state.time,
    undefined,
    around.watch,
  );
  if (!outcome.life)
    return refused(
      state,
      { ...created, startError: outcome.startError },
      outcome.startError,
      commandOf(container.config)[0] ?? "",
      files,
    );
  const { life } = outcome;
  const last = life.trees.at(-1)?.tree ?? container.tree;
  saveMounts(container, files, around.mounts);
  const ended = life.end && { ...container, life, tree: last };
  const running = ended ?? { ...container, life };
  const placed = replaceContainer(cell.state, running);
  const joined = networkEvents(placed, running, "connect");
  return { state: containerEvent(joined, running, "start"), container: running };
}

/** Works out the life of the container's program; with a signal, the life that it has when the signal comes. */
export function runFirst(
  container: Container,
  files: FileSystem,
  world: Pick<Execution, "network" | "blackBoxes">,
  stdin: string | Input,
  at: number,
  signal?: PendingSignal,
  watch?: (piece: LoggedOutput) => void,
): Outcome {
  const { config } = container;
  return runProgram(
    {
      argv: commandOf(config),
      env: config.Env ?? [],
      directory: config.WorkingDir || "/",
      user: config.User ?? "",
      files,
      hostname: container.hostname,
      ...world,
      stdin,
      signal,
    },
    at,
    watch,
  );
}

function refused(
  state: DaemonState,
  container: Container,
  reason: string,
  program: string,
  files: FileSystem,
): StartedContainer {
  const saved = replaceContainer(state, container);
  if (reason.startsWith("unable to find")) return { state: saved, container, error: reason, exitCode: 125 };
  const there = program.includes("/") ? files.stat(program) : "ENOENT";
  const directory = typeof there !== "string" && there.kind === "directory";
  const words = directory ? `exec: ${JSON.stringify(program)}: is a directory: permission denied` : reason;
  return {
    state: saved,
    container,
    error: RUNC + words,
    exitCode: /permission denied/.test(words) ? 126 : 127,
  };
}

function publish(
  state: DaemonState,
  container: Container,
): { readonly ports: PublishedPort[] } | { readonly taken: string } {
  const used = state.containers
    .filter((one) => one.id !== container.id && isUp(one, state.time))
    .flatMap(({ published }) => published);
  const clash = (port: PublishedPort): boolean =>
    used.some(
      (one) =>
        one.host === port.host &&
        one.protocol === port.protocol &&
        (one.hostIp === port.hostIp || isAny(one.hostIp) || isAny(port.hostIp)),
    );
  const ports: PublishedPort[] = [];
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
  for (const port of wanted) {
    if (port.host !== 0) {
      if (clash(port)) return { taken: `${port.hostIp || "0.0.0.0"}:${port.host}` };
      ports.push(port);
      continue;
    }
    let host = FIRST_PICKED_PORT;
    while (clash({ ...port, host }) || ports.some((one) => one.host === host)) host++;
    ports.push({ ...port, host });
  }
  return { ports };
}

const isAny = (ip: string): boolean => ip === "" || ip === "0.0.0.0";
