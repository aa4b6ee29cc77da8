import { buildxFlags } from "../build/buildx-flags.ts";
import type { Command } from "../command.ts";

export const buildxVersion: Command = {
  names: ["buildx version"],
  usage: "",
  summary: "Show buildx version information",
  arity: [0, 0],
  countsNone: true,
  flags: buildxFlags.map((flag) => ({ ...flag, hidden: flag.name === "builder" })),
  run(call) {
    // The version of the recordings' client.
    call.out("github.com/docker/buildx 0.29.1 drydock\n");
    return 0;
  },
};
