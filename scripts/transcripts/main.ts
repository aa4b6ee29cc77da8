#!/usr/bin/env node
import { existsSync } from "node:fs";
import { join } from "node:path";
import { knownOutcomes } from "../../engine/testing/real-life/known-outcomes.ts";
import { fidelityReport } from "../../engine/testing/replay/fidelity-report.ts";
import mutants from "../../engine/testing/mutants.json" with { type: "json" };
import { ledger } from "../../engine/testing/replay/ledger.ts";
import { importCases } from "./import-cases.ts";
import { importRecordings } from "./import-recordings.ts";
import { importTty } from "./import-tty.ts";
import { FIDELITY } from "./places.ts";
import { refreshKnown } from "./refresh-known.ts";
import { refreshOutcomes } from "./refresh-outcomes.ts";
import { writeIfChanged } from "./write-if-changed.ts";

const USAGE = `transcripts COMMAND
  import [FOLDER]  bring recordings in, from FOLDER or from beside $DRYDOCK_ORACLE; known differences stay
  refresh          replay everything and rewrite the lines of known differences, and what real-life Dockerfiles come to
  fidelity         write docs/fidelity.md`;

const [command = "", folder] = process.argv.slice(2);
if (command === "import") {
  const { DRYDOCK_ORACLE: oracle } = process.env;
  const from = folder ?? (oracle === undefined ? undefined : join(oracle, "../golden"));
  if (from === undefined || !existsSync(from)) {
    console.error("transcripts: where are the recordings? Name their folder, or set DRYDOCK_ORACLE.");
    process.exit(2);
  }
  console.log(`${importRecordings(from) + importCases(from) + importTty(from)} files changed`);
} else if (command === "refresh") {
  const { gone, open } = await refreshKnown();
  for (const line of gone) console.log(`as Docker now: ${line}`);
  for (const line of open) console.log(`needs a reason: ${line}`);
  console.log(`${gone.length} lines taken out, ${open.length} need a reason`);
  if (refreshOutcomes()) console.log("real-life Dockerfiles end otherwise than before: see outcomes.txt");
} else if (command === "fidelity") {
  console.log(
    writeIfChanged(FIDELITY, fidelityReport(ledger(), knownOutcomes(), mutants))
      ? "docs/fidelity.md is written"
      : "docs/fidelity.md is up to date",
  );
} else {
  console.error(USAGE);
  process.exit(2);
}
