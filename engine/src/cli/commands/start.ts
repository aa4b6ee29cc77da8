import { findContainer } from "../../daemon/containers/find-container.ts";
import { isUp } from "../../daemon/containers/container.ts";
import type { Command } from "../command.ts";
import { standardInput } from "../follow/standard-input.ts";
import { launch } from "../run/launch.ts";

export const start: Command = {
  names: ["start", "container start"],
  usage: "[OPTIONS] CONTAINER [CONTAINER...]",
  summary: "Start one or more stopped containers",
  arity: [1, Infinity],
  flags: [
    { name: "attach", short: "a", kind: "bool", help: "Attach STDOUT/STDERR and forward signals" },
    { name: "interactive", short: "i", kind: "bool", help: "Attach container's STDIN" },
    {
      name: "checkpoint",
      kind: "string",
      help: "Restore from this checkpoint",
      only: "experimental",
    },
    {
      name: "checkpoint-dir",
      kind: "string",
      help: "Use a custom checkpoint storage directory",
      only: "experimental",
    },
    {
      name: "detach-keys",
      kind: "string",
      help: "Override the key sequence for detaching a container",
      lacking: "detach from the container by these keys",
    },
  ],
  run(call) {
    const attached = call.on("attach") || call.on("interactive");
    if (attached && call.args.length > 1)
      return call.fail("you cannot start and attach multiple containers at once");
    const failed: string[] = [];
    let status = 0;
    for (const name of call.args) {
      const container = findContainer(call.daemon.state, name);
      if ("error" in container) {
        if (attached) return call.fail(`Error response from daemon: ${container.error}`);
        call.err(`Error response from daemon: ${container.error}\n`);
        failed.push(name);
        continue;
      }
      if (container.paused) {
        const words = "cannot start a paused container, try unpause instead";
        if (attached) return call.fail(words);
        call.err(`Error response from daemon: ${words}\n`);
        failed.push(name);
        continue;
      }
      if (!isUp(container, call.daemon.state.time)) {
        const ended = launch(
          call,
          container,
          attached,
          call.on("interactive") ? standardInput(call, container.options.tty) : undefined,
        );
        if (typeof ended !== "number") {
          if (attached) return call.fail(ended.error);
          call.err(`${ended.error}\n`);
          failed.push(name);
          continue;
        }
        status = ended;
      }
      if (!attached) call.out(`${name}\n`);
    }
    return failed.length > 0 ? call.fail(`Error: failed to start containers: ${failed.join(", ")}`) : status;
  },
};
