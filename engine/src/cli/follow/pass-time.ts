import { advance } from "../../daemon/lives/advance.ts";
import type { Station } from "../command.ts";
import { surroundings } from "../run/station-mounts.ts";

/** What comes about by itself until now has come about: what programs do, restarts, health checks. */
export function passTime(station: Pick<Station, "daemon" | "files" | "network">): void {
  const { daemon } = station;
  const { containers } = daemon.state;
  if (containers.every(({ life }) => life === undefined)) return;
  const passed = advance(daemon.state, surroundings(station));
  // Volumes were written meanwhile.
  daemon.state = { ...passed, volumes: daemon.state.volumes };
}
