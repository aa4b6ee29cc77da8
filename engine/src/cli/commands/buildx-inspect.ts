import { buildxFlags } from "../build/buildx-flags.ts";
import type { Command } from "../command.ts";

export const buildxInspect: Command = {
  names: ["buildx inspect"],
  usage: "[NAME]",
  summary: "Inspect current builder instance",
  arity: [0, 1],
  flags: [
    ...buildxFlags,
    { name: "bootstrap", kind: "bool", help: "Ensure builder has booted before inspecting" },
  ],
  run(call) {
    const [name = "default"] = call.args;
    if (name !== "default") return call.fail(`ERROR: no builder "${name}" found`);
    call.out(
      "Name:   default\nDriver: docker\n\nNodes:\nName:             default\nEndpoint:         default\nStatus:           running\nBuildKit version: drydock\nPlatforms:        linux/amd64\n",
    );
    return 0;
  },
};
