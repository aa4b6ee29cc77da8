import { ANSWER, lineSpeed } from "./line-speed.ts";
import { readings } from "../readings.ts";
import type { TransferMessage } from "./transfer-message.ts";

/** A layer on its way to a registry. */
export interface LocalLayer {
  readonly id: string;
  /** What is in it, and as a tar: in bytes. */
  readonly size: number;
  readonly tarSize: number;
  /** How the registry comes to it without its bytes. */
  readonly known: "there" | { readonly mountedFrom: string } | undefined;
}

/** Layers that are uploaded at once (dockerd, max-concurrent-uploads). */
const AT_ONCE = 5;
/** A tar begins with a header that is read by itself. */
const HEADER = 512;

/** How the layers of an image go, the top one first (recording tty/push-pull). @returns messages in order of time */
export function sendLayers(layers: readonly LocalLayer[]): TransferMessage[] {
  const later: TransferMessage[] = [];
  const free: number[] = Array.from({ length: AT_ONCE }, () => 0);
  const waiting: TransferMessage[] = [];
  for (const { id, size, tarSize, known } of layers) {
    const slot = free.indexOf(Math.min(...free));
    const start = free[slot] ?? 0;
    if (start > 0) waiting.push({ at: 0, id, status: "Waiting" });
    const answered = start + ANSWER;
    if (known !== undefined) {
      const status = known === "there" ? "Layer already exists" : `Mounted from ${known.mountedFrom}`;
      later.push({ at: answered, id, status });
      free[slot] = answered;
      continue;
    }
    const begin = answered + ANSWER;
    for (const { at, current } of readings(size, lineSpeed.upload, tarSize, HEADER))
      later.push({ at: begin + at, id, status: "Pushing", moved: { current, total: size } });
    const end = begin + tarSize / lineSpeed.upload + ANSWER;
    later.push({ at: end, id, status: "Pushed" });
    free[slot] = end;
  }
  return [...waiting, ...later.toSorted((a, b) => a.at - b.at)];
}
