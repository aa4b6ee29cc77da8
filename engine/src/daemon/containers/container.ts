import type { Image } from "../../build/image/image.ts";
import type { Json } from "../../core/json.ts";
import type { ContainerConfig } from "../../oci/image-config.ts";
import type { Waiting } from "../../shell/wait/waiting.ts";
import { type ErrorData, notSimulated } from "../../core/engine-error.ts";
import type { Directory, Entry } from "../../vfs/entry.ts";
import type { ExecLife } from "../lives/exec-life.ts";
import type { Edit, Outside } from "../lives/outside.ts";
import type { KnownTree } from "../lives/program-clock.ts";
import type { Endpoint } from "../networks/endpoint.ts";
import type { RestartPolicy } from "./restart-policy.ts";
import { freshHealth, type Health, healthPlan } from "../health/health.ts";

/** A port of a container that the host answers for. */
export interface PublishedPort {
  readonly container: number;
  readonly protocol: "tcp" | "udp";
  /** Empty where none was asked for: all addresses. */
  readonly hostIp: string;
  /** 0: Docker picks a free one when the container starts. */
  readonly host: number;
  /** Docker picks a free one from `host` up to this one. */
  readonly hostEnd?: number;
}

export interface Mount {
  readonly kind: "bind" | "volume" | "tmpfs";
  /** Folder of the host, or name of the volume. */
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
  /** Without its source it is refused and not made. */
  readonly mustExist?: boolean;
  /** As `docker inspect` shows it: what was typed behind the second colon, `z` for a volume. */
  readonly mode?: string;
  readonly propagation?: string;
  /** A new volume begins without the image's files. */
  readonly noCopy?: boolean;
  /** Of `--tmpfs`: it is none of the container's mount points. */
  readonly ofFlag?: boolean;
  /** Permissions of a tmpfs; undefined: 1777. */
  readonly permissions?: number;
}

export interface LoggedOutput {
  /** Milliseconds since 1970, simulated. */
  readonly at: number;
  readonly stream: "stdout" | "stderr";
  readonly text: string;
}

/**
 * One life of a program of the container, from start to its end.
 *
 * It is worked out ahead, as far as it can be known: its output and files carry the time at which they came to be, and who
 * looks at the container sees those up to now. When something reaches it that was not known, it is worked out again with that
 * in it (`lives/`).
 */
export interface Life {
  readonly startedAt: number;
  /** What it was started with beside the container's config. */
  readonly stdin: string;
  /** Somebody sat there and typed that: what it came to has been seen, and stays. */
  readonly typed?: boolean;
  /** Absent: nothing has. */
  readonly outside?: Outside;
  readonly output: readonly LoggedOutput[];
  /** What programs of it wrote that were woken by a request or a signal. */
  readonly answered?: readonly LoggedOutput[];
  /** Programs of the container that wait for requests and signals. */
  readonly waiting: readonly Waiting[];
  /** Signals that it had a handler for, or ignored on purpose. */
  readonly heeded?: number;
  /** Number of the process that process 1, an init, hands signals on to. */
  readonly hearer?: number;
  /** The files as they were from that time on, oldest first. */
  readonly trees: readonly KnownTree[];
  /** What stood in each of the container's mounts at its start. */
  readonly mounts?: readonly Entry[];
  /** The same as it last got to know them; its own changes are in it. */
  readonly seen?: readonly Entry[];
  /** What it makes of its files, by time; the first `committed` ones have reached volumes and other programs. */
  readonly effects?: readonly Edit[];
  readonly committed?: number;
  /** From then on it does nothing of itself. */
  readonly still?: number;
  /** It goes on after that, but how is not known yet: it asks the network, or has not been followed for longer. */
  readonly knownUntil?: number;
  /** It was not followed for longer than that; else it asks. */
  readonly isLong?: boolean;
  /** Since then something has reached it that is not worked out yet. */
  readonly stale?: number;
  /** From then on it does something that is not simulated. */
  readonly gap?: ErrorData["NOT_SIMULATED"] & { readonly at: number };
  /** Undefined: it goes on until it is stopped. */
  readonly end: { readonly at: number; readonly exitCode: number } | undefined;
}

/** How `docker run` was asked to start it, beside the image's own config. */
export interface ContainerOptions {
  readonly ports: readonly PublishedPort[];
  readonly mounts: readonly Mount[];
  readonly autoRemove: boolean;
  readonly init: boolean;
  readonly readOnly: boolean;
  readonly network: string;
  readonly restart: RestartPolicy;
  /** Bytes; 0 is no limit. */
  readonly memory: number;
  /** Its standard input stays open. */
  readonly attachStdin: boolean;
  /** Streams that whoever made it wanted to see; undefined: none. */
  readonly attached?: { readonly stdin: boolean; readonly stdout: boolean; readonly stderr: boolean };
  readonly domainName?: string;
  readonly tty: boolean;
  readonly publishAll: boolean;
  /** Seconds that `docker stop` waits; undefined: ten. */
  readonly stopTimeout: number | undefined;
  /** Fields of HostConfig that only `docker inspect` shows. */
  readonly kept: Readonly<Record<string, Json>>;
  /** Host and address of `--add-host`, in the order given. */
  readonly extraHosts: readonly (readonly [host: string, address: string])[];
}

