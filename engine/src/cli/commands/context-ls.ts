import { FORMAT_HELP } from "../listing/format-help.ts";
import type { Command } from "../command.ts";
import { printRows } from "../listing/rows.ts";

export const contextLs: Command = {
  names: ["context ls"],
  aliases: { "context list": "context ls" },
  usage: "[OPTIONS]",
  summary: "List contexts",
  arity: [0, 0],
  flags: [
    { name: "format", kind: "string", help: FORMAT_HELP },
    { name: "quiet", short: "q", kind: "bool", help: "Only show context names" },
  ],
  run: (call) =>
    printRows(
      call,
      {
        type: "*formatter.clientContextContext",
        headings: {
          Name: "NAME",
          Description: "DESCRIPTION",
          DockerEndpoint: "DOCKER ENDPOINT",
          Error: "ERROR",
        },
        rows: [
          {
            Name: call.on("quiet") || call.get("format") !== "" ? "default" : "default *",
            Description: "Current DOCKER_HOST based configuration",
            DockerEndpoint: "unix:///var/run/docker.sock",
            Error: "",
            Current: "true",
          },
        ],
        columns: ["Name", "Description", "DockerEndpoint", "Error"],
        quiet: "Name",
      },
      call.get("format"),
      call.on("quiet"),
    ),
};
