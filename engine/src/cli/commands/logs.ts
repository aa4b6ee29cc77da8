import { isoTime } from "../../core/iso-time.ts";
import { logUntil } from "../../daemon/container.ts";
import type { Command } from "../command.ts";
import { moment } from "../moment.ts";
import { lookUp } from "../launch.ts";

export const logs: Command = {
  names: ["logs", "container logs"],
  usage: "[OPTIONS] CONTAINER",
  summary: "Fetch the logs of a container",
  arity: [1, 1],
  flags: [
    { name: "follow", short: "f", kind: "bool", help: "Follow log output" },
    {
      name: "tail",
      short: "n",
      kind: "string",
      default: "all",
      help: "Number of lines to show from the end of the logs",
    },
    { name: "timestamps", short: "t", kind: "bool", help: "Show timestamps" },
    { name: "details", kind: "bool", help: "Show extra details provided to logs" },
    {
      name: "since",
      kind: "string",
      help: 'Show logs since timestamp (e.g. "2013-01-02T13:23:37Z") or relative (e.g. "42m" for 42 minutes)',
    },
    {
      name: "until",
      kind: "string",
      help: 'Show logs before a timestamp (e.g. "2013-01-02T13:23:37Z") or relative (e.g. "42m" for 42 minutes)',
    },
  ],
  run(call) {
    const container = lookUp(call, call.args[0] ?? "");
    if (!container) return 1;
    const { time } = call.daemon.state;
    const bound = (flag: string, none: number): number | undefined =>
      call.get(flag) === "" ? none : moment(call.get(flag), time);
    const since = bound("since", 0);
    const until = bound("until", Infinity);
    if (since === undefined || until === undefined) {
      const flag = since === undefined ? "since" : "until";
      return call.fail(
        `invalid value for "${flag}": failed to parse value as time or duration: ${JSON.stringify(call.get(flag))}`,
      );
    }
    const end = container.life?.end;
    if (call.on("follow") && end)
      call.daemon.state = { ...call.daemon.state, time: Math.max(call.daemon.state.time, end.at) };
    const lines: { stream: "stdout" | "stderr"; text: string; at: number }[] = [];
    const open = new Map<string, { stream: "stdout" | "stderr"; text: string; at: number }>();
    for (const { stream, text, at } of logUntil(container, call.daemon.state.time)) {
      for (const part of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
        const line = open.get(stream);
        if (line) line.text += part;
        else {
          const fresh = { stream, text: part, at };
          lines.push(fresh);
          open.set(stream, fresh);
        }
        if (part.endsWith("\n")) open.delete(stream);
      }
    }
    const tail = call.get("tail");
    const last = /^\d+$/.test(tail) ? (tail === "0" ? [] : lines.slice(-Number(tail))) : lines;
    const shown = last.filter(({ at }) => at >= since && at <= until);
    // The log driver has no fields of its own to show before the line.
    const details = call.on("details") ? " " : "";
    for (const { stream, text, at } of shown) {
      const stamp = call.on("timestamps")
        ? `${isoTime(at).replace(/(?:\.(\d+))?Z$/, (_, digits: string | undefined) => `.${(digits ?? "").padEnd(9, "0")}Z`)} `
        : "";
      (stream === "stdout" ? call.out : call.err)(stamp + details + text);
    }
    if (call.on("follow") && !end && container.life)
      call.err("Drydock: the container goes on, and `docker logs -f` would wait here for more.\n");
    return 0;
  },
};
