import { emptyDirectory } from "../../vfs/file-system.ts";
import { logEvent } from "../../daemon/events/log-event.ts";
import { newId } from "../../daemon/new-id.ts";
import { volumeNameProblem } from "../../daemon/volume.ts";
import type { Command } from "../command.ts";
import { labelPairs } from "../label-pairs.ts";

export const volumeCreate: Command = {
  names: ["volume create"],
  usage: "[OPTIONS] [VOLUME]",
  summary: "Create a volume",
  arity: [0, 1],
  flags: [
    { name: "driver", short: "d", kind: "string", default: "local", help: "Specify volume driver name" },
    { name: "label", kind: "list", help: "Set metadata for a volume" },
    { name: "opt", short: "o", kind: "list", help: "", lacking: "set options of the driver" },
  ],
  run(call) {
    const { daemon } = call;
    let [name = ""] = call.args;
    const anonymous = name === "";
    if (anonymous) ({ id: name, state: daemon.state } = newId(daemon.state, `${daemon.seed} volume`));
    const driver = call.get("driver");
    if (driver !== "local")
      return call.fail(
        `Error response from daemon: create ${name}: error looking up volume plugin ${driver}: plugin ${JSON.stringify(driver)} not found`,
      );
    const problem = volumeNameProblem(name);
    if (problem !== undefined) return call.fail(`Error response from daemon: ${problem}`);
    const { state } = daemon;
    if (!state.volumes.has(name)) {
      const volume = {
        name,
        created: state.time,
        tree: emptyDirectory(Math.floor(state.time / 1000)),
        anonymous,
        labels: labelPairs(call.all("label")),
      };
      daemon.state = logEvent(
        { ...state, volumes: new Map(state.volumes).set(name, volume) },
        { type: "volume", action: "create", id: name, attributes: { driver: "local" } },
      );
    }
    call.out(`${name}\n`);
    return 0;
  },
};
