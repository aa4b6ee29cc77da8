import { notSimulated } from "../../core/engine-error.ts";
import { complain, missingOperand } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";

/** Milliseconds there and back between two containers of one machine: a model's, since nothing is measured here. */
const ROUND_TRIP = 0.1;
/** Milliseconds from one packet to the next, and how long the last answer is waited for. */
const PAUSE = 1000;
const PATIENCE = 10_000;
const MOST = 1000;

/** `ping -c N HOST` as busybox does it: asks a machine of the simulation whether it is there. */
export const ping: Program = tool(
  "ping",
  { flags: "q4", values: "cWwi", lacks: "*" },
  (process, options, flavour) => {
    const [host] = options.operands;
    if (host === undefined) return missingOperand(process, flavour);
    const count = Number(options.value("c") ?? Number.NaN);
    if (flavour === "gnu") throw notSimulated("ping of iputils", `ask ${host} whether it is there`);
    if (!(count >= 1 && count <= MOST))
      throw notSimulated("ping without -c", "go on until somebody stops it");
    const { network } = process.kernel;
    const numeric = /^\d+(?:\.\d+){3}$/.test(host);
    const there =
      network.address === null && numeric && !host.startsWith("127.")
        ? { address: host, isUp: undefined }
        : network.locate?.(host);
    if (there === "unresolved") return complain(process, flavour, `bad address '${host}'`) && 1;
    if (there === undefined) throw notSimulated(`the network: ${host}`, `ask ${host} whether it is there`);
    const { address, isUp } = there;
    const say = (line: string): void => process.stdout.write(`${line}\n`);
    const time = ROUND_TRIP.toFixed(3);
    say(`PING ${host} (${address}): 56 data bytes`);
    const { uid, lacks } = process.credentials;
    // It opens a raw socket, without the fallback that ping of iputils has.
    if (uid !== 0 || lacks?.has("NET_RAW"))
      return complain(process, flavour, "permission denied (are you root?)") && 1;
    if (isUp === undefined) return complain(process, flavour, "sendto: Network is unreachable") && 1;
    for (let packet = 0; packet < count; packet++) {
      process.kernel.spend(1);
      if (packet > 0) process.kernel.elapse(PAUSE);
      if (isUp && !options.has("q")) say(`64 bytes from ${address}: seq=${packet} ttl=64 time=${time} ms`);
    }
    if (!isUp) process.kernel.elapse(Number(options.value("W") ?? PATIENCE / 1000) * 1000);
    const back = isUp ? count : 0;
    say(`\n--- ${host} ping statistics ---`);
    say(`${count} packets transmitted, ${back} packets received, ${isUp ? 0 : 100}% packet loss`);
    if (isUp) say(`round-trip min/avg/max = ${time}/${time}/${time} ms`);
    return isUp ? 0 : 1;
  },
);
