import type { Json } from "../../core/json.ts";
import { findContainer } from "../../daemon/containers/find-container.ts";
import { findImage } from "../../daemon/images/find-image.ts";
import { inspectContainer } from "../../daemon/containers/inspect-container.ts";
import { inspectImage } from "../../daemon/images/inspect-image.ts";
import { inspectVolume } from "../../daemon/volumes/inspect-volume.ts";
import { findNetwork } from "../../daemon/networks/find-network.ts";
import { inspectNetwork } from "../../daemon/networks/inspect-network.ts";
import { INSPECT_FORMAT_HELP } from "../listing/format-help.ts";
import type { Command } from "../command.ts";
import { inspectObjects } from "../inspect/inspect-objects.ts";

const TYPES = [
  "config",
  "container",
  "image",
  "network",
  "node",
  "plugin",
  "secret",
  "service",
  "task",
  "volume",
];

/** What the engine says of an object of that type that is not there. */
function missing(type: string, name: string): string {
  const words: Readonly<Record<string, string>> = {
    container: `No such container: ${name}`,
    image: `No such image: ${name}${name.includes(":") ? "" : ":latest"}`,
    network: `network ${name} not found`,
    volume: `get ${name}: no such volume`,
    plugin: `plugin ${JSON.stringify(name)} not found`,
  };
  if (type === "") return `Error: No such object: ${name}`;
  return `Error response from daemon: ${
    words[type] ??
    'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.'
  }`;
}

export const inspect: Command = {
  names: ["inspect"],
  usage: "[OPTIONS] NAME|ID [NAME|ID...]",
  summary: "Return low-level information on Docker objects",
  arity: [1, Infinity],
  flags: [
    { name: "format", short: "f", kind: "string", help: INSPECT_FORMAT_HELP },
    { name: "size", short: "s", kind: "bool", help: "Display total file sizes if the type is container" },
    { name: "type", kind: "string", help: "Only inspect objects of the given type" },
  ],
  run(call) {
    const type = call.get("type");
    if (call.all("type").length > 0 && !TYPES.includes(type))
      return call.fail(
        type === ""
          ? "type is empty: must be one of " + TYPES.map((one) => JSON.stringify(one)).join(", ")
          : `unknown type: ${JSON.stringify(type)}: must be one of ${TYPES.map((one) => JSON.stringify(one)).join(", ")}`,
      );
    return inspectObjects(call, (name) => {
      const { state } = call.daemon;
      const container = findContainer(state, name);
      if (!("error" in container) && ["", "container"].includes(type))
        return inspectContainer(state, container, call.on("size"));
      const other = (kind: string, found: Json): Json => {
        if (call.on("size")) call.err(`WARNING: --size ignored for ${kind}\n`);
        return found;
      };
      const image = findImage(state, name);
      if (!("error" in image) && ["", "image"].includes(type))
        return other("image", inspectImage(state, image));
      const volume = state.volumes.get(name);
      if (volume && ["", "volume"].includes(type))
        return other("volume", inspectVolume(state.dataRoot, volume));
      const network = findNetwork(state, name);
      if (!("error" in network) && ["", "network"].includes(type))
        return other("network", inspectNetwork(state, network));
      return { error: missing(type, name) };
    });
  },
};
