import { notSimulated } from "../../core/engine-error.ts";
import type { Exchange } from "./exchange.ts";
import type { Scope } from "./scope.ts";

/** Is `address` in `rule`: `all`, an address, or `10.0.0.0/8`? */
function covers(rule: string, address: string): boolean {
  if (rule === "all" || rule === address) return true;
  const [, network = "", bits = ""] = /^(\d+(?:\.\d+){3})\/(\d+)$/.exec(rule) ?? [];
  if (network === "") return false;
  const size = 2 ** (32 - Number(bits));
  return Math.floor(numberOf(network) / size) === Math.floor(numberOf(address) / size);
}

const numberOf = (address: string): number =>
  address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);

/** `allow` and `deny`: the first of them that covers the client decides; none at all lets it in. */
export function accessDenied(exchange: Exchange, scope: Scope): boolean {
  const rules = scope.blocks
    .map((block) => block.filter(({ name }) => name === "allow" || name === "deny"))
    .find((found) => found.length > 0);
  const rule = rules?.find(({ args }) => covers(args[0] ?? "", exchange.remote));
  if (rule?.name !== "deny") return false;
  if (scope.words("satisfy")) throw notSimulated("nginx's directive satisfy", "do as it says");
  exchange.complaints.push("access forbidden by rule");
  return true;
}
