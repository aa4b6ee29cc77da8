import type { Json } from "../../core/json.ts";
import { isoTime } from "../../core/iso-time.ts";
import { layerSize } from "../../vfs/layer-tar.ts";
import { type Container, statusOf, treeAt } from "./container.ts";
import { containerConfigJson } from "../container-json/config.ts";
import { graphDriverJson } from "../container-json/graph-driver.ts";
import { hostConfigJson } from "../container-json/host-config.ts";
import { mountsJson } from "../container-json/mounts.ts";
import { networkSettingsJson } from "../container-json/network-settings.ts";
import { stateJson } from "../container-json/state.ts";
import { commandOf } from "./create-container.ts";
import type { DaemonState } from "../state.ts";

/** `docker container inspect`: the fields of Docker 28 in its order (moby api/types/container/container.go, InspectResponse). */
export function inspectContainer(
  state: DaemonState,
  container: Container,
  withSizes: boolean = false,
): { readonly [key: string]: Json } {
  const [path = "", ...args] = commandOf(container.config);
  const folder = `${state.dataRoot}/containers/${container.id}`;
  return {
    Id: container.id,
    Created: isoTime(container.created),
    Path: path,
    Args: args,
    State: stateJson(container, state.time),
    Image: container.image.id,
    ResolvConfPath: `${folder}/resolv.conf`,
    HostnamePath: `${folder}/hostname`,
    HostsPath: `${folder}/hosts`,
    // The log is opened when the container is first started.
    LogPath: statusOf(container, state.time) === "created" ? "" : `${folder}/${container.id}-json.log`,
    Name: `/${container.name}`,
    RestartCount: container.restarts,
    Driver: "overlay2",
    Platform: "linux",
    MountLabel: "",
    ProcessLabel: "",
    AppArmorProfile: "",
    ExecIDs: null,
    HostConfig: hostConfigJson(container),
    GraphDriver: graphDriverJson(state.dataRoot, container),
    ...(withSizes && sizes(state, container)),
    Mounts: mountsJson(state.dataRoot, container),
    Config: containerConfigJson(container),
    NetworkSettings: networkSettingsJson(state, container),
  };
}

function sizes(
  state: DaemonState,
  container: Container,
): { readonly SizeRw: number; readonly SizeRootFs: number } {
  const own = layerSize(container.image.tree, treeAt(container, state.time));
  return { SizeRw: own, SizeRootFs: container.image.size + own };
}
