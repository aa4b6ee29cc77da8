import type { Call, Command } from "../command.ts";
import { exitOfError } from "../../daemon/containers/exit-of-error.ts";
import { containerSpec } from "../run/container-spec.ts";
import { makeContainer } from "../run/make-container.ts";
import { sessionProblem } from "../run/session-problem.ts";
import { standardInput } from "../follow/standard-input.ts";
import { launch } from "../run/launch.ts";
import { containerFlags, runFlags } from "../run/run-flags.ts";

export const run: Command = {
  names: ["run", "container run"],
  usage: "[OPTIONS] IMAGE [COMMAND] [ARG...]",
  summary: "Create and run a new container from an image",
  arity: [1, Infinity],
  flags: [...containerFlags, ...runFlags],
  interspersed: false,
  run(call) {
    const spec = containerSpec(call);
    if ("error" in spec) return refuse(call, spec.error, 125);
    const detached = call.on("detach");
    if (detached && call.all("attach").length > 0)
      return call.fail("conflicting options: cannot specify both --attach and --detach");
    const session = sessionProblem(call, spec.command);
    if (session) return call.fail(session.message, session.exitCode);
    const container = makeContainer(call, spec);
    if ("error" in container) return refuse(call, container.error, exitOfError(container.error));
    const stdin = call.on("interactive") && !detached ? standardInput(call) : undefined;
    const ended = launch(call, container, !detached, stdin);
    if (detached) call.out(`${container.id}\n`);
    return typeof ended === "number" ? ended : refuse(call, ended.error, ended.exitCode);
  },
};

const refuse = (call: Call, message: string, exitCode: number): number =>
  call.fail(`docker: ${message}\n\nRun 'docker run --help' for more information`, exitCode);
