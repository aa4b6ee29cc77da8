import type { ContainerSpec } from "../../daemon/containers/create-container.ts";
import type { Call } from "../command.ts";
import { networkEndpoint } from "./network-endpoint.ts";

type Endpoint = ContainerSpec["endpoints"][number];

const daemonError = (why: string): { readonly error: string } => ({
  error: `Error response from daemon: ${why}`,
});

/** What `--network`, `--network-alias` and `--ip` ask for; `error` is all after `docker: `. */
export function networkWish(
  call: Call,
): { readonly mode: string; readonly endpoints: readonly Endpoint[] } | { readonly error: string } {
  const typed = call.all("network").length > 0 ? call.all("network") : ["bridge"];
  const endpoints: Endpoint[] = [];
  for (const text of typed) {
    const read = networkEndpoint(text === "default" ? "bridge" : text);
    if ("error" in read) return read;
    if (read.network === "") return { error: "no name set for network" };
    if (endpoints.some(({ network }) => network === read.network))
      return { error: `network ${JSON.stringify(read.network)} is specified multiple times` };
    endpoints.push(read);
  }
  const [first] = endpoints;
  if (!first) return { mode: "bridge", endpoints };
  const mode = first.network;
  const wanted = call.get("ip") || first.wanted;
  if (mode === "container" || mode === "container:")
    return daemonError("invalid network mode: invalid container format container:<name|id>");
  if (mode.startsWith("container:")) {
    const conflict = sharedConflict(call);
    return conflict === undefined ? { mode, endpoints: [] } : daemonError(`conflicting options: ${conflict}`);
  }
  if (endpoints.length > 1 && ["host", "none"].includes(mode))
    return daemonError(
      mode === "host"
        ? "container cannot be disconnected from host network or connected to host network"
        : "container cannot be connected to multiple networks with one of the networks in private (none) mode",
    );
  if (call.all("network-alias").length > 0 && ["bridge", "host", "none"].includes(mode))
    return { error: "network-scoped aliases are only supported for user-defined networks" };
  const aliases = [...first.aliases, ...call.all("network-alias")];
  return { mode, endpoints: [{ ...first, aliases, wanted }, ...endpoints.slice(1)] };
}

/** What does not go together with another container's network (moby daemon/container.go, validateNetContainerMode). */
function sharedConflict(call: Call): string | undefined {
  const given = (flag: string): boolean => call.all(flag).length > 0;
  if (given("hostname")) return "hostname and the network mode";
  if (given("link"))
    return "container type network can't be used with links. This would result in undefined behavior";
  if (given("dns")) return "dns and the network mode";
  if (given("add-host")) return "custom host-to-IP mapping and the network mode";
  if (given("publish") || call.on("publish-all"))
    return "port publishing and the container type network mode";
  return given("expose") ? "port exposing and the container type network mode" : undefined;
}
