import { removeImage } from "../../daemon/remove-image.ts";
import type { Command } from "../command.ts";

export const rmi: Command = {
  names: ["rmi", "image rm"],
  aliases: { "image remove": "image rm" },
  usage: "[OPTIONS] IMAGE [IMAGE...]",
  summary: "Remove one or more images",
  arity: [1, Infinity],
  flags: [
    { name: "force", short: "f", kind: "bool", help: "Force removal of the image" },
    { name: "no-prune", kind: "bool", help: "Do not delete untagged parents" },
    { name: "platform", kind: "string", help: "", lacking: "remove only that platform's variant" },
  ],
  run(call) {
    const force = call.on("force");
    const problems: string[] = [];
    let fatal = false;
    for (const name of call.args) {
      const removed = removeImage(call.daemon.state, name, force);
      if ("error" in removed) {
        problems.push(`Error response from daemon: ${removed.error}`);
        fatal ||= !(force && removed.missing === true);
        continue;
      }
      call.daemon.state = removed.state;
      for (const line of removed.removals) call.out(`${line.kind}: ${line.name}\n`);
    }
    if (problems.length > 0) call.fail(problems.join("\n"));
    return fatal ? 1 : 0;
  },
};
