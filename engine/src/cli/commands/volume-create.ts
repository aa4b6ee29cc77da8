import { emptyDirectory } from "../../vfs/file-system.ts";
import { logEvent } from "../../daemon/events/log-event.ts";
import { newId } from "../../daemon/new-id.ts";
import { ANONYMOUS, volumeNameProblem, volumeOptionsProblem } from "../../daemon/volumes/volume.ts";
import type { Command } from "../command.ts";
import { flagChecks } from "../run/flag-checks.ts";
import { labelPairs } from "../run/label-pairs.ts";

export const volumeCreate: Command = {
  names: ["volume create"],
  usage: "[OPTIONS] [VOLUME]",
  summary: "Create a volume",
  arity: [0, 1],
  flags: [
    { name: "driver", short: "d", kind: "string", default: "local", help: "Specify volume driver name" },
    {
      name: "label",
      kind: "list",
      help: "Set metadata for a volume",
      ...(flagChecks["label"] && { refuse: flagChecks["label"] }),
    },
    { name: "name", kind: "string", hidden: true, help: "Specify volume name" },
    {
      name: "opt",
      short: "o",
      kind: "list",
      shown: "map[]",
      value: "map",
      help: "Set driver specific options",
    },
    {
      name: "availability",
      kind: "string",
      help: 'Cluster Volume availability ("active", "pause", "drain")',
      default: "active",
      only: "swarm",
    },
    {
      name: "group",
      kind: "string",
      help: "Cluster Volume group (cluster volumes)",
      only: "swarm",
    },
    {
      name: "limit-bytes",
      kind: "string",
      value: "bytes",
      help: "Minimum size of the Cluster Volume in bytes",
      only: "swarm",
    },
    {
      name: "required-bytes",
      kind: "string",
      value: "bytes",
      help: "Maximum size of the Cluster Volume in bytes",
      only: "swarm",
    },
    {
      name: "scope",
      kind: "string",
      help: 'Cluster Volume access scope ("single", "multi")',
      default: "single",
      only: "swarm",
    },
    {
      name: "secret",
      kind: "list",
      value: "map",
      help: "Cluster Volume secrets",
      shown: "map[]",
      only: "swarm",
    },
    {
      name: "sharing",
      kind: "string",
      help: 'Cluster Volume access sharing ("none", "readonly", "onewriter", "all")',
      default: "none",
      only: "swarm",
    },
    {
      name: "topology-preferred",
      kind: "list",
      help: "A topology that the Cluster Volume would be preferred in",
      only: "swarm",
    },
    {
      name: "topology-required",
      kind: "list",
      help: "A topology that the Cluster Volume must be accessible from",
      only: "swarm",
    },
    {
      name: "type",
      kind: "string",
      help: 'Cluster Volume access type ("mount", "block")',
      default: "block",
      only: "swarm",
    },
  ],
  run(call) {
    const { daemon } = call;
    if (call.get("name") !== "" && call.args.length > 0)
      return call.fail(
        "conflicting options: cannot specify a volume-name through both --name and as a positional arg",
      );
    let [name = call.get("name")] = call.args;
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
    const options = labelPairs(call.all("opt"));
    const given = Object.keys(options).length > 0;
    const wrong = given && !state.volumes.has(name) ? volumeOptionsProblem(options) : undefined;
    if (wrong !== undefined) return call.fail(`Error response from daemon: create ${name}: ${wrong}`);
    if (!state.volumes.has(name)) {
      const volume = {
        name,
        created: state.time,
        tree: emptyDirectory(Math.floor(state.time / 1000)),
        anonymous,
        labels: { ...labelPairs(call.all("label")), ...(anonymous && ANONYMOUS) },
        ...(given && { options }),
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
