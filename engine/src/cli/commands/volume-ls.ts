import type { Command } from "../command.ts";
import { printRows } from "../rows.ts";

export const volumeLs: Command = {
  names: ["volume ls"],
  aliases: { "volume list": "volume ls" },
  usage: "[OPTIONS]",
  summary: "List volumes",
  arity: [0, 0],
  flags: [
    {
      name: "filter",
      short: "f",
      kind: "list",
      value: "filter",
      help: "Filter output based on conditions provided",
    },
    { name: "format", kind: "string", help: "Format output using a custom template" },
    { name: "quiet", short: "q", kind: "bool", help: "Only display volume names" },
  ],
  run(call) {
    const { state } = call.daemon;
    const used = new Set(
      state.containers.flatMap(({ options }) => options.mounts.map(({ source }) => source)),
    );
    let volumes = [...state.volumes.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
    for (const filter of call.all("filter")) {
      const [key = "", value = ""] = filter.split(/=(.*)/s);
      if (key === "name") volumes = volumes.filter(({ name }) => name.includes(value));
      else if (key === "dangling")
        volumes = volumes.filter(({ name }) => used.has(name) === /^(false|0)$/.test(value));
      else if (key === "driver") volumes = volumes.filter(() => value === "local");
      else return call.fail(`Error response from daemon: invalid filter '${key}'`);
    }
    return printRows(
      call,
      {
        type: "*formatter.volumeContext",
        headings: {
          Availability: "AVAILABILITY",
          Driver: "DRIVER",
          Group: "GROUP",
          Labels: "LABELS",
          Links: "LINKS",
          Mountpoint: "MOUNTPOINT",
          Name: "VOLUME NAME",
          Scope: "SCOPE",
          Size: "SIZE",
          Status: "STATUS",
        },
        rows: volumes.map(({ name }) => ({
          Availability: "N/A",
          Driver: "local",
          Group: "N/A",
          Labels: "",
          Links: "N/A",
          Mountpoint: `/var/lib/docker/volumes/${name}/_data`,
          Name: name,
          Scope: "local",
          Size: "N/A",
          Status: "N/A",
        })),
        columns: ["Driver", "Name"],
        quiet: "Name",
      },
      call.get("format"),
      call.on("quiet"),
    );
  },
};
