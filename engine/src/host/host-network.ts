import type { MountSource } from "../daemon/containers/container-files.ts";
import { askContainer, type NetworkSurroundings } from "../daemon/containers/container-network.ts";
import { isUp } from "../daemon/containers/container.ts";
import { atAddress, gatewayOf } from "../daemon/networks/reach.ts";
import type { StateCell } from "../daemon/state-cell.ts";
import { serve } from "../registry/serve.ts";
import { bytesOf, textOf } from "../shell/text/bytes-text.ts";
import { isLoopback, parseUrl } from "../shell/http/parse-url.ts";
import type { Network, Response } from "../shell/process.ts";

/**
 * What answers on this machine: the registries of the simulation, and the published ports of containers. Behind a published
 * port stands docker-proxy, which takes every connection: where nobody in the container listens on the container's address,
 * it lets it fall again (moby, cmd/docker-proxy/tcp_proxy_linux.go).
 */
export const hostNetwork = (cell: StateCell, mounts: MountSource): Network => ({
  request(url, method, headers, body, at = cell.state.time) {
    const { host, port, path } = parseUrl(url);
    const { state } = cell;
    const around: NetworkSurroundings = { mounts, network: (other) => hostNetwork(other, mounts) };
    const request = { method, path, headers, body };
    const direct = atAddress(state, host, at);
    if (direct) {
      const remote = gatewayOf(state, direct.endpoint);
      return askContainer(cell, direct.container, port, { ...request, remote }, "address", around, at);
    }
    const registryName = `${isLoopback(host) ? "127.0.0.1" : host}:${port}`;
    const answered = (): Response | undefined => {
      const registry = state.registries.get(registryName);
      if (!registry) return undefined;
      const asked = { method, path, headers, body: bytesOf(body) };
      const { response, registry: next } = serve(registry, asked, at);
      if (next !== registry)
        cell.state = { ...cell.state, registries: new Map(cell.state.registries).set(registryName, next) };
      return { ...response, body: textOf(response.body) };
    };
    if (!isLoopback(host)) return answered();
    // A container has the port where both want it: whoever publishes it means the container.
    for (const container of state.containers) {
      if (!isUp(container, at)) continue;
      const { network } = container.options;
      if (network === "host") {
        const local = { ...request, remote: "127.0.0.1" };
        const answer = askContainer(cell, container, port, local, "loopback", around, at);
        if (answer !== "refused") return answer;
      }
      const published = container.published.find((one) => one.host === port && one.protocol === "tcp");
      if (!published) continue;
      // Docker-proxy comes from the host's end of the bridge.
      const remote = gatewayOf(state, container.endpoints[0]);
      const asked = { ...request, remote };
      const answer = askContainer(cell, container, published.container, asked, "address", around, at);
      return answer === "refused" ? "reset" : answer;
    }
    return answered() ?? "refused";
  },
});
