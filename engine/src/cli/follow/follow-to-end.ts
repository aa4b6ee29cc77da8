import type { Life } from "../../daemon/containers/container.ts";
import { followLife } from "../../daemon/lives/follow-life.ts";
import type { Station } from "../command.ts";
import { surroundings } from "../run/station-mounts.ts";

/**
 * Stays with a program of a container until its end, which the clock stands at then.
 *
 * @param key of what `docker exec` started; undefined: the container's own program
 * @returns its life; without an end it goes on until it is stopped
 */
export function followToEnd(station: Station, id: string, key?: number): Life | undefined {
  const { daemon } = station;
  const { state, life } = followLife(daemon.state, id, key, surroundings(station));
  daemon.state = { ...state, volumes: daemon.state.volumes };
  return life;
}
