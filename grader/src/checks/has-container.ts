import { type Container, type DaemonState, statusOf } from "@drydock/engine";
import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { qualified } from "../look/words/qualified.ts";
import { written } from "../look/container/run-container.ts";
import { saidLast } from "../look/container/said-last.ts";
import { whyAbsent } from "../look/words/why-absent.ts";
import { code, listed, shorten } from "../look/words/words.ts";

type PublishedPort = Container["published"][number];

/** After the session there is a container like this. */
export const hasContainer: Check = defineCheck({
  name: "hasContainer",
  topic: "session",
  needs: "machine",
  summary: "after the session there is such a container, in that state",
  parameters: z.strictObject({
    name: z.string().check(z.describe("the container's name")),
    image: z.optional(z.string()).check(z.describe("the image that it runs")),
    state: z
      .optional(z.enum(["created", "running", "paused", "exited"]))
      .check(z.describe("the state in which it is")),
    ports: z
      .optional(
        z.array(z.string().check(z.regex(/^(?:[\d.]+:)?\d+:\d+(?:\/(?:tcp|udp))?$/, '"HOST:CONTAINER"'))),
      )
      .check(
        z.describe(
          "ports that are published, as `-p` takes them: `8080:80` is port 8080 of every address of the host, `127.0.0.1:8080:80` of its loopback alone",
        ),
      ),
    env: z
      .optional(
        z.union(
          [z.record(z.string(), z.coerce.string()), z.array(z.string())],
          "a map, or a list of NAME=value",
        ),
      )
      .check(z.describe("variables that it has")),
  }),
  evaluate(subject, { name, image, state, ports = [], env = {} }): Finding {
    const { containers, references, time } = subject.replayed.machine.daemon.state;
    const evidence = subject.commandEvidence;
    const container = containers.find((each) => each.name === name);
    if (!container) {
      const has = ({ containers: all }: DaemonState): boolean => all.some((each) => each.name === name);
      const { why, facts } = whyAbsent(subject.replayed, has, name);
      return {
        outcome: "fail",
        message: `After the session no container is called ${code(name)}${why}.`,
        evidence,
        facts,
      };
    }
    const actual = statusOf(container, time);
    const published = [
      ...new Set([...container.published, ...container.options.ports].map(portWords)),
    ].sort();
    const facts = {
      state: actual,
      image: container.imageName,
      published,
    };
    const fail = (said: string, more: Finding["facts"] = {}): Finding => ({
      outcome: "fail",
      message: `The container ${code(name)} ${said}.`,
      evidence,
      facts: { ...facts, ...more },
    });
    if (state !== undefined && actual !== state)
      return fail(`is ${actual} and not ${state}${whyNot(container)}`, { otherState: actual });
    if (image !== undefined) {
      const wanted = references.get(qualified(image));
      const isIt = wanted
        ? wanted.id === container.image.id
        : qualified(container.imageName) === qualified(image);
      const outdated = qualified(container.imageName) === qualified(image);
      if (!isIt)
        return outdated
          ? fail(`runs what ${code(image)} was before another image got that name`, { outdated })
          : fail(`runs ${code(container.imageName)} and not ${code(image)}`, { otherImage: true });
    }
    const closed = ports.find((port) => !published.includes(asWritten(port)));
    if (closed !== undefined)
      return fail(`does not publish ${code(closed)}: it publishes ${listed(published.map(code))}`, {
        closed,
      });
    const pairs = Array.isArray(env) ? env : Object.entries(env).map(([key, value]) => `${key}=${value}`);
    const unset = pairs.find((pair) => !(container.config.Env ?? []).includes(pair));
    if (unset !== undefined) return fail(`does not have the variable ${code(unset)}`, { unset });
    return { outcome: "pass", message: `The container ${code(name)} is ${actual}.`, facts };
  },
});

/** Why it does not run: it was not started, or what its program said last. */
function whyNot({ startError, life }: Container): string {
  if (startError !== undefined) return `: ${shorten(startError, 200)}`;
  return life?.end
    ? `: its program ended with status ${life.end.exitCode}${saidLast(written(life, "stderr"), ", ")}`
    : "";
}

/** On every address of the host, whichever way that was said. */
const EVERYWHERE = new Set(["", "0.0.0.0"]);

/** `8080:80` where every address of the host leads there, else with the address in front; `/udp` behind. */
function portWords({ hostIp, host, container, protocol }: PublishedPort): string {
  const ports = `${host}:${container}${protocol === "tcp" ? "" : `/${protocol}`}`;
  return EVERYWHERE.has(hostIp) ? ports : `${hostIp}:${ports}`;
}

/** As `-p` reads it: a port that names no address is one of every address, and not of the host's loopback alone. */
const asWritten = (port: string): string => port.replace("0.0.0.0:", "").replace("/tcp", "");
