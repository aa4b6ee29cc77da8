import { statusOf } from "@drydock/engine";
import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { qualified } from "../look/qualified.ts";
import { code } from "../look/words.ts";

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
      .check(z.describe("ports that are published, each as `HOST:CONTAINER`")),
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
    const fail = (message: string): Finding => ({ outcome: "fail", message, evidence });
    const container = containers.find((each) => each.name === name);
    if (!container) return fail(`After the session no container is called ${code(name)}.`);
    const actual = statusOf(container, time);
    if (state !== undefined && actual !== state)
      return fail(`The container ${code(name)} is ${actual} and not ${state}.`);
    if (
      image !== undefined &&
      qualified(container.imageName) !== qualified(image) &&
      references.get(qualified(image))?.id !== container.image.id
    ) {
      return fail(`The container ${code(name)} runs ${code(container.imageName)} and not ${code(image)}.`);
    }
    const published = [...container.published, ...container.options.ports]
      .map(({ hostIp, host, container: inner, protocol }) => [
        `${host}:${inner}/${protocol}`,
        `${hostIp || "0.0.0.0"}:${host}:${inner}/${protocol}`,
      ])
      .flat();
    const closed = ports.find((port) => !published.includes(port.includes("/") ? port : `${port}/tcp`));
    if (closed !== undefined) return fail(`The container ${code(name)} does not publish ${code(closed)}.`);
    const pairs = Array.isArray(env) ? env : Object.entries(env).map(([key, value]) => `${key}=${value}`);
    const unset = pairs.find((pair) => !(container.config.Env ?? []).includes(pair));
    if (unset !== undefined)
      return fail(`The container ${code(name)} does not have the variable ${code(unset)}.`);
    return { outcome: "pass", message: `The container ${code(name)} is ${actual}.` };
  },
});
