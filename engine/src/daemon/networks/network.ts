import { encode } from "../../core/bytes.ts";
import { sha256 } from "../../core/sha256.ts";
import type { Subnet } from "./subnet.ts";

/** One of Docker's networks. */
export interface DockerNetwork {
  /** 64 hex digits. */
  readonly id: string;
  readonly name: string;
  readonly driver: "bridge" | "host" | "null";
  /** Milliseconds since 1970, simulated. */
  readonly created: number;
  /** Undefined: it gives out no addresses. */
  readonly subnet: Subnet | undefined;
  /** Somebody asked for this subnet, so containers may ask for addresses. */
  readonly subnetAsked: boolean;
  /** Somebody asked for this gateway, or the engine chose subnet and gateway. */
  readonly gatewayAsked?: boolean;
  /** The host's address in it. */
  readonly gateway: string;
  /** Addresses for containers come from here; undefined: from all of the subnet. */
  readonly range: Subnet | undefined;
  readonly internal: boolean;
  readonly attachable: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
}

const plain = {
  created: 0,
  subnet: undefined,
  subnetAsked: false,
  gateway: "",
  range: undefined,
  internal: false,
  attachable: false,
  labels: {},
  options: {},
} as const;

/** 172.17.0.0/16 [moby libnetwork/ipamutils: the first of the local pools]. */
const FIRST_POOL: Subnet = { first: 0xac11_0000, bits: 16 };

/** What a default bridge has been set up with (moby daemon/daemon_unix.go, initBridgeDriver). */
const BRIDGE_OPTIONS = {
  "com.docker.network.bridge.default_bridge": "true",
  "com.docker.network.bridge.enable_icc": "true",
  "com.docker.network.bridge.enable_ip_masquerade": "true",
  "com.docker.network.bridge.host_binding_ipv4": "0.0.0.0",
  "com.docker.network.bridge.name": "docker0",
  "com.docker.network.driver.mtu": "1500",
};

/** The networks that every engine begins with. */
export function predefinedNetworks(seed: string, created: number): readonly DockerNetwork[] {
  const id = (name: string): string => sha256(encode(`${seed} network ${name}`));
  return [
    {
      ...plain,
      id: id("bridge"),
      name: "bridge",
      driver: "bridge",
      created,
      subnet: FIRST_POOL,
      gateway: "172.17.0.1",
      options: BRIDGE_OPTIONS,
    },
    { ...plain, id: id("host"), name: "host", driver: "host", created },
    { ...plain, id: id("none"), name: "none", driver: "null", created },
  ];
}

const PREDEFINED = ["bridge", "host", "none", "default"];

export const isPredefined = (name: string): boolean => PREDEFINED.includes(name);

/** Does it know its containers by name? Only networks that somebody created do. */
export const hasNames = (network: DockerNetwork): boolean =>
  network.driver === "bridge" && !isPredefined(network.name);
