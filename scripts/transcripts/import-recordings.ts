import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { historyOf } from "../../engine/testing/replay/compare-image.ts";
import { readTranscript } from "../../engine/testing/replay/read-transcript.ts";
import type { Transcript } from "../../engine/testing/replay/transcript.ts";
import { writeTranscript } from "../../engine/testing/replay/write-transcript.ts";
import { type BaseRecording, packBase } from "./pack-base.ts";
import { BASES, TRANSCRIPTS } from "./places.ts";
import type { Recording } from "./recording.ts";
import { sessionTranscript } from "./session-transcript.ts";
import { writeIfChanged } from "./write-if-changed.ts";

/** A base that is told by what it has beyond another. */
const OVER: Readonly<Record<string, string>> = { "python_3.11-slim": "debian_bookworm-slim" };
const ALSO: Readonly<Record<string, readonly string[]>> = { "python:3.11-slim": ["python:3"] };

/** Brings the recorded sessions and their base images in. @returns how many files changed. */
export function importRecordings(folder: string): number {
  const bases = readBases(join(folder, "bases"));
  const rows = new Map(
    [...bases.values()].map((base) => [
      base.ref,
      historyOf({ ...base.config_blob, rootfs: { diff_ids: [] } }).length,
    ]),
  );
  let changed = 0;
  for (const [name, base] of bases) {
    const over = OVER[name];
    const under = over === undefined ? undefined : bases.get(over);
    const packed = packBase(
      base,
      [base.ref, ...(ALSO[base.ref] ?? [])],
      over === undefined || under === undefined ? undefined : { name: over, base: under },
    );
    changed += Number(
      writeIfChanged(join(BASES, `${name}.json`), `${JSON.stringify(packed, undefined, 1)}\n`),
    );
  }
  for (const file of readdirSync(folder)
    .filter((name) => /^(?:build|cli)-.*\.json$/.test(name))
    .toSorted()) {
    const { cases }: { cases: Recording[] } = JSON.parse(readFileSync(join(folder, file), "utf8"));
    for (const recording of cases) {
      const path = join(TRANSCRIPTS, `${recording.id}.txt`);
      const transcript = withReasons(
        sessionTranscript(recording, (base) => rows.get(base) ?? 0),
        path,
      );
      changed += Number(writeIfChanged(path, writeTranscript(transcript)));
    }
  }
  return changed;
}

const readBases = (folder: string): ReadonlyMap<string, BaseRecording> =>
  new Map(
    readdirSync(folder)
      .toSorted()
      .map((file) => [file.replace(/\.json$/, ""), JSON.parse(readFileSync(join(folder, file), "utf8"))]),
  );

/** Known differences that stand in the transcript already are kept. */
function withReasons(transcript: Transcript, path: string): Transcript {
  if (!existsSync(path)) return transcript;
  const before = readTranscript(path, readFileSync(path, "utf8")).steps;
  const steps = transcript.steps.map((step, i) => {
    const old = before[i];
    return (step.kind === "command" || step.kind === "image") && old?.kind === step.kind
      ? { ...step, known: old.known }
      : step;
  });
  return { ...transcript, steps };
}
