import { type Container, isUp, statusOf } from "./container.ts";
import { containerEvent } from "../events/container-event.ts";
import { noteEnds } from "../events/note-ends.ts";
import type { DaemonState } from "../state.ts";

/** Takes a container away, and with `volumes` the anonymous volumes that came with it. */
export function removeContainer(
  state: DaemonState,
  container: Container,
  volumes: boolean = container.options.autoRemove,
): DaemonState {
  const told = noteEnds(state);
  const kept = new Map(told.volumes);
  for (const mount of volumes ? container.options.mounts : [])
    if (kept.get(mount.source)?.anonymous) kept.delete(mount.source);
  const gone = {
    ...told,
    volumes: kept,
    containers: told.containers.filter(({ id }) => id !== container.id),
  };
  return containerEvent(gone, container, "destroy");
}

/** Why `docker rm` without force leaves it where it is. */
export function removalProblem(state: DaemonState, container: Container): string | undefined {
  const status = statusOf(container, state.time);
  if (!isUp(container, state.time) && status !== "restarting") return undefined;
  const cannot = `cannot remove container ${JSON.stringify(container.name)}: container is ${status}`;
  return status === "paused"
    ? `${cannot} and must be unpaused first`
    : `${cannot}: stop the container before removing or force remove`;
}
