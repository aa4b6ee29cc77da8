import type { Json } from "../../core/json.ts";
import { isoTime } from "../../core/iso-time.ts";
import { endpointId } from "./endpoint-id.ts";
import type { DaemonState } from "../state.ts";
import type { DockerNetwork } from "./network.ts";
import { membersOf } from "./remove-network.ts";
import { subnetText } from "./subnet.ts";

/** A hardware address that is locally administered, made from the endpoint. */
export const hardwareAddress = (endpoint: string): string =>
  `02:${(endpoint.slice(0, 10).match(/../g) ?? []).join(":")}`;

/** `docker network inspect`: the fields of Docker 28, in its order. */
export function inspectNetwork(state: DaemonState, network: DockerNetwork): { readonly [key: string]: Json } {
  const { subnet, gateway, range } = network;
  const shown = network.gatewayAsked === true || !network.subnetAsked;
  const containers = membersOf(state, network).map((container): [string, Json] => {
    const endpoint = endpointId(container.id, network.id);
    const place = container.endpoints.find(({ networkId }) => networkId === network.id);
    return [
      container.id,
      {
        Name: container.name,
        EndpointID: endpoint,
        MacAddress: subnet ? hardwareAddress(endpoint) : "",
        IPv4Address: subnet && place ? `${place.address}/${subnet.bits}` : "",
        IPv6Address: "",
      },
    ];
  });
  return {
    Name: network.name,
    Id: network.id,
    Created: isoTime(network.created),
    Scope: "local",
    Driver: network.driver,
    EnableIPv4: true,
    EnableIPv6: false,
    IPAM: {
      Driver: "default",
      Options: network.name === "bridge" || !subnet ? null : {},
      Config: subnet
        ? [
            {
              Subnet: subnetText(subnet),
              ...(range && { IPRange: subnetText(range) }),
              ...(shown && { Gateway: gateway }),
            },
          ]
        : null,
    },
    Internal: network.internal,
    Attachable: network.attachable,
    Ingress: false,
    ConfigFrom: { Network: "" },
    ConfigOnly: false,
    Containers: Object.fromEntries(containers),
    Options: network.options,
    Labels: network.labels,
  };
}
