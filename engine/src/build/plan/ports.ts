import { goQuote } from "../../dockerfile/go-quote.ts";

const PROTOCOLS: ReadonlySet<string> = new Set(["tcp", "udp", "sctp"]);

/** An EXPOSE word such as `8080`, `8000-8010/udp` or `127.0.0.1:80:80`, in parts that are not checked yet. */
interface PortWord {
  readonly address: string;
  readonly host: string;
  readonly container: string;
  readonly protocol: string;
}

/** Takes a word apart, or gives BuildKit's error. The checks of EXPOSE look at words that come through here. */
export function splitPort(word: string): PortWord | string {
  const parts = word.split(":");
  const last = parts.pop() ?? "";
  const host = parts.pop() ?? "";
  const slash = last.indexOf("/");
  const container = slash < 0 ? last : last.slice(0, slash);
  const written = slash < 0 ? "" : last.slice(slash + 1);
  const protocol = written.toLowerCase() || "tcp";
  if (container === "") return `invalid port: ${goQuote(word)}: no port specified`;
  if (!PROTOCOLS.has(protocol)) return `invalid port: ${goQuote(word)}: invalid proto: ${written}`;
  return { address: parts.join(":"), host, container, protocol };
}

/** `8080/tcp` and so on of one word; or BuildKit's error. */
export function listPorts({ address, host, container, protocol }: PortWord): readonly string[] | string {
  const bare = /^\[(.*)\]$/.exec(address)?.[1] ?? address;
  if (address !== "" && !isAddress(bare)) return `invalid IP address: ${bare}`;
  const range = readRange(container);
  if (range === undefined) return `invalid containerPort: ${container}`;
  const outside = host === "" ? range : readRange(host);
  if (outside === undefined) return `invalid hostPort: ${host}`;
  const [first, last] = range;
  if (last !== first && last - first !== outside[1] - outside[0]) {
    return `invalid ranges specified for container and host Ports: ${container} and ${host}`;
  }
  return Array.from({ length: last - first + 1 }, (_, i) => `${first + i}/${protocol}`);
}

/** First and last port; `+80` and `0080` are both 80. */
function readRange(text: string): [number, number] | undefined {
  const dash = text.indexOf("-");
  const first = readNumber(dash < 0 ? text : text.slice(0, dash));
  const last = dash < 0 ? first : readNumber(text.slice(dash + 1));
  return first === undefined || last === undefined || last < first ? undefined : [first, last];
}

const readNumber = (text: string): number | undefined =>
  /^\+?\d+$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined;

/** Go's `net.ParseIP`: dotted decimals without leading zeros, or groups of hex digits with at most one `::`. */
function isAddress(text: string): boolean {
  if (!text.includes(":")) return isDotted(text);
  const halves = text.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  const tail = groups.at(-1)?.includes(".") === true ? groups.pop() : undefined;
  if (tail !== undefined && !isDotted(tail)) return false;
  const count = groups.length + (tail === undefined ? 0 : 2);
  return (
    groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group)) &&
    (halves.length === 2 ? count < 8 : count === 8)
  );
}

function isDotted(text: string): boolean {
  const parts = text.split(".");
  return (
    parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
  );
}
