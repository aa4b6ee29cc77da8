import { notSimulated } from "../../core/engine-error.ts";
import type { Flavour, Process, Program } from "../process.ts";

const OBJECTS = ["address", "link", "route"] as const;
const LOOPBACK = ["127.0.0.1/8", "::1/128"] as const;

/** The lines of `lo`, which is all that a container without network has. */
function loopback(flavour: Flavour, addresses: boolean, family: string | undefined, flat: boolean): string {
  const state = flavour === "gnu" ? " state UNKNOWN" : "";
  const group = flavour === "gnu" ? (addresses ? " group default" : " mode DEFAULT group default") : "";
  const rows = [
    `1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue${state}${group} qlen 1000`,
    ...(family === undefined || !addresses
      ? ["    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00"]
      : []),
  ];
  if (!addresses) return flat ? `${rows.join("\\")}\n` : `${rows.join("\n")}\n`;
  for (const address of LOOPBACK) {
    const kind = address.includes(":") ? "inet6" : "inet";
    if (family !== undefined && family !== kind) continue;
    const scope =
      kind === "inet" ? "scope host lo" : flavour === "gnu" ? "scope host proto kernel_lo" : "scope host";
    const lifetime = "       valid_lft forever preferred_lft forever";
    if (flat) rows.push(`1: lo    ${kind} ${address} ${scope}\\${lifetime}`);
    else rows.push(`    ${kind} ${address} ${scope} `.replace(/lo $/, "lo"), lifetime);
  }
  return flat
    ? rows
        .filter((row) => row.includes("inet"))
        .map((row) => `${row}\n`)
        .join("")
    : `${rows.join("\n")}\n`;
}

function routes({ subnet }: Process["kernel"]["network"], address: string, flavour: Flavour): string {
  const kernel = flavour === "gnu" ? "proto kernel scope link src" : "scope link  src";
  const [net] = /^\d+\.\d+/.exec(address) ?? [];
  const { block, gateway } = subnet ?? { block: `${net}.0.0/16`, gateway: `${net}.0.1` };
  const out = gateway === undefined ? "" : `default via ${gateway} dev eth0 \n`;
  return `${out}${block} dev eth0 ${kernel} ${address} \n`;
}

/** The device that `show dev X` or `show X` asks for. */
const deviceOf = (words: readonly string[]): string | undefined =>
  words.filter((word) => word !== "dev" && !/^(?:show|list|lst|ls|l|s|sh)$/.test(word))[0];

function show(
  process: Process,
  flavour: Flavour,
  object: string,
  words: readonly string[],
  letters: string,
): number {
  const { address } = process.kernel.network;
  if (address === undefined)
    throw notSimulated("the network interfaces of this container", "list them with their addresses");
  if (object === "route") {
    if (address !== null) process.stdout.write(routes(process.kernel.network, address, flavour));
    return 0;
  }
  const device = deviceOf(words);
  if (device !== undefined && device !== "lo" && !(device === "eth0" && address !== null)) {
    process.stderr.write(
      flavour === "gnu" ? `Device "${device}" does not exist.\n` : `ip: can't find device '${device}'\n`,
    );
    return 1;
  }
  if (address !== null && device !== "lo")
    throw notSimulated(
      "the number and the hardware address of eth0",
      `show them beside its address ${address}, as the machine has given them out`,
    );
  const family = letters.includes("6") ? "inet6" : letters.includes("4") ? "inet" : undefined;
  process.stdout.write(loopback(flavour, object === "address", family, letters.includes("o")));
  return 0;
}

/** `ip address`, `ip link` and `ip route` show what the container's network is, in iproute2's or busybox's form. */
export const ip: Program = {
  name: "ip",
  run(process, flavour) {
    const words = process.argv.slice(1);
    let letters = "";
    while (words[0]?.startsWith("-")) {
      const option = words.shift() ?? "";
      if (!/^-(?:[46o]|oneline)$/.test(option)) throw notSimulated(`ip ${option}`, "the real one knows it");
      letters += option[1];
    }
    const [typed = "", action = "show", ...rest] = words;
    const object = OBJECTS.find((one) => typed !== "" && one.startsWith(typed));
    if (object === undefined)
      throw notSimulated(`ip ${typed}`.trim(), "do more than show addresses and routes");
    if (/^(?:show|list|lst|ls|l|s|sh)$/.test(action) || action === "dev")
      return show(process, flavour, object, action === "dev" ? [action, ...rest] : rest, letters);
    if (!/^(?:add|change|replace|del|delete|set|flush)$/.test(action) || rest.length === 0)
      throw notSimulated(`ip ${words.join(" ")}`, "do it, or say what is wrong with it");
    process.stderr.write(
      flavour === "gnu"
        ? "RTNETLINK answers: Operation not permitted\n"
        : "ip: RTNETLINK answers: Operation not permitted\n",
    );
    return 2;
  },
};
