import type { Command } from "../command.ts";
import { containerSpec } from "../run/container-spec.ts";
import { makeContainer } from "../run/make-container.ts";
import { containerFlags } from "../run/run-flags.ts";

export const create: Command = {
  names: ["create", "container create"],
  usage: "[OPTIONS] IMAGE [COMMAND] [ARG...]",
  summary: "Create a new container",
  arity: [1, Infinity],
  // The client's text has a slip of its own here.
  flags: containerFlags.map((flag) =>
    flag.name === "pull"
      ? { ...flag, help: 'Pull image before creating ("always", "|missing", "never")' }
      : flag,
  ),
  interspersed: false,
  run(call) {
    // What the engine says is told as it is; what the client finds comes with a hint.
    const refuse = (message: string): number =>
      message.startsWith("Error response from daemon: ")
        ? call.fail(message)
        : call.fail(`docker: ${message}\n\nRun 'docker create --help' for more information`, 125);
    const spec = containerSpec(call);
    if ("error" in spec) return refuse(spec.error);
    const container = makeContainer(call, spec);
    if ("error" in container) return call.fail(container.error);
    call.out(`${container.id}\n`);
    return 0;
  },
};
