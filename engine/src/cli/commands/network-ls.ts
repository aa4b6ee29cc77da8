import { shortId } from "../../core/digest.ts";
import { type DockerNetwork, isPredefined } from "../../daemon/networks/network.ts";
import { FORMAT_HELP } from "../listing/format-help.ts";
import type { Command } from "../command.ts";
import { hasLabel, isTrue, objectFilter } from "../listing/object-filter.ts";
import { printRows } from "../listing/rows.ts";
import { stamp } from "../listing/time-text.ts";

export const networkLs: Command = {
  names: ["network ls"],
  aliases: { "network list": "network ls" },
  usage: "[OPTIONS]",
  summary: "List networks",
  arity: [0, 0],
  flags: [
    {
      name: "filter",
      short: "f",
      kind: "list",
      value: "filter",
      help: 'Provide filter values (e.g. "driver=bridge")',
    },
    { name: "format", kind: "string", help: FORMAT_HELP },
    { name: "no-trunc", kind: "bool", help: "Do not truncate the output" },
    { name: "quiet", short: "q", kind: "bool", help: "Only display network IDs" },
  ],
  run(call) {
    const { state } = call.daemon;
    const used = new Set(
      state.containers.flatMap(({ endpoints }) => endpoints.map(({ network }) => network)),
    );
    const pass = objectFilter<DockerNetwork>(call.all("filter"), {
      driver: (one, value) => one.driver === value,
      id: (one, value) => one.id.includes(value),
      name: (one, value) => one.name.includes(value),
      label: (one, value) => hasLabel(one.labels, value),
      scope: (_, value) => value === "local",
      type: (one, value) => (value === "builtin") === isPredefined(one.name),
      dangling: (one, value) => isTrue(value) !== (isPredefined(one.name) || used.has(one.name)),
    });
    const kind = call.all("filter").find((text) => /^type=(?!builtin$|custom$)/.test(text));
    if (kind !== undefined)
      return call.fail(`Error response from daemon: invalid filter: 'type'='${kind.slice("type=".length)}'`);
    if ("error" in pass) return call.fail(`Error response from daemon: ${pass.error}`);
    const networks = state.networks.filter(pass).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return printRows(
      call,
      {
        type: "*formatter.networkContext",
        headings: {
          CreatedAt: "CREATED AT",
          Driver: "DRIVER",
          ID: "NETWORK ID",
          IPv4: "IPV4",
          IPv6: "IPV6",
          Internal: "INTERNAL",
          Labels: "LABELS",
          Name: "NAME",
          Scope: "SCOPE",
        },
        rows: networks.map((one) => ({
          CreatedAt: stamp(one.created),
          Driver: one.driver,
          ID: call.on("no-trunc") ? one.id : shortId(one.id),
          IPv4: "true",
          IPv6: "false",
          Internal: String(one.internal),
          Labels: Object.entries(one.labels)
            .map((pair) => pair.join("="))
            .join(","),
          Name: one.name,
          Scope: "local",
        })),
        columns: ["ID", "Name", "Driver", "Scope"],
        quiet: "ID",
        labels: networks.map(({ labels }) => labels),
        raw: {
          all: "network_id: {{.ID}}\nname: {{.Name}}\ndriver: {{.Driver}}\nscope: {{.Scope}}\n",
          quiet: "network_id: {{.ID}}",
        },
      },
      call.get("format"),
      call.on("quiet"),
    );
  },
};
