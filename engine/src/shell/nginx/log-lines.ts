import { formatTime } from "../time/civil-time.ts";
import { type Exchange, header } from "./exchange.ts";
import type { Scope } from "./scope.ts";
import { expand, type Sent } from "./variables.ts";
import type { World } from "./world.ts";

/** One line for a log file, without its line feed. */
export interface LogLine {
  readonly file: string;
  readonly text: string;
}

const COMBINED =
  '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent"';

/** What the access logs of a place get; `access_log off` writes none. */
export function accessLines(world: World, exchange: Exchange, scope: Scope, sent: Sent): readonly LogLine[] {
  const logs = scope.all("access_log");
  if (logs.some(({ args }) => args[0] === "off")) return [];
  const formats = world.site.main.blocks[0]?.flatMap(({ name, block }) =>
    name === "http" ? (block ?? []) : [],
  );
  const line = (name: string | undefined): string => {
    const own = formats?.find((one) => one.name === "log_format" && one.args[0] === name);
    const words =
      own?.args
        .slice(1)
        .filter((word) => !word.startsWith("escape="))
        .join("") ?? COMBINED;
    return expand(words, exchange, sent);
  };
  if (logs.length === 0) return [{ file: "/var/log/nginx/access.log", text: line(undefined) }];
  return logs.map(({ args }) => ({ file: args[0] ?? "", text: line(args[1]) }));
}

/** What nginx complained of while it answered, each with the request that it was about. */
export function errorLines(exchange: Exchange, scope: Scope, count: number): readonly LogLine[] {
  const file = scope.words("error_log")?.[0] ?? "/var/log/nginx/error.log";
  const level = scope.words("error_log")?.[1] ?? "error";
  if (["crit", "alert", "emerg"].includes(level)) return [];
  const referrer = header(exchange.headers, "referer");
  return exchange.complaints.map((complaint) => {
    const [what = "", upstream] = complaint.split("\n");
    const about = [
      what,
      `client: ${exchange.remote}`,
      `server: ${exchange.server.names[0] ?? ""}`,
      `request: "${exchange.method} ${exchange.target} HTTP/1.1"`,
      ...(upstream === undefined ? [] : [upstream]),
      `host: "${header(exchange.headers, "host") ?? ""}"`,
      ...(referrer === undefined ? [] : [`referrer: "${referrer}"`]),
    ].join(", ");
    const when = formatTime("%Y/%m/%d %H:%M:%S", exchange.time);
    return { file, text: `${when} [error] ${WORKER}#${WORKER}: *${count + 1} ${about}` };
  });
}

/** The process number of the first worker, as a container of the image usually has it. */
const WORKER = 29;
