import type { Image } from "../../build/image/image.ts";
import type { ContainerConfig, HealthcheckConfig } from "../../oci/image-config.ts";
import { emptyDirectory, FileSystem } from "../../vfs/file-system.ts";
import type { Container, ContainerOptions, Mount } from "./container.ts";
import { cacheId } from "../cache/cache-records.ts";
import { inventName, nameProblem } from "./container-name.ts";
import type { Endpoint } from "../networks/endpoint.ts";
import { linkProblem } from "../networks/links.ts";
import { endpointProblem } from "../networks/connect.ts";
import { findNetwork } from "../networks/find-network.ts";
import { containerEvent } from "../events/container-event.ts";
import { findContainer } from "./find-container.ts";
import { newId } from "../new-id.ts";
import type { DaemonState } from "../state.ts";
import { ANONYMOUS, volumeNameProblem } from "../volumes/volume.ts";
import { withWorkingDirectory } from "./working-directory.ts";
import type { Directory } from "../../vfs/entry.ts";
import { join } from "../../vfs/path.ts";

/** `docker create`, as data: what the command line says beside the image. */
export interface ContainerSpec {
  readonly name?: string | undefined;
  /** As typed. */
  readonly imageName: string;
  readonly command: readonly string[];
  /** undefined: the image's; empty: none. */
  readonly entrypoint?: readonly string[] | undefined;
  readonly env: readonly string[];
  readonly user?: string | undefined;
  readonly directory?: string | undefined;
  readonly hostname?: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  /** Places for volumes without a name, beside the image's. */
  readonly volumes?: readonly string[];
  readonly exposed: readonly string[];
  readonly stopSignal?: string | undefined;
  /** What it says takes the place of the image's, field by field. */
  readonly health?: HealthcheckConfig | undefined;
  /** Networks that it is put into; none for `host`, `none` and `container:…`. */
  readonly endpoints: readonly Pick<Endpoint, "network" | "aliases" | "wanted">[];
  readonly options: ContainerOptions;
}

