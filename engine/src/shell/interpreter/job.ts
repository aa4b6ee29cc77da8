/** What a shell has started in the background. */
export interface Job {
  /** What `%1` names: one more than the highest there was. */
  readonly number: number;
  /** Its exit status; undefined while it waits for something from outside. */
  status: number | undefined;
  /** Simulated time at which it ends; what it does until then has been worked out already. */
  until: number;
  /** The signal that ended it, as long as nobody was told. */
  ending?: string | undefined;
  /** The command as it was written. */
  readonly text: string;
  /** When it last changed a file. */
  acted(): number;
  /** What it would have said later is not said. */
  silence(): void;
  /** What it does at a signal that comes while it runs: undefined where it ends. */
  heeds(signal: string): "ignored" | "trapped" | undefined;
  /** Hands it a signal. @returns its exit status, where that ended it */
  signal(name: string): number | undefined;
}
