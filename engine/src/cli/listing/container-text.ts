import {
  type Container,
  healthOf,
  isUp,
  type PublishedPort,
  statusOf,
} from "../../daemon/containers/container.ts";
import { commandOf } from "../../daemon/containers/create-container.ts";
import { humanDuration } from "../../core/duration.ts";
import { ago } from "./time-text.ts";

/** `Up 3 seconds`, `Exited (0) 2 minutes ago`, `Created` (moby container/state.go, String). */
export function statusText(container: Container, now: number): string {
  const { life } = container;
  const status = statusOf(container, now);
  if (!life || status === "created") return "Created";
  if (status === "restarting")
    return `Restarting (${life.end?.exitCode ?? 0}) ${ago(now, life.end?.at ?? now)}`;
  if (status === "exited") return `Exited (${life.end?.exitCode ?? 0}) ${ago(now, life.end?.at ?? now)}`;
  return `Up ${humanDuration((now - life.startedAt) / 1000)}${status === "paused" ? " (Paused)" : healthText(container)}`;
}

/** `(health: starting)`, `(healthy)`, behind how long it is up. */
function healthText(container: Container): string {
  const status = healthOf(container)?.status;
  return status === undefined ? "" : status === "starting" ? " (health: starting)" : ` (${status})`;
}

/** The command as `docker ps` joins it: an argument with a space in single quotes. */
export function commandText(container: Container): string {
  const [path = "", ...args] = commandOf(container.config);
  return [path, ...args.map((arg) => (arg.includes(" ") ? `'${arg}'` : arg))].join(" ");
}

const addresses = (port: PublishedPort): readonly string[] =>
  port.hostIp === "" ? ["0.0.0.0", "[::]"] : [port.hostIp.includes(":") ? `[${port.hostIp}]` : port.hostIp];

/** Each published port with each of its addresses. */
export const bindings = (
  container: Container,
): readonly { readonly port: PublishedPort; readonly address: string }[] =>
  container.published.flatMap((port) => addresses(port).map((address) => ({ port, address })));

/**
 * The PORTS column: runs of ports that are the same inside and outside, or open only, as ranges; then all others (docker/cli
 * formatter/container.go, DisplayablePorts).
 */
export function portsText(container: Container, now: number): string {
  // Ports belong to an address.
  if (!isUp(container, now) || /^(?:none|host|container:.*)$/s.test(container.options.network)) return "";
  interface Line {
    readonly address: string;
    readonly inside: number;
    readonly host: number;
    readonly protocol: string;
  }
  const published = container.published.map((port) => `${port.container}/${port.protocol}`);
  const open = Object.keys(container.config.ExposedPorts ?? {}).filter((port) => !published.includes(port));
  const lines: Line[] = [
    ...open.map((text): Line => {
      const [number, protocol = "tcp"] = text.split("/");
      return { address: "", inside: Number(number), host: 0, protocol };
    }),
    ...bindings(container).map(({ port, address }): Line => ({
      address,
      inside: port.container,
      host: port.host,
      protocol: port.protocol,
    })),
  ].toSorted(
    (a, b) =>
      a.inside - b.inside ||
      (a.address < b.address ? -1 : a.address > b.address ? 1 : 0) ||
      a.host - b.host ||
      (a.protocol < b.protocol ? -1 : 1),
  );
  const groups = new Map<string, { readonly line: Line; to: number }>();
  const ranges: string[] = [];
  const others: string[] = [];
  const rangeText = ({ line: { address, inside, protocol }, to }: { line: Line; to: number }): string => {
    const range = to === inside ? `${inside}` : `${inside}-${to}`;
    return address === "" ? `${range}/${protocol}` : `${address}:${range}->${range}/${protocol}`;
  };
  for (const line of lines) {
    const { address, inside, host, protocol } = line;
    if (address !== "" && host !== inside) {
      others.push(`${address}:${host}->${inside}/${protocol}`);
      continue;
    }
    const key = `${address}/${protocol}`;
    const group = groups.get(key);
    if (group && inside === group.to + 1) {
      group.to = inside;
      continue;
    }
    if (group) ranges.push(rangeText(group));
    groups.set(key, { line, to: inside });
  }
  return [...ranges, ...[...groups.values()].map(rangeText), ...others].join(", ");
}
