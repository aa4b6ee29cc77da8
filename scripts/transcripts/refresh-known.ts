import { checkDockerfiles } from "../../engine/testing/cases/check-dockerfiles.ts";
import { checkShell } from "../../engine/testing/cases/check-shell.ts";
import { checkTranscript } from "../../engine/testing/replay/check-transcripts.ts";
import type { Row } from "../../engine/testing/replay/checked.ts";
import { checkTty } from "../../engine/testing/tty/check-tty.ts";
import { NO_REASON } from "../../engine/testing/replay/judge.ts";
import { loadTranscripts } from "../../engine/testing/replay/load-transcripts.ts";
import { replayer } from "../../engine/testing/replay/replayer.ts";
import type { KnownDifferences } from "../../engine/testing/replay/transcript.ts";
import { writeIfChanged } from "./write-if-changed.ts";

/** What `refreshKnown` found: lines taken out because we are as Docker now, and differences that wait for a reason. */
export interface Refreshed {
  readonly gone: readonly string[];
  readonly open: readonly string[];
}

/**
 * Replays everything and rewrites the `~` lines: one for each facet that differs. Reasons stay, new lines have none, and no test
 * passes with a line that has none.
 */
export async function refreshKnown(): Promise<Refreshed> {
  const run = replayer();
  const gone: string[] = [];
  const open: string[] = [];
  const files = [
    ...loadTranscripts().map((stored) => checkTranscript(stored, run)),
    ...checkDockerfiles(),
    ...checkShell(),
    ...(await checkTty()),
  ];
  for (const { path, rows, print } of files) {
    for (const row of rows) {
      const now = knownNow(row);
      const place = [row.id, row.step].filter(Boolean).join(" $ ");
      for (const facet of row.known.keys()) if (!now.has(facet)) gone.push(`${place} (${facet})`);
      for (const [facet, reason] of now) if (reason === NO_REASON) open.push(`${place} (${facet})`);
    }
    writeIfChanged(path, print(knownNow));
  }
  return { gone, open };
}

const knownNow = ({ differences, known }: Row): KnownDifferences =>
  new Map(differences.map(({ facet }) => [facet, known.get(facet) ?? NO_REASON]));
