import { notSimulated } from "../../core/engine-error.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";

/** Sockets on which somebody in the container listens, with numbers. Who holds them, and connections, are not followed. */
export const netstat: Program = tool(
  "netstat",
  {
    flags: "tlnau46",
    long: { tcp: "t", listening: "l", numeric: "n", all: "a", udp: "u" },
    lacks: "*",
  },
  (process, options) => {
    if (!options.has("n")) throw notSimulated("netstat without -n", "look up names for addresses and ports");
    if (!options.has("t") || options.has("u") || !(options.has("l") || options.has("a")))
      throw notSimulated("netstat without -t and -l", "show other sockets too");
    const isAll = options.has("a");
    process.stdout.write(
      `Active Internet connections (${isAll ? "servers and established" : "only servers"})\nProto Recv-Q Send-Q Local Address           Foreign Address         State       \n`,
    );
    for (const [port, address] of process.kernel.listening()) {
      const is6 = address.includes(":");
      if ((is6 && options.has("4")) || (!is6 && options.has("6"))) continue;
      const local = `${address}:${port}`.padEnd(23);
      const foreign = (is6 ? ":::*" : "0.0.0.0:*").padEnd(23);
      process.stdout.write(
        `${(is6 ? "tcp6" : "tcp").padEnd(5)}${"0".padStart(7)}${"0".padStart(7)} ${local} ${foreign} ${"LISTEN".padEnd(11)} \n`,
      );
    }
    return 0;
  },
);
