import type { Json } from "./json.ts";

/** What a jq program sees besides its input. */
export interface JqWorld {
  spend(steps: number): void;
  /** `--arg` and its kin, with `named`. */
  readonly variables: ReadonlyMap<string, Json>;
  readonly environment: Json;
  /** The next value of the input; undefined at the end. */
  readonly input: () => Json | undefined;
  readonly inputName: () => string | undefined;
  /** Simulated time in milliseconds since 1970. */
  readonly now: () => number;
  readonly complain: (text: string) => void;
  /** Is this jq 1.7 or later? */
  readonly isModern: boolean;
}
