import type { ContainerOptions } from "../../daemon/container.ts";
import { restartPolicy } from "../../daemon/restart-policy.ts";
import { containerEvent } from "../../daemon/events/container-event.ts";
import { replaceContainer } from "../../daemon/find-container.ts";
import type { Command } from "../command.ts";
import { keptConfig, keptFlags } from "../kept-flags.ts";
import { lookUp } from "../launch.ts";
import { memoryBytes } from "../memory-bytes.ts";

/** Limits that can be changed while a container runs, as `docker run` has them too. */
const LIMITS = ["cpu-shares", "cpus", "cpuset-cpus", "memory-reservation", "memory-swap", "pids-limit"];

export const update: Command = {
  names: ["update", "container update"],
  usage: "[OPTIONS] CONTAINER [CONTAINER...]",
  summary: "Update configuration of one or more containers",
  arity: [1, Infinity],
  flags: [
    { name: "memory", short: "m", kind: "string", value: "bytes", help: "Memory limit" },
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
    const kept = keptConfig(call);
    if ("error" in kept) return call.fail(kept.error, 125);
    const memory = call.get("memory") === "" ? undefined : memoryBytes(call.get("memory"));
    const restart = call.get("restart") === "" ? undefined : restartPolicy(call.get("restart"));
    if (restart && "error" in restart) return call.fail(`Error response from daemon: ${restart.error}`);
    let status = 0;
    for (const name of call.args) {
      const container = lookUp(call, name);
      if (!container) {
        status = 1;
        continue;
      }
      if (restart && container.options.autoRemove) {
        status = call.fail(
          `Error response from daemon: Cannot update container ${container.id}: Restart policy cannot be updated because AutoRemove is enabled for the container`,
        );
        continue;
      }
      const options: ContainerOptions = {
        ...container.options,
        ...(memory !== undefined && { memory }),
        ...(restart && { restart }),
        kept: { ...container.options.kept, ...kept.config },
      };
      const changed = { ...container, options };
      call.daemon.state = containerEvent(replaceContainer(call.daemon.state, changed), changed, "update");
      call.out(`${name}\n`);
    }
    return status;
  },
};
