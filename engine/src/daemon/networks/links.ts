import { type Container, type ContainerOptions, isUp } from "../containers/container.ts";
import { findContainer } from "../containers/find-container.ts";
import type { DaemonState } from "../state.ts";

/** A container that another one is linked to, as that one sees it. */
export interface Link {
  readonly container: Container;
  readonly alias: string;
  readonly address: string;
  /** What /etc/hosts calls it. */
  readonly names: readonly string[];
}

/** `name[:alias]` of `--link`, in the order given. */
const wished = ({ kept }: ContainerOptions): readonly (readonly [name: string, alias: string])[] =>
  (Array.isArray(kept["Links"]) ? kept["Links"] : []).flatMap((text): [string, string][] => {
    if (typeof text !== "string") return [];
    const [name = "", alias = name] = text.split(":");
    return [[name, alias]];
  });

/** Why a container with these links is not made, undefined where it is (moby daemon/daemon_unix.go, registerLinks). */
export function linkProblem(state: DaemonState, options: ContainerOptions): string | undefined {
  for (const [name] of wished(options)) {
    if (name === "") return 'could not get container for : invalid name or ID supplied: ""';
    const found = findContainer(state, name);
    if ("error" in found) return `could not get container for ${name}: ${found.error}`;
    if (found.options.network === "host")
      return "conflicting options: host type networking can't be used with links. This would result in undefined behavior";
  }
  return undefined;
}

/** The containers that a container is linked to and that are there (moby daemon/links). */
export const linksOf = (state: DaemonState, { options }: Container): readonly Link[] =>
  wished(options).flatMap(([name, alias]) => {
    const container = findContainer(state, name);
    if ("error" in container) return [];
    const address = container.endpoints[0]?.address ?? "";
    const names = [...new Set([alias, container.id.slice(0, 12), container.name])];
    return [{ container, alias, address, names }];
  });

/** Variables that tell a container of those it is linked to (moby daemon/links/links.go, ToEnv). */
export function linkEnv(state: DaemonState, container: Container): readonly string[] {
  return linksOf(state, container).flatMap(({ container: other, alias, address }) => {
    const prefix = alias.replaceAll("-", "_").toUpperCase();
    const ports = Object.keys(other.config.ExposedPorts ?? {})
      .map((text) => text.split("/"))
      .toSorted(([a, p], [b, q]) => Number(p === "udp") - Number(q === "udp") || Number(a) - Number(b));
    const [first] = ports;
    const url = ([port = "", protocol = "tcp"]: readonly string[]): string =>
      `${protocol}://${address}:${port}`;
    return [
      ...(first ? [`${prefix}_PORT=${url(first)}`] : []),
      ...ports.flatMap(([port = "", protocol = "tcp"]) => {
        const name = `${prefix}_PORT_${port}_${protocol.toUpperCase()}`;
        return [
          `${name}=${url([port, protocol])}`,
          `${name}_ADDR=${address}`,
          `${name}_PORT=${port}`,
          `${name}_PROTO=${protocol}`,
        ];
      }),
      `${prefix}_NAME=/${container.name}/${alias}`,
      ...(other.config.Env ?? [])
        .filter((pair) => !/^(?:PATH|HOME)=/.test(pair))
        .map((pair) => `${prefix}_ENV_${pair}`),
    ];
  });
}

/** Links of a container as `docker inspect` tells them: `/db:/front/base`. */
export const linkTexts = ({ name, options }: Container): readonly string[] =>
  wished(options).map(([other, alias]) => `/${other}:/${name}/${alias}`);

/** Why a container cannot start whose links lead to one that does not run; undefined where it can (moby daemon/container_operations_unix.go, setupLinkedContainers). */
export function linkedProblem(state: DaemonState, { name, options }: Container): string | undefined {
  if (options.network !== "bridge") return undefined;
  for (const [other, alias] of wished(options)) {
    const found = findContainer(state, other);
    if (!("error" in found) && !isUp(found, state.time))
      return `Cannot link to a non running container: /${found.name} AS /${name}/${alias}`;
  }
  return undefined;
}

/** What others call a container by their links: `front/base`. */
export const namesByLinks = ({ containers }: DaemonState, { name }: Container): readonly string[] =>
  containers.flatMap((other) =>
    wished(other.options).flatMap(([linked, alias]) => (linked === name ? [`${other.name}/${alias}`] : [])),
  );
