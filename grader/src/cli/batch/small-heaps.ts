import { setFlagsFromString } from "node:v8";

/** Megabytes of a thread's semi-space: room for what lives only as long as one grade. */
const SEMI_SPACE = 4;

/** Limits of a worker thread. Young objects live in three semi-spaces; what outlives a grade is bases, lesson and interpreter. */
export const HEAP_LIMITS: {
  readonly maxYoungGenerationSizeMb: number;
  readonly maxOldGenerationSizeMb: number;
} = { maxYoungGenerationSizeMb: 3 * SEMI_SPACE, maxOldGenerationSizeMb: 768 };

/**
 * Keeps the heap of this thread, and of those that it starts from now on, at what a few grades need.
 *
 * Left alone, V8 doubles the room for young objects whenever enough of them outlive a collection, up to 128 MB a thread, and never gives it
 * back: a run of ten thousand would hold 400 MB of nothing. The two flags are read when a space grows and when a thread starts.
 */
export function keepHeapsSmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString(`--min-semi-space-size=${SEMI_SPACE}`);
}
