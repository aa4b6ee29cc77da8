import type { Command } from "../command.ts";

export const contextShow: Command = {
  names: ["context show"],
  usage: "",
  summary: "Print the name of the current context",
  arity: [0, 0],
  flags: [],
  run(call) {
    call.out("default\n");
    return 0;
  },
};
