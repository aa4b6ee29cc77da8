import { inspectVolume } from "../../daemon/volumes/inspect-volume.ts";
import { INSPECT_FORMAT_HELP } from "../listing/format-help.ts";
import type { Command } from "../command.ts";
import { inspectObjects } from "../inspect/inspect-objects.ts";

export const volumeInspect: Command = {
  names: ["volume inspect"],
  usage: "[OPTIONS] VOLUME [VOLUME...]",
  summary: "Display detailed information on one or more volumes",
  arity: [1, Infinity],
  flags: [{ name: "format", short: "f", kind: "string", help: INSPECT_FORMAT_HELP }],
  run: (call) =>
    inspectObjects(call, (name) => {
      const volume = call.daemon.state.volumes.get(name);
      return volume
        ? inspectVolume(call.daemon.state.dataRoot, volume)
        : { error: `Error response from daemon: get ${name}: no such volume` };
    }),
};
