import { logEvent } from "../../daemon/events/log-event.ts";
import type { Command } from "../command.ts";

export const volumeRm: Command = {
  names: ["volume rm"],
  aliases: { "volume remove": "volume rm" },
  usage: "[OPTIONS] VOLUME [VOLUME...]",
  summary: "Remove one or more volumes",
  about: "Remove one or more volumes. You cannot remove a volume that is in use by a container.",
  arity: [1, Infinity],
  flags: [{ name: "force", short: "f", kind: "bool", help: "Force the removal of one or more volumes" }],
  run(call) {
    const problems: string[] = [];
    for (const name of call.args) {
      const { state } = call.daemon;
      const user = state.containers.find(({ options }) =>
        options.mounts.some(({ source }) => source === name),
      );
      if (user) problems.push(`Error response from daemon: remove ${name}: volume is in use - [${user.id}]`);
      else if (!state.volumes.has(name) && !call.on("force"))
        problems.push(`Error response from daemon: get ${name}: no such volume`);
      else {
        const volumes = new Map(state.volumes);
        volumes.delete(name);
        call.daemon.state = logEvent(
          { ...state, volumes },
          { type: "volume", action: "destroy", id: name, attributes: { driver: "local" } },
        );
        call.out(`${name}\n`);
      }
    }
    return problems.length > 0 ? call.fail(problems.join("\n")) : 0;
  },
};
