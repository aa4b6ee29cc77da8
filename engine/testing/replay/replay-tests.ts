import { describe, expect, test } from "vitest";
import { checkTranscript } from "./check-transcripts.ts";
import { complaints } from "./complaints.ts";
import { loadTranscripts } from "./load-transcripts.ts";
import { replayer } from "./replayer.ts";

/** Makes one test of each transcript of the groups; each complaint names its step. */
export function testTranscripts(prefix: string): void {
  const run = replayer();
  for (const [group, stored] of Map.groupBy(loadTranscripts(prefix), (one) => one.group)) {
    describe(`recorded ${group}`, () => {
      test.each(stored)("$name", (one) => {
        const { rows, text, print } = checkTranscript(one, run);
        expect(complaints(rows)).toBe("");
        expect(print(({ known }) => known)).toBe(text);
      });
    });
  }
}
