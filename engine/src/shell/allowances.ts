/** What a container was given of its machine, as its programs see it. */
export interface Allowances {
  /** KiB of each file system that is in memory, by where it is mounted; 0: half of the machine's memory. */
  readonly memory: ReadonlyMap<string, number>;
  /** Soft and hard limits of `--ulimit` by setrlimit(2)'s name in small letters; -1: none. */
  readonly limits: ReadonlyMap<string, readonly [soft: number, hard: number]>;
}

/** Nobody asked for anything. */
export const NO_ALLOWANCES: Allowances = { memory: new Map(), limits: new Map() };
