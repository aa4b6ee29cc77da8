import { ANSWER, lineSpeed, REGISTER } from "./line-speed.ts";
import { readings } from "../readings.ts";
import type { TransferMessage } from "./transfer-message.ts";

/** A layer as a registry has it. */
export interface RemoteLayer {
  /** Twelve digits of its digest there. */
  readonly id: string;
  /** Compressed, in bytes. */
  readonly size: number;
  /** The machine has it and all that it stands on. */
  readonly here: boolean;
}

/** Layers that are downloaded at once (dockerd, max-concurrent-downloads). */
const AT_ONCE = 3;

/**
 * How the layers of an image come: three are downloaded at a time, each is unpacked when it is there and the one below it is in
 * its place (moby/moby, distribution/xfer; recordings tty/push-pull, cli/registry/pull-hub).
 *
 * @returns messages in order of time
 */
export function fetchLayers(layers: readonly RemoteLayer[]): TransferMessage[] {
  const first: TransferMessage[] = [];
  const later: TransferMessage[] = [];
  const free: number[] = Array.from({ length: AT_ONCE }, () => 0);
  const seen = new Set<string>();
  let below = 0;
  for (const { id, size, here } of layers) {
    if (seen.has(id)) continue;
    if (here) {
      first.push({ at: 0, id, status: "Already exists" });
      continue;
    }
    seen.add(id);
    first.push({ at: 0, id, status: "Pulling fs layer" });
    const slot = free.indexOf(Math.min(...free));
    const start = free[slot] ?? 0;
    if (start > 0) first.push({ at: 0, id, status: "Waiting" });
    const begin = start + ANSWER;
    const moving = (status: string, from: number, speed: number): void => {
      for (const { at, current } of readings(size, speed))
        later.push({ at: from + at, id, status, moved: { current, total: size } });
    };
    moving("Downloading", begin, lineSpeed.download);
    const there = begin + size / lineSpeed.download;
    free[slot] = there;
    later.push(
      { at: there, id, status: "Verifying Checksum" },
      { at: there, id, status: "Download complete" },
    );
    const unpack = Math.max(there, below);
    moving("Extracting", unpack, lineSpeed.extract);
    below = unpack + size / lineSpeed.extract + REGISTER;
    later.push({ at: below, id, status: "Pull complete" });
  }
  return [...first, ...later.toSorted((a, b) => a.at - b.at)];
}
