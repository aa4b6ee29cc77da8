/** One thing that the engine did, as `docker events` tells it. */
export interface EngineEvent {
  /** Milliseconds since 1970, simulated. */
  readonly at: number;
  readonly type: "container" | "image" | "network" | "volume";
  /** `start`, `die`, `exec_create: ls -l` */
  readonly action: string;
  /** Id of the object; a volume's name, an image's name. */
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
}
