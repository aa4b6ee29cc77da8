import type { Daemon } from "../daemon/daemon.ts";
import { isUp } from "../daemon/container.ts";
import type { Network } from "../shell/process.ts";
import { notSimulated } from "../core/engine-error.ts";
import { serve } from "../registry/serve.ts";

const LOCAL = new Set(["127.0.0.1", "localhost", "0.0.0.0", "[::1]"]);

/** What answers on this machine: the registries of the simulation, and published ports of containers. */
export const hostNetwork = (daemon: Daemon): Network => ({
  request(url, method, headers) {
    const match = /^(?:https?:\/\/)?([^/:]+|\[[^\]]+\])(?::(\d+))?(\/[^?#]*)?/.exec(url);
    const [, host = "", port = "80", path = "/"] = match ?? [];
    const registry = daemon.state.registries.get(`${host === "localhost" ? "127.0.0.1" : host}:${port}`);
    if (registry) return serve(registry, { method, path, headers });
    if (!LOCAL.has(host)) return undefined;
    const { state } = daemon;
    const behind = state.containers.find((one) => isUp(one, state.time) && one.published.some((published) => String(published.host) === port));
    if (behind) throw notSimulated(`what ${behind.name} answers on port ${port}`, "hand the request to the program in the container");
    return "refused";
  },
});
