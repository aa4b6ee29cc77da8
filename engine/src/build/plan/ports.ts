import { goQuote } from "../../dockerfile/go-quote.ts";

const PROTOCOLS: ReadonlySet<string> = new Set(["tcp", "udp", "sctp"]);
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*\]?)$/;

/** `8080/tcp` and so on of one EXPOSE word such as `8080`, `8000-8010/udp`, `127.0.0.1:80:80`; or Docker's error. */
export function readPorts(word: string): readonly string[] | string {
  const parts = word.split(":");
  const container = parts.pop() ?? "";
  const host = parts.pop() ?? "";
  const address = parts.join(":");
  const slash = container.indexOf("/");
  const port = slash < 0 ? container : container.slice(0, slash);
  const written = slash < 0 ? "" : container.slice(slash + 1);
  const protocol = written.toLowerCase() || "tcp";
  if (port === "") return `invalid port: ${goQuote(word)}: no port specified`;
  if (!PROTOCOLS.has(protocol)) return `invalid port: ${goQuote(word)}: invalid proto: ${protocol}`;
  if (address !== "" && !ADDRESS.test(address)) return `invalid IP address: ${address}`;
  const range = readRange(port);
  if (range === undefined) return `invalid containerPort: ${port}`;
  const outside = host === "" ? range : readRange(host);
  if (outside === undefined) return `invalid hostPort: ${host}`;
  const [first, last] = range;
  if (last !== first && last - first !== outside[1] - outside[0]) {
    return `invalid ranges specified for container and host Ports: ${port} and ${host}`;
  }
  return Array.from({ length: last - first + 1 }, (_, i) => `${first + i}/${protocol}`);
}

function readRange(text: string): [number, number] | undefined {
  const parts = text.split("-");
  const [first = -1, last = first] = parts.map((part) => (/^\+?\d+$/.test(part) ? Number(part) : -1));
  if (parts.length > 2 || first < 0 || last < first || last > 65_535) return undefined;
  return [first, last];
}
