import { buildxFlags } from "../build/buildx-flags.ts";
import type { Command } from "../command.ts";
import { notSimulated } from "../../core/engine-error.ts";
import { printRows } from "../listing/rows.ts";

/** The builder and its one node; a table marks the one that is used, and sets nodes apart. */
const rows = (isTable: boolean): readonly Readonly<Record<string, string>>[] => [
  {
    Name: `default${isTable ? "*" : ""}`,
    DriverEndpoint: "docker",
    Status: "",
    Buildkit: "",
    Platforms: "",
    Error: "",
    LastActivity: "",
  },
  {
    Name: `${isTable ? " \\_ " : ""}default`,
    DriverEndpoint: `${isTable ? " \\_ " : ""}default`,
    Status: "running",
    Buildkit: "drydock",
    Platforms: "linux/amd64",
    Error: "",
    LastActivity: "",
  },
];

export const buildxLs: Command = {
  names: ["buildx ls"],
  usage: "",
  summary: "List builder instances",
  arity: [0, 0],
  countsNone: true,
  flags: [
    ...buildxFlags.map((flag) => ({ ...flag, hidden: flag.name === "builder" })),
    { name: "format", kind: "string", default: "table", help: "Format the output" },
    { name: "no-trunc", kind: "bool", help: "Don't truncate output" },
  ],
  run(call) {
    const format = call.get("format");
    if (/^json$|\bjson\b|LastActivity/.test(format))
      throw notSimulated("what the builder is made of", "print its nodes and its rules for the cache");
    return printRows(
      { ...call, fail: (reason: string) => call.fail(`ERROR: ${reason}`) },
      {
        type: "*commands.lsContext",
        headings: {
          Buildkit: "BUILDKIT",
          DriverEndpoint: "DRIVER/ENDPOINT",
          Error: "",
          LastActivity: "LAST ACTIVITY",
          Name: "NAME/NODE",
          Platforms: "PLATFORMS",
          Status: "STATUS",
        },
        rows: rows(format.startsWith("table")),
        columns: ["Name", "DriverEndpoint", "Status", "Buildkit", "Platforms"],
        quiet: "Name",
      },
      format,
    );
  },
};
