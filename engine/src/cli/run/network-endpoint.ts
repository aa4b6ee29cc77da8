import { readCsvRecord } from "../../dockerfile/csv.ts";
import type { ContainerSpec } from "../../daemon/containers/create-container.ts";
import { notSimulated } from "../../core/engine-error.ts";

/** `mynet`, or `name=mynet,alias=db,ip=172.18.0.9` (docker/cli opts/network.go); `error` is what the flag says of its value. */
export function networkEndpoint(
  text: string,
): ContainerSpec["endpoints"][number] | { readonly error: string } {
  if (!text.includes("=")) return { network: text, aliases: [], wanted: undefined };
  const fields = readCsvRecord(text);
  if ("error" in fields) return fields;
  const aliases: string[] = [];
  let network = "";
  let wanted: string | undefined;
  for (const field of fields) {
    const [word = "", value] = field.split(/=(.*)/s);
    const key = word.toLowerCase();
    if (value === undefined) return { error: `invalid field ${field}` };
    if (key === "name") network = value;
    else if (key === "alias") aliases.push(value);
    else if (key === "ip") wanted = value;
    else if (["ip6", "mac-address", "link-local-ip", "driver-opt", "gw-priority"].includes(key))
      throw notSimulated(`the network option ${key}`, "set it for this network");
    else return { error: `invalid field key ${key}` };
  }
  return network === "" ? { error: "network name/id is not specified" } : { network, aliases, wanted };
}
