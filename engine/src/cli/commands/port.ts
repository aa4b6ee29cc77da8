import { isUp } from "../../daemon/containers/container.ts";
import type { Command } from "../command.ts";
import { bindings } from "../listing/container-text.ts";
import { lookUp } from "../run/launch.ts";

type Bound = ReturnType<typeof bindings>[number];

/** Lines in their natural order: an address as text, a number as a number. */
const byAddress = ({ port: a, address: x }: Bound, { port: b, address: y }: Bound): number =>
  a.container - b.container || compareTexts(a.protocol, b.protocol) || compareTexts(x, y) || a.host - b.host;

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

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
    const up = isUp(container, call.daemon.state.time);
    // By number, as the client sorts them.
    const all = (up ? bindings(container) : []).toSorted(
      ({ port: a }, { port: b }) => a.container - b.container || compareTexts(a.protocol, b.protocol),
    );
    if (wanted === undefined) {
      for (const { port: one, address } of all.toSorted(byAddress))
        call.out(`${one.container}/${one.protocol} -> ${address}:${one.host}\n`);
      return 0;
    }
    const [number = "", protocol = "tcp"] = wanted.split("/");
    const bad = /^\d+$/.test(number) ? Number(number) > 65_535 && "value out of range" : "invalid syntax";
    if (bad !== false)
      return call.fail(
        `Error: invalid port (${number}): strconv.ParseUint: parsing ${JSON.stringify(number)}: ${bad}`,
      );
    const found = all.filter(
      ({ port: one }) => one.container === Number(number) && one.protocol === protocol,
    );
    if (found.length === 0) return call.fail(`Error: No public port '${wanted}' published for ${name}`);
    for (const { port: one, address } of found) call.out(`${address}:${one.host}\n`);
    return 0;
  },
};
