import { createContainer } from "../../daemon/create-container.ts";
import type { Call, Command } from "../command.ts";
import { containerSpec } from "../container-spec.ts";
import { getImage } from "../get-image.ts";
import { sessionProblem } from "../session-problem.ts";
import { launch } from "../launch.ts";
import { containerFlags, detachFlag } from "../run-flags.ts";

export const run: Command = {
  names: ["run", "container run"],
  usage: "[OPTIONS] IMAGE [COMMAND] [ARG...]",
  summary: "Create and run a new container from an image",
  arity: [1, Infinity],
  flags: [...containerFlags, detachFlag],
  interspersed: false,
  run(call) {
    const spec = containerSpec(call);
    if ("error" in spec) return refuse(call, spec.error, 125);
    const detached = call.on("detach");
    const session = sessionProblem(call, spec.command);
    if (session) return call.fail(session.message, session.exitCode);
    const image = getImage(call, spec.imageName);
    if ("error" in image) return refuse(call, image.error, 125);
    const created = createContainer(call.daemon.state, call.daemon.seed, image, spec);
    if ("error" in created) return refuse(call, `Error response from daemon: ${created.error}`, 125);
    call.daemon.state = created.state;
    const { container } = created;
    const stdin = call.on("interactive") && !detached ? call.stdin() : undefined;
    const ended = launch(call, container, !detached, stdin);
    if (detached) call.out(`${container.id}\n`);
    return typeof ended === "number" ? ended : refuse(call, ended.error, ended.exitCode);
  },
};

const refuse = (call: Call, message: string, exitCode: number): number =>
  call.fail(`docker: ${message}\n\nRun 'docker run --help' for more information`, exitCode);
