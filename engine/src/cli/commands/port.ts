import type { Command } from "../command.ts";
import { bindings } from "../container-text.ts";
import { lookUp } from "../launch.ts";

export const port: Command = {
  names: ["port", "container port"],
  usage: "CONTAINER [PRIVATE_PORT[/PROTO]]",
  summary: "List port mappings or a specific mapping for the container",
  arity: [1, 2],
  flags: [],
  run(call) {
    const [name = "", wanted] = call.args;
    const container = lookUp(call, name);
    if (!container) return 1;
    const all = bindings(container);
    if (wanted === undefined) {
      for (const { port: one, address } of all)
        call.out(`${one.container}/${one.protocol} -> ${address}:${one.host}\n`);
      return 0;
    }
    const [number, protocol = "tcp"] = wanted.split("/");
    const found = all.filter(
      ({ port: one }) => String(one.container) === number && one.protocol === protocol,
    );
    if (found.length === 0) return call.fail(`Error: No public port '${wanted}' published for ${name}`);
    for (const { port: one, address } of found) call.out(`${address}:${one.host}\n`);
    return 0;
  },
};
