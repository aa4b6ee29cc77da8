import { imageEvent } from "../../daemon/events/image-event.ts";
import { findImage } from "../../daemon/images/find-image.ts";
import { removeImage } from "../../daemon/images/remove-image.ts";
import { askedPlatform } from "../build/asked-platform.ts";
import type { Command } from "../command.ts";
import { notSimulated } from "../../core/engine-error.ts";

export const rmi: Command = {
  names: ["rmi", "image rm"],
  aliases: { "image remove": "image rm" },
  usage: "[OPTIONS] IMAGE [IMAGE...]",
  summary: "Remove one or more images",
  arity: [1, Infinity],
  flags: [
    { name: "force", short: "f", kind: "bool", help: "Force removal of the image" },
    { name: "no-prune", kind: "bool", help: "Do not delete untagged parents" },
    {
      name: "platform",
      kind: "string",
      value: "strings",
      help: 'Remove only the given platform variant. Formatted as "os[/arch[/variant]]" (e.g., "linux/amd64")',
    },
  ],
  run(call) {
    const force = call.on("force");
    const asked = askedPlatform(call.get("platform"));
    if ("error" in asked) return call.fail(asked.error);
    if (!asked.own)
      throw notSimulated(
        `an image's variant for ${asked.platform}`,
        "remove that variant, if the image has it",
      );
    const problems: string[] = [];
    let fatal = false;
    for (const name of call.args) {
      if (name === "") {
        problems.push("Error response from daemon: page not found");
        fatal = true;
        continue;
      }
      const image = findImage(call.daemon.state, name);
      const removed = removeImage(call.daemon.state, name, force, !call.on("no-prune"));
      if ("error" in removed) {
        problems.push(`Error response from daemon: ${removed.error}`);
        fatal ||= !(force && removed.missing === true);
        continue;
      }
      call.daemon.state = removed.state;
      const id = "error" in image ? name : image.id;
      for (const { kind, name: what } of removed.removals) {
        call.out(`${kind}: ${what}\n`);
        const isImage = kind === "Untagged" || what === id;
        if (isImage)
          call.daemon.state = imageEvent(call.daemon.state, kind === "Untagged" ? "untag" : "delete", id, id);
      }
    }
    if (problems.length > 0) call.fail(problems.join("\n"));
    return fatal ? 1 : 0;
  },
};
