import type { Station } from "../command.ts";

/** Shows what a program did while somebody stayed with it, each piece at its time: the clock goes back to when that began. */
export function retell({ daemon }: Station, since: number, show: () => void): void {
  const { time } = daemon.state;
  daemon.state = { ...daemon.state, time: since };
  show();
  daemon.state = { ...daemon.state, time: Math.max(time, daemon.state.time) };
}
