import type { Json } from "../core/json.ts";
import { isoTime } from "../core/iso-time.ts";
import { type Container, healthOf, isUp, type PublishedPort, statusOf } from "./container.ts";
import { commandOf } from "./create-container.ts";
import { configJson } from "./inspect-image.ts";
import { endpointId, hardwareAddress } from "./networks/inspect-network.ts";
import { isPredefined } from "./networks/network.ts";
import { namesOf } from "./networks/resolve-name.ts";
import { processId } from "./process-id.ts";
import type { DaemonState } from "./state.ts";

const NEVER = "0001-01-01T00:00:00Z";

/** A container that has ended keeps what was known last, as unhealthy where it was checked (moby, daemon/health.go). */
function healthJson(container: Container, up: boolean): { readonly Health?: Json } {
  const health = healthOf(container);
  if (!health) return {};
  return {
    Health: {
      Status: up ? health.status : "unhealthy",
      FailingStreak: health.failingStreak,
      Log: health.log.map(({ start, end, exitCode, output }) => ({
        Start: isoTime(start),
        End: isoTime(end),
        ExitCode: exitCode,
        Output: output,
      })),
    },
  };
}

/** `docker container inspect`: the fields that Docker 28 has and Drydock knows, in Docker's order. */
export function inspectContainer(state: DaemonState, container: Container): { readonly [key: string]: Json } {
  const { life, options, config } = container;
  const now = state.time;
  const up = isUp(container, now);
  const status = statusOf(container, now);
  const [path = "", ...args] = commandOf(config);
  const folder = `/var/lib/docker/containers/${container.id}`;
  return {
    Id: container.id,
    Created: isoTime(container.created),
    Path: path,
    Args: args,
    State: {
      Status: status,
      Running: up || status === "restarting",
      Paused: status === "paused",
      Restarting: status === "restarting",
      OOMKilled: false,
      Dead: false,
      Pid: up ? processId(container) : 0,
      ExitCode:
        container.startError === undefined
          ? ["exited", "restarting"].includes(status)
            ? (life?.end?.exitCode ?? 0)
            : 0
          : 127,
      Error: container.startError ?? "",
      StartedAt: life ? isoTime(life.startedAt) : NEVER,
      FinishedAt: ["exited", "restarting"].includes(status) && life?.end ? isoTime(life.end.at) : NEVER,
      ...healthJson(container, up),
    },
    Image: container.image.id,
    ResolvConfPath: `${folder}/resolv.conf`,
    HostnamePath: `${folder}/hostname`,
    HostsPath: `${folder}/hosts`,
    LogPath: `${folder}/${container.id}-json.log`,
    Name: `/${container.name}`,
    RestartCount: container.restarts,
    Driver: "overlay2",
    Platform: "linux",
    HostConfig: {
      Binds: binds(container),
      NetworkMode: options.network,
      PortBindings: hostBindings(options.ports, (port) => [port.hostIp]),
      RestartPolicy: { Name: options.restart.name, MaximumRetryCount: options.restart.retries },
      AutoRemove: options.autoRemove,
      Privileged: false,
      PublishAllPorts: options.publishAll,
      ReadonlyRootfs: options.readOnly,
      Memory: options.memory,
      Init: options.init,
      ExtraHosts: options.extraHosts.length > 0 ? options.extraHosts.map((pair) => pair.join(":")) : null,
      ...options.kept,
    },
    Mounts: options.mounts.map((mount) => ({
      Type: mount.kind,
      ...(mount.kind === "volume" && { Name: mount.source }),
      Source: mount.kind === "volume" ? `/var/lib/docker/volumes/${mount.source}/_data` : mount.source,
      Destination: mount.target,
      Mode: mount.readOnly ? "ro" : "",
      RW: !mount.readOnly,
    })),
    Config: {
      Hostname: container.hostname,
      User: config.User ?? "",
      AttachStdin: options.attachStdin,
      Tty: options.tty,
      OpenStdin: options.attachStdin,
      Image: container.imageName,
      ...configJson(config),
      Labels: config.Labels ?? {},
      ...(options.stopTimeout !== undefined && { StopTimeout: options.stopTimeout }),
    },
    NetworkSettings: {
      Ports: up
        ? {
            ...open(container),
            ...hostBindings(container.published, (port) =>
              port.hostIp === "" ? ["0.0.0.0", "::"] : [port.hostIp],
            ),
          }
        : {},
      ...(container.endpoints[0]?.network === "bridge" ? place(state, container, 0) : NOWHERE),
      Networks: Object.fromEntries(
        container.endpoints.map((endpoint, i) => [
          endpoint.network,
          {
            IPAMConfig: endpoint.wanted === undefined ? null : { IPv4Address: endpoint.wanted },
            Links: null,
            Aliases: endpoint.aliases.length > 0 ? endpoint.aliases : null,
            ...place(state, container, i),
            NetworkID: endpoint.networkId,
            DNSNames: isPredefined(endpoint.network) ? null : namesOf(container, endpoint.aliases),
          },
        ]),
      ),
    },
  };
}

const NOWHERE = { Gateway: "", IPAddress: "", IPPrefixLen: 0, MacAddress: "", EndpointID: "" };

/** Where the container is in its n-th network while it is up. */
function place(state: DaemonState, container: Container, n: number): typeof NOWHERE {
  const endpoint = container.endpoints[n];
  const network = state.networks.find(({ id }) => id === endpoint?.networkId);
  if (!endpoint || !network || !isUp(container, state.time)) return NOWHERE;
  const id = endpointId(container.id, network.id);
  return {
    Gateway: network.gateway,
    IPAddress: endpoint.address,
    IPPrefixLen: network.subnet?.bits ?? 0,
    MacAddress: network.subnet ? hardwareAddress(id) : "",
    EndpointID: id,
  };
}

function binds(container: Container): Json {
  const list = container.options.mounts
    .filter(({ kind, source }) => kind === "bind" || (kind === "volume" && !/^[0-9a-f]{64}$/.test(source)))
    .map(({ source, target, readOnly }) => `${source}:${target}${readOnly ? ":ro" : ""}`);
  return list.length > 0 ? list : null;
}

const open = (container: Container): Record<string, Json> =>
  Object.fromEntries(Object.keys(container.config.ExposedPorts ?? {}).map((port) => [port, null]));

function hostBindings(
  ports: readonly PublishedPort[],
  addresses: (port: PublishedPort) => readonly string[],
): Record<string, Json> {
  const map: Record<string, Json[]> = {};
  for (const port of ports) {
    const key = `${port.container}/${port.protocol}`;
    (map[key] ??= []).push(
      ...addresses(port).map((HostIp) => ({ HostIp, HostPort: port.host === 0 ? "" : String(port.host) })),
    );
  }
  return map;
}
