import { notSimulated } from "../../core/engine-error.ts";
import { complain } from "../options/options.ts";
import type { Process, Program } from "../process.ts";
import { tool } from "../options/tool.ts";

/** A container may not change its name; its addresses are the network's affair. */
export const hostname: Program = tool(
  "hostname",
  {
    flags: "sfiIdA",
    long: { short: "s", fqdn: "f", long: "f", "ip-address": "i", "all-ip-addresses": "I", domain: "d" },
    lacks: "AaFyb",
  },
  (process, options, flavour) => {
    const { hostname: name, network } = process.kernel;
    if (options.operands.length > 0)
      return complain(
        process,
        flavour,
        flavour === "gnu"
          ? "you must be root to change the host name"
          : "sethostname: Operation not permitted",
      );
    if (options.has("I") || options.has("i")) {
      const { address } = network;
      if (address === undefined)
        throw notSimulated("the address of this container", "print the address of its network interface");
      if (options.has("I")) process.stdout.write(address === null ? "\n" : `${address} \n`);
      else if (address === null) return complain(process, flavour, "Temporary failure in name resolution");
      else process.stdout.write(`${address}\n`);
      return 0;
    }
    const [host = "", ...domain] = (
      options.has("f") || options.has("d") ? wholeName(process, name) : name
    ).split(".");
    process.stdout.write(
      `${options.has("s") ? host : options.has("d") ? domain.join(".") : [host, ...domain].join(".")}\n`,
    );
    return 0;
  },
);

/** The name that /etc/hosts has first where the host's own address stands. */
function wholeName({ files }: Process, name: string): string {
  const content = files.read("/etc/hosts");
  const lines = typeof content === "string" ? "" : (content.text ?? "");
  const rows = lines.split("\n").map((line) => line.split(/\s+/).slice(1));
  return rows.find((names) => names.includes(name))?.[0] ?? name;
}
