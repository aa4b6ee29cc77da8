import { type Container, healthOf, isUp, type PublishedPort, statusOf } from "../daemon/container.ts";
import { commandOf } from "../daemon/create-container.ts";
import { humanDuration } from "../core/duration.ts";
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

/** The PORTS column: published ports first by number, ranges joined (docker/cli formatter, DisplayablePorts). */
export function portsText(container: Container, now: number): string {
  if (!isUp(container, now)) return "";
  interface Line {
    readonly address: string;
    readonly from: number;
    readonly to: number;
    readonly host: number;
    readonly protocol: string;
  }
  const published = container.published.map((port) => `${port.container}/${port.protocol}`);
  const open = Object.keys(container.config.ExposedPorts ?? {}).filter((port) => !published.includes(port));
  const lines: Line[] = [
    ...open.map((text): Line => ({
      address: "",
      from: Number.parseInt(text, 10),
      to: Number.parseInt(text, 10),
      host: 0,
      protocol: text.split("/")[1] ?? "tcp",
    })),
    ...bindings(container).map(({ port, address }): Line => ({
      address,
      from: port.container,
      to: port.container,
      host: port.host,
      protocol: port.protocol,
    })),
  ].toSorted(
    (a, b) =>
      a.from - b.from || (a.address < b.address ? -1 : a.address > b.address ? 1 : 0) || a.host - b.host,
  );
  const joined: Line[] = [];
  for (const line of lines) {
    const at = joined.findIndex(
      (one) =>
        one.address === line.address &&
        one.protocol === line.protocol &&
        one.to + 1 === line.from &&
        (line.host === 0 ? one.host === 0 : one.host + (one.to - one.from) + 1 === line.host),
    );
    const before = joined[at];
    if (before && (line.host === 0 || before.host - before.from === line.host - line.from))
      joined[at] = { ...before, to: line.to };
    else joined.push(line);
  }
  const range = (from: number, to: number): string => (from === to ? `${from}` : `${from}-${to}`);
  return joined
    .map(({ address, from, to, host, protocol }) =>
      address === ""
        ? `${range(from, to)}/${protocol}`
        : `${address}:${range(host, host + to - from)}->${range(from, to)}/${protocol}`,
    )
    .join(", ");
}
