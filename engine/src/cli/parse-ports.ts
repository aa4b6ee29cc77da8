import type { PublishedPort } from "../daemon/container.ts";

const MAX_PORT = 65_535;

/** `80`, `8080:80`, `127.0.0.1:8000-8003:8000-8003/udp` of `-p`; `error` in the words of docker/go-connections, nat. */
export function parsePorts(text: string): readonly PublishedPort[] | { readonly error: string } {
  const slash = text.lastIndexOf("/");
  const protocol = slash < 0 ? "tcp" : text.slice(slash + 1).toLowerCase();
  const spec = slash < 0 ? text : text.slice(0, slash);
  const parts = /^\[([^\]]*)\]:(.*)$/.exec(spec);
  const words = (parts?.[2] ?? spec).split(":");
  const container = words.pop() ?? "";
  const host = words.pop() ?? "";
  const ip = parts?.[1] ?? words.join(":");
  if (container === "") return { error: `No port specified: ${text}<empty>` };
  const inner = range(container);
  if (!inner) return { error: `Invalid containerPort: ${container}` };
  const outer = host === "" ? undefined : range(host);
  if (host !== "" && !outer) return { error: `Invalid hostPort: ${host}` };
  if (ip !== "" && !/^[\d.]+$|^[0-9a-fA-F:]+$/.test(ip)) return { error: `Invalid ip address: ${ip}` };
  if (protocol !== "tcp" && protocol !== "udp") return { error: `Invalid proto: ${protocol}` };
  const size = inner[1] - inner[0];
  if (outer && outer[1] - outer[0] !== size && size > 0) {
    return { error: `Invalid ranges specified for container and host Ports: ${container} and ${host}` };
  }
  return Array.from({ length: size + 1 }, (_, i) => ({
    container: inner[0] + i,
    protocol,
    hostIp: ip,
    host: outer ? outer[0] + i : 0,
  }));
}

function range(text: string): readonly [number, number] | undefined {
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text);
  if (!match) return undefined;
  const from = Number(match[1]);
  const to = Number(match[2] ?? match[1]);
  return from <= to && to <= MAX_PORT ? [from, to] : undefined;
}
