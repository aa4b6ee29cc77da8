/** What a shell has started in the background. */
export interface Job {
  /** Its exit status; undefined while it waits for something from outside. */
  status: number | undefined;
  /** Simulated milliseconds that it took, in which the shell would have gone on. */
  readonly took: number;
  /** Hands it a signal. @returns its exit status, where that ended it */
  signal(name: string): number | undefined;
}
