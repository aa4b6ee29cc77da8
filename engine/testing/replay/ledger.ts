import { readFileSync } from "node:fs";
import { join } from "node:path";
import { caseFiles } from "../cases/case-files.ts";
import type { DockerfileCase } from "../cases/dockerfile-case.ts";
import { readDockerfileCases } from "../cases/read-dockerfile-cases.ts";
import { readShellCases } from "../cases/read-shell-cases.ts";
import type { ShellCase } from "../cases/shell-case.ts";
import { ttyFiles } from "../tty/check-tty.ts";
import { readTtySession } from "../tty/read-tty-session.ts";
import { loadTranscripts } from "./load-transcripts.ts";
import type { KnownDifferences } from "./transcript.ts";

/** One comparison, as far as it is written down. */
export interface LedgerRow {
  readonly group: string;
  readonly id: string;
  readonly step: string;
  readonly known: KnownDifferences;
}

const WORDS = join(import.meta.dirname, "../testdata/dockerfile/words.json");

/** Every comparison with the real Docker, BuildKit and shells that the tests make, with what is known to differ. Nothing is run. */
export function ledger(): LedgerRow[] {
  const ofCases = (group: string, cases: readonly (DockerfileCase | ShellCase)[]): LedgerRow[] =>
    cases.map(({ id, known }) => ({ group, id, step: "", known }));
  const { cases: words }: { cases: { id: string }[] } = JSON.parse(readFileSync(WORDS, "utf8"));
  return [
    ...loadTranscripts().flatMap(({ group, name, transcript }) =>
      transcript.steps.flatMap((step) =>
        step.kind === "command" || step.kind === "image"
          ? [
              {
                group,
                id: `${group}/${name}`,
                step: step.kind === "image" ? `image ${step.reference}` : step.line,
                known: step.known,
              },
            ]
          : [],
      ),
    ),
    ...caseFiles("dockerfile").flatMap(({ group, text }) =>
      ofCases("Dockerfile texts", readDockerfileCases(group, text)),
    ),
    ...words.map(({ id }) => ({ group: "words of a Dockerfile", id, step: "", known: new Map() })),
    ...caseFiles("shell").flatMap(({ group, text }) =>
      ofCases(
        group.startsWith("shell/ash") ? "scripts for busybox ash" : "scripts for dash",
        readShellCases(group, text),
      ),
    ),
    ...ttyFiles().flatMap(({ id, text }) =>
      readTtySession(id, text).commands.map(({ line, known }) => ({
        group: "at a terminal",
        id,
        step: line,
        known,
      })),
    ),
  ];
}
