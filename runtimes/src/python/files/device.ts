import type { Device } from "@drydock/engine";
import { errnoNumber } from "./errno-number.ts";

/** What an open device node needs of the process that opened it. */
export interface DeviceHost {
  readonly stdin: { read(room: Uint8Array): number };
  write(stream: 1 | 2, bytes: Uint8Array): void;
  random(): number;
}

export function readDevice(name: Device["name"], room: Uint8Array, host: DeviceHost): number {
  if (name === "null") return 0;
  if (name === "stdin" || name === "tty") return host.stdin.read(room);
  if (name === "random" || name === "urandom") {
    for (let i = 0; i < room.length; i++) room[i] = host.random() & 0xff;
    return room.length;
  }
  room.fill(0);
  return room.length;
}

export function writeDevice(name: Device["name"], bytes: Uint8Array, host: DeviceHost): number {
  if (name === "full") return -errnoNumber.ENOSPC;
  if (name === "stdout" || name === "tty") host.write(1, bytes);
  if (name === "stderr") host.write(2, bytes);
  return bytes.length;
}
