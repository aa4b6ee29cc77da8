import type { SystemCalls } from "../files/system-calls.ts";

/** Whom a machine works for while it runs: one Python process of the simulation. */
export interface Guest {
  readonly system: SystemCalls;
  /** Python hands over the function by which it is entered. */
  entry(reference: number): void;
  /** What Python's `_host.call` asks; it throws to unwind the whole machine. */
  call(name: string, argument: string): string;
  /** Simulated milliseconds since 1970. */
  now(): number;
  random(): number;
  /** Turns of loops that may still be made. */
  fuel(): number;
  /** So many turns were made. */
  burn(turns: number): void;
}
