/**
 * One message of a pull, push or load, `at` simulated milliseconds after it began.
 *
 * A layer's message replaces the layer's message before it where a terminal shows it; one that counts bytes is shown nowhere
 * else.
 */
export type TransferMessage = { readonly at: number } & (
  | { readonly line: string }
  | {
      readonly id: string;
      readonly status: string;
      /** Bytes so far, and in all. */
      readonly moved?: { readonly current: number; readonly total: number };
    }
);
