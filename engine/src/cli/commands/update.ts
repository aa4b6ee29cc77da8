import type { Json } from "../../core/json.ts";
import type { Container, ContainerOptions } from "../../daemon/containers/container.ts";
import { resourceProblem } from "../../daemon/containers/spec-problem.ts";
import { type RestartPolicy, restartPolicy } from "../../daemon/containers/restart-policy.ts";
import { containerEvent } from "../../daemon/events/container-event.ts";
import { findContainer, replaceContainer } from "../../daemon/containers/find-container.ts";
import type { Command } from "../command.ts";
import { keptConfig, keptFlags } from "../run/kept-flags.ts";
import { flagChecks } from "../run/flag-checks.ts";
import { memoryBytes } from "../run/memory-bytes.ts";

/** Limits that can be changed while a container runs, as `docker run` has them too. */
const LIMITS = ["cpu-shares", "cpus", "cpuset-cpus", "memory-reservation", "memory-swap", "pids-limit"];

const FLAGS = [...LIMITS, "memory", "restart"];

export const update: Command = {
  names: ["update", "container update"],
  usage: "[OPTIONS] CONTAINER [CONTAINER...]",
  summary: "Update configuration of one or more containers",
  arity: [1, Infinity],
  flags: [
    {
      name: "memory",
      short: "m",
      kind: "string",
      value: "bytes",
      help: "Memory limit",
      ...(flagChecks["memory"] && { refuse: flagChecks["memory"] }),
    },
    { name: "restart", kind: "string", help: "Restart policy to apply when a container exits" },
    ...keptFlags
      .map(({ flag }) => flag)
      .filter(({ name }) => LIMITS.includes(name))
      // The client quotes the number for `docker run` alone.
      .map((flag) => ({ ...flag, help: flag.help.replace("'-1'", "-1") })),
    {
      name: "blkio-weight",
      kind: "string",
      value: "uint16",
      help: "Block IO (relative weight), between 10 and 1000, or 0 to disable",
      default: "0",
      lacking: "weigh the container's block IO",
    },
    {
      name: "cpu-period",
      kind: "int",
      help: "Limit CPU CFS (Completely Fair Scheduler) period",
      lacking: "limit the CPU scheduler's period",
    },
    {
      name: "cpu-quota",
      kind: "int",
      help: "Limit CPU CFS (Completely Fair Scheduler) quota",
      lacking: "limit the CPU scheduler's quota",
    },
    {
      name: "cpu-rt-period",
      kind: "int",
      help: "Limit the CPU real-time period in microseconds",
      lacking: "limit the real-time period of the CPU",
    },
    {
      name: "cpu-rt-runtime",
      kind: "int",
      help: "Limit the CPU real-time runtime in microseconds",
      lacking: "limit the real-time runtime of the CPU",
    },
    {
      name: "cpuset-mems",
      kind: "string",
      help: "MEMs in which to allow execution (0-3, 0,1)",
      lacking: "choose the memory nodes",
    },
  ],
  run(call) {
    if (!FLAGS.some((name) => call.all(name).length > 0))
      return call.fail("you must provide one or more flags when using this command");
    const kept = keptConfig(call);
    const read = call.get("memory") === "" ? undefined : memoryBytes(call.get("memory"));
    const memory = typeof read === "number" ? read : undefined;
    const restart = call.all("restart").length === 0 ? undefined : restartPolicy(call.get("restart"));
    if (restart && "format" in restart) return call.fail(restart.format);
    const problems: string[] = [];
    for (const name of call.args) {
      const { state } = call.daemon;
      const container = findContainer(state, name);
      const changed = "error" in container ? container : updated(container, kept, memory, restart);
      if ("error" in changed) problems.push(`Error response from daemon: ${changed.error}`);
      else {
        call.daemon.state = containerEvent(replaceContainer(state, changed), changed, "update");
        call.out(`${name}\n`);
      }
    }
    return problems.length > 0 ? call.fail(problems.join("\n")) : 0;
  },
};

/** The container with its new limits; `error` is all after `Error response from daemon: ` (moby container/container_unix.go, UpdateContainer). */
function updated(
  container: Container,
  kept: { readonly [key: string]: Json },
  memory: number | undefined,
  restart: RestartPolicy | { readonly error: string } | undefined,
): Container | { readonly error: string } {
  const problem = resourceProblem(memory ?? container.options.memory, kept);
  if (problem !== undefined) return { error: problem };
  if (restart && "error" in restart) return restart;
  const cannot = (why: string): { readonly error: string } => ({
    error: `Cannot update container ${container.id}: ${why}`,
  });
  if (restart && restart.name !== "no" && container.options.autoRemove)
    return cannot("Restart policy cannot be updated because AutoRemove is enabled for the container");
  const { MemorySwap: swap = container.options.memory * 2 } = container.options.kept;
  if (memory !== undefined && !("MemorySwap" in kept) && typeof swap === "number" && memory > swap)
    return cannot(
      "Memory limit should be smaller than already set memoryswap limit, update the memoryswap at the same time",
    );
  const options: ContainerOptions = {
    ...container.options,
    ...(memory !== undefined && { memory }),
    ...(restart && { restart }),
    kept: {
      ...container.options.kept,
      // Without a word on swap it stays what it was.
      ...(memory !== undefined && { MemorySwap: swap }),
      ...kept,
    },
  };
  return { ...container, options };
}