export interface Container {
  /** 64 hex digits. */
  readonly id: string;
  /** Without the slash. */
  readonly name: string;
  readonly image: Image;
  /** As it was typed; the short id once that name means another image. */
  readonly imageName: string;
  readonly created: number;
  readonly hostname: string;
  /** The image's config with what the command line changed. */
  readonly config: ContainerConfig;
  readonly options: ContainerOptions;
  /** The files before its first start, and all later changes from outside (`cp`, `exec`). */
  readonly tree: Directory;
  readonly life: Life | undefined;
  /** What `docker exec` has started in it and what may not be over yet. */
  readonly execs?: readonly ExecLife[];
  readonly paused: boolean;
  /** Ports in use while it runs, those that Docker picked included. */
  readonly published: readonly PublishedPort[];
  /** Why its last start failed. */
  readonly startError: string | undefined;
  /** The exit status that the engine took that for. */
  readonly startExit?: number | undefined;
  /** When the life before this one ended. */
  readonly lastEnd?: number | undefined;
  /** Since its last start; undefined before its first check. */
  readonly health?: Health | undefined;
  /** Times that its restart policy has started it since somebody did. */
  readonly restarts: number;
  /** Milliseconds that the last such start waited; 0: there was none. */
  readonly backoff: number;
  /** Somebody stopped it: its restart policy lets it be. */
  readonly stopped: boolean;
  /** What its earlier lives wrote, which `docker logs` still shows. */
  readonly earlier: readonly LoggedOutput[];
  /** Start of the life whose end is in the event log. */
  readonly endTold?: number | undefined;
  /** Its places in networks, the one of `--network` first. */
  readonly endpoints: readonly Endpoint[];
}

export type ContainerStatus = "created" | "running" | "paused" | "restarting" | "exited";

/** What the container is doing at `now`. */
export function statusOf(container: Container, now: number): ContainerStatus {
  const { life } = container;
  if (!life) return "created";
  // Somebody may ask about a time before it was started.
  if (now < life.startedAt) return container.lastEnd === undefined ? "created" : "exited";
  if (life.end && life.end.at <= now)
    return restartAt(container, now) === undefined ? "exited" : "restarting";
  return container.paused ? "paused" : "running";
}

export const isUp = (container: Container, now: number): boolean =>
  ["running", "paused"].includes(statusOf(container, now));

/** When its restart policy starts it again, in milliseconds since 1970; undefined where it does not, or where it has not ended. */
export function restartAt(container: Container, now: number): number | undefined {
  const { life, options, stopped, restarts } = container;
  const { restart } = options;
  if (!life?.end || life.end.at > now || stopped || restart.name === "no") return undefined;
  if (restart.name === "on-failure") {
    if (life.end.exitCode === 0) return undefined;
    if (restart.retries > 0 && restarts >= restart.retries) return undefined;
  }
  return life.end.at + nextBackoff(container);
}

/** The wait doubles up to a minute, and is short again after ten seconds of life (moby restartmanager). */
export function nextBackoff({ life, backoff }: Container): number {
  const lived = life?.end ? life.end.at - life.startedAt : 0;
  return lived >= 10_000 || backoff === 0 ? 100 : Math.min(backoff * 2, 60_000);
}

/**
 * What Docker says of its health while it is up; undefined where nothing is checked.
 * @throws {EngineError} NOT_SIMULATED where a check could not be run
 */
export function healthOf({ config, health, life }: Container): Health | undefined {
  if (health?.gap) throw notSimulated(health.gap.what, health.gap.real);
  const plan = healthPlan(config.Healthcheck);
  return plan && life && (health ?? freshHealth(plan, life.startedAt));
}

/** Its files at `now`, without what is mounted. */
export const treeAt = (container: Container, now: number): Directory =>
  withoutMountTraces(
    container.image.tree,
    container.life?.trees.findLast(({ at }) => at <= now)?.tree ?? container.tree,
  );

/** Docker's own files in /etc leave no trace in the container's layer: a folder of the same files is the image's. */
function withoutMountTraces(image: Directory, tree: Directory): Directory {
  const before = image.children.get("etc");
  const etc = tree.children.get("etc");
  if (
    before === etc ||
    before?.kind !== "directory" ||
    etc?.kind !== "directory" ||
    before.children.size !== etc.children.size
  )
    return tree;
  if (
    before.mode !== etc.mode ||
    before.uid !== etc.uid ||
    [...etc.children].some(([name, entry]) => before.children.get(name) !== entry)
  )
    return tree;
  return { ...tree, children: new Map(tree.children).set("etc", before) };
}

/** What it has written until `now` in this life. */
const outputUntil = ({ life }: Container, now: number): readonly LoggedOutput[] =>
  life ? outputOf(life).filter(({ at }) => at <= now) : [];

/** All that a program writes, and what programs of it that were woken wrote. */
export const outputOf = ({ output, answered }: Life): readonly LoggedOutput[] =>
  answered ? [...output, ...answered].toSorted((a, b) => a.at - b.at) : output;

/** What all its lives have written until `now`. */
export const logUntil = (container: Container, now: number): readonly LoggedOutput[] => [
  ...container.earlier,
  ...outputUntil(container, now),
];
