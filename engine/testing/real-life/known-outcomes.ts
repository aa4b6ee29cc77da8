import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Outcome, readOutcomes } from "./outcome.ts";

/** What `outcomes.txt` says of each Dockerfile. */
export const knownOutcomes = (): readonly Outcome[] =>
  readOutcomes(readFileSync(join(import.meta.dirname, "outcomes.txt"), "utf8"));
