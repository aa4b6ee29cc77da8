import type { CheckedFile, Row } from "./checked.ts";
import type { StoredTranscript } from "./load-transcripts.ts";
import type { StepResult } from "./replay.ts";
import type { Step, Transcript } from "./transcript.ts";
import { writeTranscript } from "./write-transcript.ts";

/** Replays one stored transcript. */
export function checkTranscript(
  { group, name, path, text, transcript }: StoredTranscript,
  run: (transcript: Transcript) => StepResult[],
): CheckedFile {
  const rows = new Map<Step, Row>(
    run(transcript).map(({ step, differences }) => [
      step,
      {
        id: `${group}/${name}`,
        step: step.kind === "image" ? `image ${step.reference}` : step.line,
        known: step.known,
        differences,
      },
    ]),
  );
  return {
    path,
    group,
    text,
    rows: [...rows.values()],
    print: (known) =>
      writeTranscript({
        ...transcript,
        steps: transcript.steps.map((step) => {
          const row = rows.get(step);
          return row === undefined ? step : ({ ...step, known: known(row) } as Step);
        }),
      }),
  };
}
