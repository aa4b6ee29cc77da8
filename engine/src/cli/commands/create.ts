import { createContainer } from "../../daemon/create-container.ts";
import type { Command } from "../command.ts";
import { containerSpec } from "../container-spec.ts";
import { getImage } from "../get-image.ts";
import { containerFlags } from "../run-flags.ts";

export const create: Command = {
  names: ["create", "container create"],
  usage: "[OPTIONS] IMAGE [COMMAND] [ARG...]",
  summary: "Create a new container",
  arity: [1, Infinity],
  flags: containerFlags,
  interspersed: false,
  run(call) {
    const refuse = (message: string): number =>
      call.fail(`docker: ${message}\n\nRun 'docker create --help' for more information`, 125);
    const spec = containerSpec(call);
    if ("error" in spec) return refuse(spec.error);
    const image = getImage(call, spec.imageName);
    if ("error" in image) return refuse(image.error);
    const created = createContainer(call.daemon.state, call.daemon.seed, image, spec);
    if ("error" in created) return refuse(`Error response from daemon: ${created.error}`);
    call.daemon.state = created.state;
    call.out(`${created.container.id}\n`);
    return 0;
  },
};
