import { type Container, healthOf, isUp, statusOf } from "../../daemon/containers/container.ts";
import { findContainer } from "../../daemon/containers/find-container.ts";
import { findImage } from "../../daemon/images/find-image.ts";
import type { DaemonState } from "../../daemon/state.ts";
import { regex, RegexProblem } from "../../shell/regex/regex.ts";
import { hasLabel } from "./object-filter.ts";

type Test = (container: Container) => boolean;

const STATES = ["created", "running", "paused", "restarting", "removing", "exited", "dead"];
const HEALTH = ["none", "starting", "healthy", "unhealthy"];

/** A test for each `--filter` of `docker ps`, or why one of them is none: all after `Error response from daemon: ` (moby daemon/list.go). */
export function containerFilter(state: DaemonState, filters: readonly string[]): Test | string {
  const wanted = new Map<string, Test[]>();
  for (const filter of filters) {
    const [key = "", value = ""] = filter.split(/=(.*)/s);
    const make = Object.hasOwn(MAKERS, key) ? MAKERS[key] : undefined;
    if (!make) return `invalid filter '${key}'`;
    const test = make(value, state, filter);
    if (typeof test === "string") return test;
    wanted.set(key, [...(wanted.get(key) ?? []), test]);
  }
  // Values of one key are alternatives; labels must all be there.
  return (one) =>
    [...wanted].every(([key, tests]) =>
      key === "label" ? tests.every((test) => test(one)) : tests.some((test) => test(one)),
    );
}

type Maker = (value: string, state: DaemonState, filter: string) => Test | string;

/** One of a fixed list of words. */
const among = (value: string, filter: string, list: readonly string[], what: string): string | undefined =>
  list.includes(value)
    ? undefined
    : `invalid filter '${filter}': invalid value for ${what} (${value}): must be one of ${list.join(", ")}`;

const MAKERS: Readonly<Record<string, Maker>> = {
  id: (value) => matching(value, ({ id }) => [id]),
  name: (value) => matching(value, ({ name }) => [`/${name}`, name]),
  status: (value, { time }, filter) =>
    among(value, filter, STATES, "state") ?? ((one) => statusOf(one, time) === value),
  health: (value, { time }, filter) =>
    among(value, filter, HEALTH, "health") ??
    ((one) => ((isUp(one, time) ? healthOf(one)?.status : undefined) ?? "none") === value),
  exited: (value, { time }) =>
    /^[+-]?\d+$/.test(value)
      ? (one) => statusOf(one, time) === "exited" && one.life?.end?.exitCode === Number(value)
      : `invalid filter 'exited=${value}': strconv.Atoi: parsing ${JSON.stringify(value)}: invalid syntax`,
  label:
    (value) =>
    ({ config }) =>
      hasLabel(config.Labels ?? {}, value),
  ancestor: (value, state) => {
    const image = findImage(state, value);
    if ("error" in image) return () => false;
    return (one) =>
      one.image === image ||
      (image.layers.length <= one.image.layers.length &&
        image.layers.every((layer, i) => layer === one.image.layers[i]));
  },
  volume:
    (value) =>
    ({ options }) =>
      options.mounts.some(({ source, target }) => source === value || target === value),
  network:
    (value) =>
    ({ endpoints }) =>
      endpoints.some(({ network, networkId }) => network === value || networkId.startsWith(value)),
  publish: (value, { time }) => {
    const range = portRange(value);
    if (typeof range === "string") return `error while looking up for publish ${value}: ${range}`;
    return (one) =>
      isUp(one, time) && one.published.some(({ host, protocol }) => isIn(range, host, protocol));
  },
  expose: (value, { time }) => {
    const range = portRange(value);
    if (typeof range === "string") return `error while looking up for expose ${value}: ${range}`;
    return (one) =>
      isUp(one, time) &&
      Object.keys(one.config.ExposedPorts ?? {}).some((port) => {
        const [number, protocol = "tcp"] = port.split("/");
        return isIn(range, Number(number), protocol);
      });
  },
  before: (value, state) => compared(state, value, (one, other) => one.created < other.created),
  since: (value, state) => compared(state, value, (one, other) => one.created > other.created),
  "is-task": (value) =>
    /^(?:[01]|true|false)$/i.test(value)
      ? () => /^(?:0|false)$/i.test(value)
      : `invalid filter 'is-task=[${value}]'`,
  isolation: () => () => false,
};

/** Go's regular expression, or the text itself. */
function matching(pattern: string, texts: (container: Container) => readonly string[]): Test {
  try {
    const { exec } = regex(pattern, { extended: true, first: true });
    return (one) => texts(one).some((text) => text === pattern || exec(text) !== undefined);
  } catch (error) {
    if (!(error instanceof RegexProblem)) throw error;
    return (one) => texts(one).includes(pattern);
  }
}

interface PortRange {
  readonly from: number;
  readonly to: number;
  readonly protocol: string;
}

const isIn = ({ from, to, protocol }: PortRange, port: number, of: string): boolean =>
  of === protocol && from <= port && port <= to;

/** `8000-9000/udp`; a text is what is wrong with it. */
function portRange(text: string): PortRange | string {
  const [range = "", protocol = "tcp"] = text.split("/");
  const ends = range.split("-");
  const bad = ends.find((end) => !/^\d+$/.test(end));
  if (bad !== undefined) return `strconv.ParseUint: parsing ${JSON.stringify(bad)}: invalid syntax`;
  const [from = 0, to = from] = ends.map(Number);
  return { from, to, protocol };
}

function compared(
  state: DaemonState,
  name: string,
  pass: (one: Container, other: Container) => boolean,
): Test | string {
  const other = findContainer(state, name);
  return "error" in other ? other.error : (one) => one.id !== other.id && pass(one, other);
}
