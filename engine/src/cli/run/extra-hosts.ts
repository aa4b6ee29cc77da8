import { addressNumber } from "../../daemon/networks/subnet.ts";

/** The host's end of the default bridge, which `host-gateway` stands for. */
const HOST_GATEWAY = "172.17.0.1";

/** `name:address` and `name=address` of `--add-host`; `error` is what the flag says of its value (docker/cli opts/hosts.go). */
export function extraHosts(
  texts: readonly string[],
): readonly (readonly [host: string, address: string])[] | { readonly error: string } {
  const hosts: (readonly [string, string])[] = [];
  for (const text of texts) {
    const refuse = (why: string): { readonly error: string } => ({ error: why });
    const [, host = "", typed = ""] = /^([^=:]+)[=:](.+)$/.exec(text) ?? [];
    if (host === "" || typed === "") return refuse(`bad format for add-host: ${JSON.stringify(text)}`);
    const address = typed.replace(/^\[(.*)\]$/, "$1");
    if (address !== "host-gateway" && addressNumber(address) === undefined && !address.includes(":"))
      return refuse(`invalid IP address in add-host: ${JSON.stringify(typed)}`);
    hosts.push([host, address === "host-gateway" ? HOST_GATEWAY : address]);
  }
  return hosts;
}
