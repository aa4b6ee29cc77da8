import { join } from "node:path";
import { buildContext, contextNames } from "../../engine/testing/real-life/build-context.ts";
import { knownOutcomes } from "../../engine/testing/real-life/known-outcomes.ts";
import { writeOutcomes } from "../../engine/testing/real-life/outcome.ts";
import { writeIfChanged } from "./write-if-changed.ts";

const FILE = join(import.meta.dirname, "../../engine/testing/real-life/outcomes.txt");

/** Builds every real-life Dockerfile again and types the same lines: what came of it is to be read in the diff. */
export function refreshOutcomes(): boolean {
  const known = new Map(knownOutcomes().map(({ name, commands }) => [name, commands]));
  return writeIfChanged(
    FILE,
    writeOutcomes(
      contextNames().map((name) =>
        buildContext(
          name,
          (known.get(name) ?? []).map(({ line }) => line),
        ),
      ),
    ),
  );
}
