import { readCsvRecord } from "../dockerfile/csv.ts";
import type { ContainerSpec } from "../daemon/create-container.ts";
import { addressNumber } from "../daemon/networks/subnet.ts";
import type { Call } from "./command.ts";

type Endpoint = ContainerSpec["endpoints"][number];

/** What `--network`, `--network-alias` and `--ip` ask for; `error` is all after `docker: `. */
export function networkWish(
  call: Call,
): { readonly mode: string; readonly endpoints: readonly Endpoint[] } | { readonly error: string } {
  const typed = call.all("network").length > 0 ? call.all("network") : ["bridge"];
  const endpoints: Endpoint[] = [];
  for (const text of typed) {
    const read = endpointOf(text === "default" ? "bridge" : text);
    if ("error" in read) return read;
    if (endpoints.some(({ network }) => network === read.network))
      return { error: `network ${JSON.stringify(read.network)} is specified multiple times` };
    endpoints.push(read);
  }
  const [first] = endpoints;
  if (!first) return { mode: "bridge", endpoints };
  const mode = first.network;
  const wanted = call.get("ip") || first.wanted;
  if (wanted !== undefined && addressNumber(wanted) === undefined)
    return { error: `invalid IPv4 address: ${wanted}` };
  if (mode.startsWith("container:")) {
    if (call.all("publish").length > 0 || call.on("publish-all"))
      return { error: "conflicting options: port publishing and the container type network mode" };
    if (call.get("hostname") !== "") return { error: "conflicting options: hostname and the network mode" };
    return { mode, endpoints: [] };
  }
  if (endpoints.length > 1 && ["host", "none"].includes(mode))
    return {
      error:
        mode === "host"
          ? "Error response from daemon: container cannot be disconnected from host network or connected to host network"
          : "Error response from daemon: container cannot be connected to multiple networks with one of the networks in private (none) mode",
    };
  const aliases = [...first.aliases, ...call.all("network-alias")];
  return { mode, endpoints: [{ ...first, aliases, wanted }, ...endpoints.slice(1)] };
}

/** `mynet`, or `name=mynet,alias=db,ip=172.18.0.9` (docker/cli opts/network.go). */
function endpointOf(text: string): Endpoint | { readonly error: string } {
  if (!text.includes("=")) return { network: text, aliases: [], wanted: undefined };
  const fields = readCsvRecord(text);
  if ("error" in fields)
    return { error: `invalid argument ${JSON.stringify(text)} for "--network" flag: ${fields.error}` };
  const aliases: string[] = [];
  let network = "";
  let wanted: string | undefined;
  for (const field of fields) {
    const [key = "", value] = field.split(/=(.*)/s);
    const invalid = (why: string): { readonly error: string } => ({
      error: `invalid argument ${JSON.stringify(text)} for "--network" flag: ${why}`,
    });
    if (value === undefined) return invalid(`invalid field ${field}`);
    if (key === "name") network = value;
    else if (key === "alias") aliases.push(value);
    else if (key === "ip") wanted = value;
    else if (["ip6", "mac-address", "link-local-ip", "driver-opt", "gw-priority"].includes(key))
      return {
        error: `Drydock does not have the network option ${key}. The real one would set it for this network.`,
      };
    else return invalid(`invalid field key ${key}`);
  }
  return network === ""
    ? {
        error: `invalid argument ${JSON.stringify(text)} for "--network" flag: network name/id is not specified`,
      }
    : { network, aliases, wanted };
}
