import { humanSize } from "../../core/size.ts";
import { cacheRecords } from "../../daemon/cache-records.ts";
import type { Command } from "../command.ts";
import { tabulate } from "../text/table.ts";

export const buildxDu: Command = {
  names: ["buildx du"],
  usage: "[OPTIONS]",
  summary: "Disk usage",
  arity: [0, 0],
  flags: [
    { name: "filter", kind: "list", help: "", lacking: "show only what matches" },
    { name: "format", kind: "string", help: "", lacking: "print each record in the form asked for" },
    { name: "verbose", kind: "bool", help: "", lacking: "tell all of each record" },
  ],
  run(call) {
    const records = cacheRecords(call.daemon.state);
    const rows = records.map(
      ({ id, size, local }) => `${id}${local ? "*" : ""}\ttrue\t${humanSize(size)}\tLess than a second ago`,
    );
    const total = humanSize(records.reduce((sum, { size }) => sum + size, 0));
    call.out(`${tabulate(["ID\tRECLAIMABLE\tSIZE\tLAST ACCESSED", ...rows].join("\n"))}\n`);
    call.out(`Reclaimable:\t${total}\nTotal:\t\t${total}\n`);
    return 0;
  },
};
