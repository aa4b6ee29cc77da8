import { isoTime } from "../../core/iso-time.ts";
import type { EngineEvent } from "../../daemon/events/event.ts";
import { INSPECT_FORMAT_HELP } from "../listing/format-help.ts";
import type { Command } from "../command.ts";
import { moment } from "../listing/moment.ts";
import { hasLabel, objectFilter } from "../listing/object-filter.ts";
import { noteMaps } from "../template/real-map.ts";
import { compileTemplate } from "../template/template.ts";
import { Typed } from "../template/typed.ts";

const isNamed = (
  { id, attributes }: EngineEvent,
  type: string,
  one: EngineEvent["type"],
  value: string,
): boolean => type === one && (id === value || id.startsWith(value) || attributes["name"] === value);

const TESTS: Readonly<Record<string, (event: EngineEvent, value: string) => boolean>> = {
  type: ({ type }, value) => type === value,
  event: ({ action }, value) => action === value || action.startsWith(`${value}:`),
  container: (one, value) =>
    isNamed(one, one.type, "container", value) || (one.attributes["container"]?.startsWith(value) ?? false),
  image: (one, value) => isNamed(one, one.type, "image", value) || one.attributes["image"] === value,
  network: (one, value) => isNamed(one, one.type, "network", value),
  volume: (one, value) => isNamed(one, one.type, "volume", value),
  scope: (_, value) => value === "local",
  label: ({ attributes }, value) => hasLabel(attributes, value),
};

export const events: Command = {
  names: ["events", "system events"],
  usage: "[OPTIONS]",
  summary: "Get real time events from the server",
  arity: [0, 0],
  flags: [
    {
      name: "filter",
      short: "f",
      kind: "list",
      value: "filter",
      help: "Filter output based on conditions provided",
    },
    { name: "format", kind: "string", help: INSPECT_FORMAT_HELP },
    { name: "since", kind: "string", help: "Show all events created since timestamp" },
    { name: "until", kind: "string", help: "Stream events until this timestamp" },
  ],
  run(call) {
    const { state } = call.daemon;
    const [since, until] = ["since", "until"].map((flag) =>
      call.get(flag) === "" ? undefined : moment(call.get(flag), state.time),
    );
    for (const [flag, at] of [
      ["since", since],
      ["until", until],
    ] as const)
      if (call.get(flag) !== "" && at === undefined)
        return call.fail(`failed to parse value as time or duration: ${JSON.stringify(call.get(flag))}`);
    // A filter that the engine does not know is none.
    const known = call
      .all("filter")
      .filter((one) => !one.includes("=") || Object.hasOwn(TESTS, one.split("=", 1)[0] ?? ""));
    const pass = objectFilter<EngineEvent>(known, TESTS);
    if ("error" in pass) return call.fail(`Error response from daemon: ${pass.error}`);
    const format = call.get("format");
    const template = compileTemplate(format === "json" ? "{{json .}}" : format);
    // A template that cannot print any event is refused before the first (docker/cli, cli/command/system/events.go).
    const wrong =
      "error" in template ? template.error : format === "" ? undefined : template.render(NO_EVENT).error;
    if ("error" in template || wrong !== undefined) return call.fail(`Error parsing format: ${wrong}`, 64);
    // Without a time the real one shows only what comes from now on.
    const from = since ?? (until === undefined ? Infinity : 0);
    for (const event of state.events) {
      if (event.at < from || event.at > (until ?? Infinity) || !pass(event)) continue;
      if (format === "") {
        call.out(`${line(event)}\n`);
        continue;
      }
      const { text, error } = template.render(fields(event));
      if (error !== undefined) return call.fail(`template parsing error: ${error}`);
      call.out(`${text}\n`);
    }
    if (until !== undefined && until <= state.time) return 0;
    call.err(
      "Drydock: `docker events` would wait here for more. What has been so far: docker events --since 1h --until 0s\n",
    );
    return 130;
  },
};

/** RFC 3339 with all nine digits behind the second. */
const nanoTime = (at: number): string =>
  isoTime(at).replace(
    /(?:\.(\d+))?Z$/,
    (_, digits: string | undefined) => `.${(digits ?? "").padEnd(9, "0")}Z`,
  );

/** `… container start <id> (image=busybox, name=web)`, attributes by name (docker/cli cli/command/system/events.go). */
function line({ at, type, action, id, attributes }: EngineEvent): string {
  const list = Object.entries(attributes)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map((pair) => pair.join("="));
  return `${nanoTime(at)} ${type} ${action} ${id}${list.length > 0 ? ` (${list.join(", ")})` : ""}`;
}

/** The event as the API sends it, with the names that JSON has for its fields, and without those that are not set. */
function fields({ at, type, action, id, attributes }: EngineEvent): Typed {
  const named = Object.fromEntries(Object.entries(attributes).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  noteMaps(named, "Attributes");
  const isOld = type === "container" || type === "image";
  const all = {
    Status: isOld ? action : "",
    ID: isOld ? id : "",
    From: type === "container" ? (attributes["image"] ?? "") : "",
    Type: type,
    Action: action,
    Actor: new Typed("events.Actor", { ID: id, Attributes: named }),
    Scope: "local",
    Time: Math.floor(at / 1000),
    TimeNano: Math.floor(at) * 1e6,
  };
  const unset = Object.fromEntries(
    Object.entries(all)
      .filter(([, value]) => value === "")
      .map(([name]) => [name, ""]),
  );
  return new Typed("*events.Message", all, { ...JSON_NAMES, ...unset });
}

const JSON_NAMES = {
  Status: "status",
  ID: "id",
  From: "from",
  Scope: "scope",
  Time: "time",
  TimeNano: "timeNano",
};
const NO_EVENT = fields({ at: 0, type: "container", action: "", id: "", attributes: {} });
