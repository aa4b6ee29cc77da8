import { findImage } from "../../daemon/images/find-image.ts";
import { inspectImage } from "../../daemon/images/inspect-image.ts";
import { INSPECT_FORMAT_HELP } from "../listing/format-help.ts";
import type { Command } from "../command.ts";
import { inspectObjects } from "../inspect/inspect-objects.ts";

export const imageInspect: Command = {
  names: ["image inspect"],
  usage: "[OPTIONS] IMAGE [IMAGE...]",
  summary: "Display detailed information on one or more images",
  arity: [1, Infinity],
  flags: [
    { name: "format", short: "f", kind: "string", help: INSPECT_FORMAT_HELP },
    {
      name: "platform",
      kind: "string",
      help: "Inspect a specific platform of the multi-platform image.\nIf the image or the server is not multi-platform capable, the command will error out if the platform does not match.\n'os[/arch[/variant]]': Explicit platform (eg. linux/amd64)",
      lacking: "inspect that platform's variant",
    },
  ],
  run: (call) =>
    inspectObjects(call, (name) => {
      const image = findImage(call.daemon.state, name);
      return "error" in image
        ? { error: `Error response from daemon: ${image.error}` }
        : inspectImage(call.daemon.state, image);
    }),
};
