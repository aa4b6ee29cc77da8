import type { Device } from "./entry.ts";

/** Major and minor numbers of the device nodes that there are. `/dev/stdin` and its kind are links in a real tree. */
export const DEVICE_NUMBERS: ReadonlyMap<Device["name"], readonly [major: number, minor: number]> = new Map([
  ["null", [1, 3]],
  ["zero", [1, 5]],
  ["full", [1, 7]],
  ["random", [1, 8]],
  ["urandom", [1, 9]],
  ["tty", [5, 0]],
  ["ptmx", [5, 2]],
]);
