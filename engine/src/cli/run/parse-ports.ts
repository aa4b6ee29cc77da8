import { notSimulated } from "../../core/engine-error.ts";
import type { PublishedPort } from "../../daemon/containers/container.ts";
import { addressNumber } from "../../daemon/networks/subnet.ts";

const MAX_PORT = 65_535;

/** `80`, `8080:80`, `127.0.0.1:8000-8003:8000-8003/udp`, `published=8080,target=80` of `-p`; `error` in the words of docker/go-connections, nat. */
export function parsePorts(typed: string): readonly PublishedPort[] | { readonly error: string } {
  const text = standardNotation(typed);
  const words = text.split(":");
  const [port = "", typedProtocol = "tcp"] = (words.pop() ?? "").split("/");
  const host = words.pop() ?? "";
  const address = words.join(":");
  const ip = plainAddress(address);
  if (typeof ip !== "string") return ip;
  if (port === "") return { error: `No port specified: ${text}<empty>` };
  const inner = range(port);
  if (!inner) return { error: `Invalid containerPort: ${port}` };
  const outer = host === "" ? undefined : range(host);
  if (host !== "" && !outer) return { error: `Invalid hostPort: ${host}` };
  const size = inner[1] - inner[0];
  if (outer && outer[1] - outer[0] !== size && size > 0)
    return { error: `Invalid ranges specified for container and host Ports: ${port} and ${host}` };
  const protocol = typedProtocol.toLowerCase() || "tcp";
  if (protocol === "sctp") throw notSimulated("ports of SCTP", "publish the port");
  if (protocol !== "tcp" && protocol !== "udp") return { error: `Invalid proto: ${typedProtocol}` };
  const picks = outer !== undefined && size === 0 && outer[1] > outer[0];
  return Array.from({ length: size + 1 }, (_, i) => ({
    container: inner[0] + i,
    protocol,
    hostIp: ip,
    host: outer ? outer[0] + i : 0,
    ...(picks && { hostEnd: outer[1] }),
  }));
}

/** The long form as the short one (docker/cli container/opts.go, convertToStandardNotation). */
function standardNotation(text: string): string {
  if (!text.includes("=")) return text;
  const fields = new Map(
    text.split(",").map((field): [string, string] => {
      const [name = "", value = ""] = field.split("=", 2);
      return [name, value];
    }),
  );
  const of = (name: string): string => fields.get(name) ?? "";
  return `${of("published")}:${of("target")}/${of("protocol") || "tcp"}`;
}

/** An address without its brackets. */
function plainAddress(address: string): string | { readonly error: string } {
  if (address === "") return "";
  const invalid = (why: string): { readonly error: string } => ({
    error: `Invalid ip address ${address}: address ${address}:: ${why}`,
  });
  const inside = /^\[(.*)\]$/.exec(address)?.[1];
  if (inside === undefined && address.startsWith("[")) return invalid("missing ']' in address");
  if (inside === undefined && address.includes(":")) return invalid("too many colons in address");
  const ip = inside ?? address;
  return addressNumber(ip) !== undefined || /^[0-9a-fA-F:.]*:[0-9a-fA-F:.]*$/.test(ip)
    ? ip
    : { error: `Invalid ip address: ${ip}` };
}

function range(text: string): readonly [number, number] | undefined {
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text);
  if (!match) return undefined;
  const from = Number(match[1]);
  const to = Number(match[2] ?? match[1]);
  return from <= to && to <= MAX_PORT ? [from, to] : undefined;
}
