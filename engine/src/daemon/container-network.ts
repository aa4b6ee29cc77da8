import { isLoopback, parseUrl } from "../shell/parse-url.ts";
import type { Network, Request, Response } from "../shell/process.ts";
import { type Container, isUp, treeAt } from "./container.ts";
import { type MountSource, mountedFiles } from "./container-files.ts";
import { findContainer } from "./find-container.ts";
import type { DaemonState } from "./state.ts";

/** What a container's program answers on one of its own ports. */
export function askContainer(
  state: DaemonState,
  container: Container,
  port: number,
  request: Request,
  mounts: MountSource,
): Response | "refused" {
  const answer =
    isUp(container, state.time) && !container.paused ? container.life?.servers.get(port) : undefined;
  if (!answer) return "refused";
  return answer(
    request,
    mountedFiles(container, treeAt(container, state.time), mounts, () => Math.floor(state.time / 1000)),
  );
}

/** What a program in a container reaches: itself, its neighbours on the bridge by address, and what the host publishes. */
export function containerNetwork(
  state: DaemonState,
  container: Container,
  around: { readonly mounts: MountSource; readonly network: Network },
): Network {
  const { network } = container.options;
  if (network === "host") return around.network;
  const shared = network.startsWith("container:") ? findContainer(state, network.slice(10)) : container;
  const own = "error" in shared ? container : shared;
  return {
    request(url, method, headers, body) {
      const { host, port, path } = parseUrl(url);
      const request: Request = { method, path, headers, body };
      if (network === "none" && !isLoopback(host)) return undefined;
      if (isLoopback(host) || host === own.hostname)
        return askContainer(state, own, port, request, around.mounts);
      if (host === "172.17.0.1")
        return around.network.request(`http://127.0.0.1:${port}${path}`, method, headers, body);
      const neighbour = state.containers.find(
        (one) => isUp(one, state.time) && host === `172.17.0.${one.address}`,
      );
      return neighbour && askContainer(state, neighbour, port, request, around.mounts);
    },
  };
}
