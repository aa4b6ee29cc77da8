import type { Volume } from "../../daemon/volumes/volume.ts";
import { FORMAT_HELP } from "../listing/format-help.ts";
import type { Command } from "../command.ts";
import { hasLabel, isTrue, objectFilter } from "../listing/object-filter.ts";
import { printRows } from "../listing/rows.ts";
import { VOLUME_HEADINGS, volumeRow } from "../listing/volume-row.ts";

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
      help: 'Provide filter values (e.g. "dangling=true")',
    },
    { name: "format", kind: "string", help: FORMAT_HELP },
    { name: "quiet", short: "q", kind: "bool", help: "Only display volume names" },
    {
      name: "cluster",
      kind: "bool",
      help: "Display only cluster volumes, and use cluster volume list formatting",
      hidden: true,
      lacking: "list the volumes of a swarm",
    },
  ],
  run(call) {
    const { state } = call.daemon;
    const used = new Set(
      state.containers.flatMap(({ options }) => options.mounts.map(({ source }) => source)),
    );
    const pass = objectFilter<Volume>(call.all("filter"), {
      name: ({ name }, value) => name.includes(value),
      dangling: ({ name }, value) => used.has(name) !== isTrue(value),
      driver: (_, value) => value === "local",
      label: ({ labels }, value) => hasLabel(labels, value),
    });
    const bad = call.all("filter").find((text) => /^dangling=(?!(?:0|1|true|false)$)/i.test(text));
    if (bad !== undefined)
      return call.fail(
        `Error response from daemon: invalid filter 'dangling=[${bad.slice("dangling=".length)}]'`,
      );
    if ("error" in pass) return call.fail(`Error response from daemon: ${pass.error}`);
    const volumes = [...state.volumes.values()].filter(pass).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return printRows(
      call,
      {
        type: "*formatter.volumeContext",
        headings: VOLUME_HEADINGS,
        rows: volumes.map((volume) => volumeRow(call.daemon.state.dataRoot, volume)),
        labels: volumes.map(({ labels }) => labels),
        columns: ["Driver", "Name"],
        quiet: "Name",
        raw: { all: "name: {{.Name}}\ndriver: {{.Driver}}\n", quiet: "name: {{.Name}}" },
      },
      call.get("format"),
      call.on("quiet"),
    );
  },
};
