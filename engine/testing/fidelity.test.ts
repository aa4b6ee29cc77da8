import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { knownOutcomes } from "./real-life/known-outcomes.ts";
import { fidelityReport } from "./replay/fidelity-report.ts";
import mutants from "./mutants.json" with { type: "json" };
import type { Mutants } from "./mutants.ts";
import { ledger } from "./replay/ledger.ts";

test("docs/fidelity.md says what the recordings say (npm run transcripts -- fidelity)", () => {
  expect(readFileSync(join(import.meta.dirname, "../../docs/fidelity.md"), "utf8")).toBe(
    fidelityReport(ledger(), knownOutcomes(), mutants as Mutants),
  );
});
