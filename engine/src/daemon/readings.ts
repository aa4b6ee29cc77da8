/** What is read at once (Go's io.Copy). */
const CHUNK = 32_768;
/** Not told more often than this, in milliseconds (moby/moby, pkg/progress/progressreader.go). */
const PAUSE = 100;
const MOST = 512 * 1024;

/** How far a reader has come, `at` milliseconds after it began. */
export interface Reading {
  readonly at: number;
  readonly current: number;
}

/**
 * What Docker's reader of a stream tells: after each hundredth of what it expects, or each 512 KiB, but not too often; and the
 * end.
 *
 * @param total what is expected, and shown
 * @param length what comes: of a layer that is pushed a tar, which is longer than what is in it
 * @param head bytes that come before the first whole chunk
 */
export function readings(total: number, speed: number, length: number = total, head = 0): Reading[] {
  const every = Math.min(MOST, Math.floor(total * 0.01));
  const chunked = (bytes: number): number =>
    Math.min(length, bytes <= head ? head : head + Math.ceil((bytes - head) / CHUNK) * CHUNK);
  const list: Reading[] = [];
  let current = chunked(every + 1);
  while (current < length) {
    const at = current / speed;
    list.push({ at, current });
    current = chunked(Math.max(current + every + 1, Math.floor((at + PAUSE) * speed)));
  }
  return [...list, { at: length / speed, current: length }];
}
