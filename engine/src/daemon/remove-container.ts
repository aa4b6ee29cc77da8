import { type Container, isUp, statusOf } from "./container.ts";
import type { DaemonState } from "./state.ts";

/** Takes a container away, and with `volumes` the anonymous volumes that came with it. */
export function removeContainer(
  state: DaemonState,
  container: Container,
  volumes: boolean = container.options.autoRemove,
): DaemonState {
  const kept = new Map(state.volumes);
  for (const mount of volumes ? container.options.mounts : [])
    if (kept.get(mount.source)?.anonymous) kept.delete(mount.source);
  return { ...state, volumes: kept, containers: state.containers.filter(({ id }) => id !== container.id) };
}

/** Why `docker rm` without force leaves it where it is. */
export function removalProblem(state: DaemonState, container: Container): string | undefined {
  if (!isUp(container, state.time)) return undefined;
  const status = statusOf(container, state.time);
  return `cannot remove container "/${container.name}": container is ${status}: stop the container before removing or force remove`;
}
