import { encode } from "../../core/bytes.ts";
import type { Json } from "../../core/json.ts";
import { sha256 } from "../../core/sha256.ts";
import { type Container, isUp, type PublishedPort } from "../containers/container.ts";
import { endpointId } from "../networks/endpoint-id.ts";
import { hardwareAddress } from "../networks/inspect-network.ts";
import { isPredefined } from "../networks/network.ts";
import { namesOf } from "../networks/resolve-name.ts";
import type { DaemonState } from "../state.ts";

interface Place {
  readonly Gateway: string;
  readonly IPAddress: string;
  readonly IPPrefixLen: number;
  readonly MacAddress: string;
  readonly EndpointID: string;
}
const NOWHERE: Place = { Gateway: "", IPAddress: "", IPPrefixLen: 0, MacAddress: "", EndpointID: "" };

/** NetworkSettings of `docker inspect` (moby api/types/container/network_settings.go). */
export function networkSettingsJson(
  state: DaemonState,
  container: Container,
): { readonly [key: string]: Json } {
  const up = isUp(container, state.time);
  const sandbox = up ? sandboxOf(container) : { SandboxID: "", SandboxKey: "" };
  const first = container.endpoints[0]?.network === "bridge" ? place(state, container, 0) : NOWHERE;
  return {
    Bridge: "",
    ...sandbox,
    Ports: up ? { ...open(container), ...published(container.published) } : {},
    HairpinMode: false,
    LinkLocalIPv6Address: "",
    LinkLocalIPv6PrefixLen: 0,
    SecondaryIPAddresses: null,
    SecondaryIPv6Addresses: null,
    EndpointID: first.EndpointID,
    Gateway: first.Gateway,
    GlobalIPv6Address: "",
    GlobalIPv6PrefixLen: 0,
    IPAddress: first.IPAddress,
    IPPrefixLen: first.IPPrefixLen,
    IPv6Gateway: "",
    MacAddress: first.MacAddress,
    Networks: Object.fromEntries(
      container.endpoints.map((endpoint, i) => [endpoint.network, endpointJson(state, container, i)]),
    ),
  };
}

function endpointJson(state: DaemonState, container: Container, n: number): Json {
  const endpoint = container.endpoints[n];
  const { Gateway, IPAddress, IPPrefixLen, MacAddress, EndpointID } = place(state, container, n);
  const begun = container.life !== undefined;
  const named = begun && endpoint !== undefined && !isPredefined(endpoint.network);
  return {
    IPAMConfig: endpoint?.wanted === undefined ? null : { IPv4Address: endpoint.wanted },
    Links: null,
    Aliases: endpoint && endpoint.aliases.length > 0 ? endpoint.aliases : null,
    MacAddress,
    DriverOpts: null,
    GwPriority: 0,
    // The engine looks the network up when the container starts.
    NetworkID: begun ? (endpoint?.networkId ?? "") : "",
    EndpointID,
    Gateway,
    IPAddress,
    IPPrefixLen,
    IPv6Gateway: "",
    GlobalIPv6Address: "",
    GlobalIPv6PrefixLen: 0,
    DNSNames: named ? namesOf(container, endpoint.aliases) : null,
  };
}

/** Where the container is in its n-th network while it is up. */
function place(state: DaemonState, container: Container, n: number): Place {
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

/** The container's name space of networks: as random as every id, and another one in each of its lives. */
function sandboxOf({ id, life, options }: Container): {
  readonly SandboxID: string;
  readonly SandboxKey: string;
} {
  const sandbox = sha256(encode(`sandbox ${id} ${life?.startedAt ?? 0}`));
  const folder = options.network === "host" ? "default" : sandbox.slice(0, 12);
  return { SandboxID: sandbox, SandboxKey: `/var/run/docker/netns/${folder}` };
}

const open = (container: Container): Record<string, Json> =>
  Object.fromEntries(Object.keys(container.config.ExposedPorts ?? {}).map((port) => [port, null]));

function published(ports: readonly PublishedPort[]): Record<string, Json> {
  const map: Record<string, Json[]> = {};
  for (const { container, protocol, hostIp, host } of ports)
    (map[`${container}/${protocol}`] ??= []).push(
      ...(hostIp === "" ? ["0.0.0.0", "::"] : [hostIp]).map((HostIp) => ({ HostIp, HostPort: String(host) })),
    );
  return map;
}
