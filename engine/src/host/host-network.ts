import type { MountSource } from "../daemon/container-files.ts";
import { askContainer } from "../daemon/container-network.ts";
import type { Daemon } from "../daemon/daemon.ts";
import { isUp } from "../daemon/container.ts";
import { serve } from "../registry/serve.ts";
import { isLoopback, parseUrl } from "../shell/parse-url.ts";
import type { Network } from "../shell/process.ts";

/** What answers on this machine: the registries of the simulation, and the published ports of containers. */
export const hostNetwork = (daemon: Daemon, mounts: MountSource): Network => ({
  request(url, method, headers, body) {
    const { host, port, path } = parseUrl(url);
    const { state } = daemon;
    const registry = state.registries.get(`${isLoopback(host) ? "127.0.0.1" : host}:${port}`);
    if (registry) return serve(registry, { method, path, headers });
    const request = { method, path, headers, body };
    const direct = state.containers.find(
      (one) => isUp(one, state.time) && host === `172.17.0.${one.address}`,
    );
    if (direct) return askContainer(state, direct, port, request, mounts);
    if (!isLoopback(host)) return undefined;
    for (const container of state.containers) {
      if (!isUp(container, state.time)) continue;
      const published = container.published.find((one) => one.host === port && one.protocol === "tcp");
      if (published) return askContainer(state, container, published.container, request, mounts);
    }
    return "refused";
  },
});
