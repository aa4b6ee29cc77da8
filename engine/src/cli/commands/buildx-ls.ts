import type { Command } from "../command.ts";
import { tabulate } from "../text/table.ts";

export const buildxLs: Command = {
  names: ["buildx ls"],
  usage: "[OPTIONS]",
  summary: "List builder instances",
  arity: [0, 0],
  flags: [],
  run(call) {
    call.out(
      `${tabulate("NAME/NODE\tDRIVER/ENDPOINT\tSTATUS\tBUILDKIT\tPLATFORMS\ndefault*\tdocker\t\t\t\n \\_ default\t \\_ default\trunning\tdrydock\tlinux/amd64", 5, 3)}\n`,
    );
    return 0;
  },
};
