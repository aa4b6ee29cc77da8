import { findImage } from "../../daemon/find-image.ts";
import { inspectImage } from "../../daemon/inspect-image.ts";
import type { Command } from "../command.ts";
import { inspectObjects } from "../inspect-objects.ts";

export const imageInspect: Command = {
  names: ["image inspect"],
  usage: "[OPTIONS] IMAGE [IMAGE...]",
  summary: "Display detailed information on one or more images",
  arity: [1, Infinity],
  flags: [
    { name: "format", short: "f", kind: "string", help: "Format output using a custom template" },
    { name: "platform", kind: "string", help: "", lacking: "inspect that platform's variant" },
  ],
  run: (call) =>
    inspectObjects(call, (name) => {
      const image = findImage(call.daemon.state, name);
      return "error" in image
        ? { error: `Error response from daemon: ${image.error}` }
        : inspectImage(call.daemon.state, image);
    }),
};
