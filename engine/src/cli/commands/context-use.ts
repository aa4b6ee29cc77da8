import type { Command } from "../command.ts";
import { noContext } from "../build/no-context.ts";

export const contextUse: Command = {
  names: ["context use"],
  usage: "CONTEXT",
  summary: "Set the current docker context",
  arity: [1, 1],
  flags: [],
  run(call) {
    const [name = ""] = call.args;
    if (name !== "default") return call.fail(noContext(name));
    call.out("default\n");
    call.err('Current context is now "default"\n');
    return 0;
  },
};