/** The machine of the engine. */
export const HOST_NAME = "drydock";
/** Makes a container; nothing runs yet. `error` is all after `Error response from daemon: `. */
export function createContainer(
  state: DaemonState,
  seed: string,
  image: Image,
  spec: ContainerSpec,
): { readonly state: DaemonState; readonly container: Container } | { readonly error: string } {
  const refused = problem(state, spec) ?? linkProblem(state, spec.options);
  if (refused !== undefined) return { error: refused };
  const config = mergedConfig(image.config.config, spec);
  if (commandOf(config).length === 0) return { error: "no command specified" };
  const tree = withWorkingDirectory(image.tree, config.WorkingDir ?? "", state.time);
  if ("error" in tree) return tree;
  let { id, state: next } = newId(state, seed);
  const name = spec.name ?? inventName(id, new Set(state.containers.map((one) => one.name)));
  const mounts: Mount[] = [];
  const volumes = new Map(state.volumes);
  const wanted = [...spec.options.mounts];
  for (const typed of Object.keys(config.Volumes ?? {})) {
    const target = join("/", typed);
    if (!wanted.some((mount) => mount.target === target))
      wanted.push({ kind: "volume", source: "", target, readOnly: false });
  }
  for (const mount of wanted) {
    if (mount.kind !== "volume") {
      mounts.push(mount);
      continue;
    }
    let source = mount.source;
    const under = mount.noCopy ? undefined : new FileSystem(image.tree, () => 0).stat(mount.target);
    if (typeof under === "object" && under.kind === "file")
      return {
        error: `source ${state.dataRoot}/overlay2/${cacheId(`folder ${id}`)}/merged${mount.target} is not directory`,
      };
    if (source === "") ({ id: source, state: next } = newId(next, `${seed} volume`));
    const there = volumes.get(source);
    // A volume that is there and empty is filled as well.
    if (there && there.tree.children.size === 0 && !there.options)
      volumes.set(source, { ...there, tree: filled(image, mount, state.time) });
    if (!there) {
      volumes.set(source, {
        name: source,
        created: state.time,
        tree: filled(image, mount, state.time),
        anonymous: mount.source === "",
        labels: mount.source === "" ? ANONYMOUS : {},
      });
    }
    mounts.push({ ...mount, source });
  }
  const container: Container = {
    id,
    name: name.replace(/^\//, ""),
    image,
    imageName: spec.imageName,
    created: state.time,
    hostname: spec.hostname ?? sharedName(state, spec.options.network) ?? id.slice(0, 12),
    config,
    options: { ...spec.options, mounts, network: modeOf(state, spec.options.network) },
    tree: tree.files,
    life: undefined,
    paused: false,
    published: [],
    startError: undefined,
    restarts: 0,
    backoff: 0,
    stopped: false,
    earlier: [],
    endpoints: spec.endpoints.map((endpoint) => unplaced(state, endpoint)),
  };
  const made = { ...next, volumes, containers: [...next.containers, container] };
  return { state: containerEvent(made, container, "create"), container };
}

/** Whose name a container has that is in another one's network, or in the machine's. */
function sharedName(state: DaemonState, mode: string): string | undefined {
  if (mode === "host") return HOST_NAME;
  const other = mode.startsWith("container:") ? findContainer(state, mode.slice(10)) : undefined;
  return other && !("error" in other) ? other.hostname : undefined;
}

/** Another container is kept by its id. */
function modeOf(state: DaemonState, mode: string): string {
  const other = mode.startsWith("container:") ? findContainer(state, mode.slice(10)) : undefined;
  return other && !("error" in other) ? `container:${other.id}` : mode;
}

/** What a new volume begins with: the image's folder of that path (moby daemon/create_unix.go, populateVolumes). */
function filled(image: Image, mount: Mount, time: number): Directory {
  const there = mount.noCopy ? undefined : new FileSystem(image.tree, () => 0).stat(mount.target);
  return typeof there === "object" && there.kind === "directory"
    ? there
    : emptyDirectory(Math.floor(time / 1000));
}

/** The endpoint before the container starts. */
function unplaced(state: DaemonState, endpoint: ContainerSpec["endpoints"][number]): Endpoint {
  const network = findNetwork(state, endpoint.network);
  return "error" in network
    ? { ...endpoint, networkId: "", address: "" }
    : { ...endpoint, network: network.name, networkId: network.id, address: "" };
}

/** What the container's first process is: entrypoint, then command. */
export const commandOf = (config: ContainerConfig): readonly string[] => [
  ...(config.Entrypoint ?? []),
  ...(config.Cmd ?? []),
];

/** An entrypoint from the command line drops the image's command, as in moby daemon/commit.go, merge. */
function mergedConfig(base: ContainerConfig, spec: ContainerSpec): ContainerConfig {
  // The command line's come first, then what the image has beside them.
  const nameOf = (pair: string): string => pair.split("=", 1)[0] ?? "";
  const env = new Map(spec.env.map((pair) => [nameOf(pair), pair]));
  for (const pair of base.Env ?? []) if (!env.has(nameOf(pair))) env.set(nameOf(pair), pair);
  const command =
    spec.command.length > 0 ? [...spec.command] : spec.entrypoint === undefined ? base.Cmd : null;
  const exposed = Object.fromEntries(
    [...Object.keys(base.ExposedPorts ?? {}), ...spec.exposed].map((port) => [port, {}]),
  );
  const { ArgsEscaped: _, ...rest } = base;
  return {
    ...rest,
    User: spec.user ?? base.User ?? "",
    Env: [...env.values()].filter((pair) => pair.includes("=")),
    Cmd: command ?? null,
    Entrypoint:
      spec.entrypoint === undefined
        ? (base.Entrypoint ?? null)
        : spec.entrypoint.length > 0
          ? [...spec.entrypoint]
          : null,
    WorkingDir: spec.directory ?? base.WorkingDir ?? "",
    Labels: { ...base.Labels, ...spec.labels },
    ...(spec.volumes &&
      spec.volumes.length > 0 && {
        Volumes: { ...base.Volumes, ...Object.fromEntries(spec.volumes.map((target) => [target, {}])) },
      }),
    ...(Object.keys(exposed).length > 0 && { ExposedPorts: exposed }),
    ...(spec.health && { Healthcheck: mergedHealth(base.Healthcheck, spec.health) }),
    ...(spec.stopSignal !== undefined && { StopSignal: spec.stopSignal }),
  };
}

/** Zero means: as the image has it (moby daemon/commit.go, merge). */
function mergedHealth(base: HealthcheckConfig = {}, own: HealthcheckConfig): HealthcheckConfig {
  const test = own.Test ?? base.Test;
  return {
    ...(test && { Test: test }),
    Interval: own.Interval || base.Interval || 0,
    Timeout: own.Timeout || base.Timeout || 0,
    StartPeriod: own.StartPeriod || base.StartPeriod || 0,
    StartInterval: own.StartInterval || base.StartInterval || 0,
    Retries: own.Retries || base.Retries || 0,
  };
}

function problem(state: DaemonState, spec: ContainerSpec): string | undefined {
  const { options } = spec;
  if (spec.name !== undefined) {
    const bad = nameProblem(spec.name);
    if (bad !== undefined) return bad;
    const taken = state.containers.find(({ name }) => name === spec.name?.replace(/^\//, ""));
    if (taken) {
      return `Conflict. The container name "/${taken.name}" is already in use by container "${taken.id}". You have to remove (or rename) that container to be able to reuse that name.`;
    }
  }
  for (const { network: name, aliases, wanted } of spec.endpoints) {
    const network = findNetwork(state, name);
    const bad = "error" in network ? undefined : endpointProblem(network, aliases, wanted);
    if (bad !== undefined) return bad;
  }
  for (const mount of options.mounts) {
    const bad = mount.kind === "volume" && mount.source !== "" ? volumeNameProblem(mount.source) : undefined;
    if (bad !== undefined) return bad;
  }
  return undefined;
}
