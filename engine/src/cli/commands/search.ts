import { parseReference } from "../../oci/reference.ts";
import type { Command } from "../command.ts";
import { printRows } from "../listing/rows.ts";

export const search: Command = {
  names: ["search"],
  usage: "[OPTIONS] TERM",
  summary: "Search Docker Hub for images",
  arity: [1, 1],
  flags: [
    {
      name: "filter",
      short: "f",
      kind: "list",
      value: "filter",
      help: "Filter output based on conditions provided",
    },
    { name: "format", kind: "string", help: "Pretty-print search using a Go template" },
    { name: "limit", kind: "int", help: "Max number of search results" },
    { name: "no-trunc", kind: "bool", help: "Don't truncate output" },
  ],
  run(call) {
    const filters = call.all("filter").map((text) => text.split(/=(.*)/s));
    for (const [key = "", value] of filters) {
      if (value === undefined)
        return call.fail(
          `invalid argument "${key}" for "-f, --filter" flag: invalid filter '${key}' (should be key=value)`,
          125,
        );
      if (key === "stars" || key === "is-automated")
        return call.fail(
          `Drydock does not know the ${key === "stars" ? "stars" : "builds"} of images. The real one would show only what matches.`,
          125,
        );
      if (key !== "is-official") return call.fail(`Error response from daemon: invalid filter '${key}'`);
    }
    if (filters.some(([, value]) => value === "false"))
      return call.fail("Drydock knows official images only. The real one would list all others.", 125);
    const term = call.args[0] ?? "";
    const names = new Set<string>();
    for (const { references } of call.daemon.hub)
      for (const name of references) {
        const parsed = parseReference(name);
        if ("error" in parsed || !parsed.repository.startsWith("library/")) continue;
        const official = parsed.repository.slice("library/".length);
        if (official.includes(term)) names.add(official);
      }
    const limit = Number(call.get("limit") || "25");
    if (limit < 0 || limit > 100)
      return call.fail(`Error response from daemon: limit ${limit} is outside the range of [1, 100]`);
    // A row as JSON says it in words (docker/cli, cli/command/registry/formatter_search.go).
    const inJson = /\bjson\b/.test(call.get("format"));
    const status = printRows(
      call,
      {
        type: "*registry.searchContext",
        headings: {
          Name: "NAME",
          Description: "DESCRIPTION",
          StarCount: "STARS",
          IsOfficial: "OFFICIAL",
        },
        rows: [...names]
          .toSorted((a, b) => Number(b === term) - Number(a === term) || (a < b ? -1 : 1))
          .slice(0, limit || 25)
          .map((name) => ({
            Name: name,
            Description: "",
            StarCount: "",
            IsOfficial: inJson ? "true" : "[OK]",
          })),
        columns: ["Name", "Description", "StarCount", "IsOfficial"],
        quiet: "Name",
      },
      call.get("format"),
    );
    call.err(
      "Drydock knows the names of official images only. The real one would list all others too, with descriptions and stars.\n",
    );
    return status;
  },
};
