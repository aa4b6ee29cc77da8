import { followToEnd } from "../follow/follow-to-end.ts";
import type { Command } from "../command.ts";
import { lookUp } from "../run/launch.ts";

export const wait: Command = {
  names: ["wait", "container wait"],
  usage: "CONTAINER [CONTAINER...]",
  summary: "Block until one or more containers stop, then print their exit codes",
  arity: [1, Infinity],
  flags: [],
  run(call) {
    let status = 0;
    for (const name of call.args) {
      const container = lookUp(call, name);
      if (!container) {
        status = 1;
        continue;
      }
      if (!container.life) {
        call.out(`${container.startExit ?? 0}\n`);
        continue;
      }
      const end = followToEnd(call, container.id)?.end;
      if (!end) {
        status = call.fail(
          `Drydock: ${name} does not stop by itself, and \`docker wait\` would wait here for ever.`,
          130,
        );
        continue;
      }
      call.out(`${end.exitCode}\n`);
    }
    return status;
  },
};
