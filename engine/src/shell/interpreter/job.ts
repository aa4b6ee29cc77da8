/** What a shell has started in the background. */
export interface Job {
  /** Its exit status; undefined while it waits for something from outside. */
  status: number | undefined;
  /** Simulated time at which it ends; what it does until then has been worked out already. */
  readonly until: number;
  /** Hands it a signal. @returns its exit status, where that ended it */
  signal(name: string): number | undefined;
}
