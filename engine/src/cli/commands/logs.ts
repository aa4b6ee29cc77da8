import { followToEnd } from "../follow/follow-to-end.ts";
import { isoTime } from "../../core/iso-time.ts";
import { logUntil } from "../../daemon/containers/container.ts";
import type { Command } from "../command.ts";
import { logDetails, logDriver } from "../follow/log-details.ts";
import { isDate, moment, outOfRange } from "../listing/moment.ts";
import { lookUp } from "../run/launch.ts";

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
    const found = lookUp(call, call.args[0] ?? "");
    if (!found) return 1;
    const { time } = call.daemon.state;
    const bound = (flag: string, none: number): number | undefined =>
      call.get(flag) === "" ? none : moment(call.get(flag), time);
    const since = bound("since", 0);
    const until = bound("until", Infinity);
    if (since === undefined || until === undefined) {
      const flag = since === undefined ? "since" : "until";
      const typed = JSON.stringify(call.get(flag));
      return call.fail(
        `invalid value for "${flag}": ${
          isDate(call.get(flag))
            ? `parsing time ${typed}: ${outOfRange(call.get(flag))} out of range`
            : `failed to parse value as time or duration: ${typed}`
        }`,
      );
    }
    if (logDriver(found) === "none")
      return call.fail("Error response from daemon: configured logging driver does not support reading");
    if (call.on("follow")) followToEnd(call, found.id);
    const container = call.daemon.state.containers.find(({ id }) => id === found.id) ?? found;
    const end = container.life?.end;
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
    const shown = last.filter(({ at }) => at > since && at <= until);
    const details = call.on("details") ? `${logDetails(container)} ` : "";
    for (const { stream, text, at } of shown) {
      const stamp = call.on("timestamps")
        ? `${isoTime(at).replace(/(?:\.(\d+))?Z$/, (_, digits: string | undefined) => `.${(digits ?? "").padEnd(9, "0")}Z`)} `
        : "";
      if (container.options.tty) call.out(stamp + details + text.replaceAll(/\r?\n/g, "\r\n"));
      else (stream === "stdout" ? call.out : call.err)(stamp + details + text);
    }
    if (call.on("follow") && !end && container.life)
      call.err("Drydock: the container goes on, and `docker logs -f` would wait here for more.\n");
    return 0;
  },
};
