import { notSimulated } from "../../core/engine-error.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";
import { complain } from "../options/options.ts";

/** `nc -z HOST PORT` asks whether somebody listens there. Anything said over the connection is not simulated. */
export const nc: Program = tool(
  "nc",
  { flags: "zvn46", values: "w", lacks: "*" },
  (process, options, flavour) => {
    const [host, port] = options.operands;
    if (!options.has("z") || host === undefined || port === undefined || !/^\d+$/.test(port))
      throw notSimulated("nc without -z HOST PORT", "carry bytes to and from the other side");
    const answer = process.kernel.network.request(`http://${host}:${port}/`, "HEAD", new Map(), "");
    if (answer === undefined) throw notSimulated(`the network: ${host}`, `try to connect to port ${port}`);
    if (answer === "unresolved") return complain(process, flavour, `bad address '${host}'`) && 1;
    if (answer === "refused") {
      if (flavour === "busybox")
        return complain(process, flavour, `${host} (${host}:${port}): Connection refused`) && 1;
      if (options.has("v")) throw notSimulated("nc -v", "tell how the connection was refused");
      return 1;
    }
    if (options.has("v")) {
      if (flavour === "gnu") throw notSimulated("nc -v", "tell that the connection succeeded");
      process.stderr.write(`${host} (${host}:${port}) open\n`);
    }
    return 0;
  },
);
