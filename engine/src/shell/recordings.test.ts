import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { realShell } from "../../testing/real-shell.ts";
import runCase, { type Answer } from "../../testing/shell.ts";

interface Recording extends Answer {
  readonly dialect: "dash" | "ash" | "bash";
  readonly script: string;
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../testing/${name}`, import.meta.url), "utf8"));
const files = read("shell-files.json") as Record<string, string>;
const recordings = read("shell-recordings.json") as Recording[];

const answerOf = ({ exitCode, stdout, stderr, changed, gone }: Answer): unknown => ({
  exitCode,
  stdout,
  stderr,
  changed: Object.fromEntries(Object.entries(changed).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  gone: gone.toSorted(),
});

describe("scripts do what dash 0.5.12, busybox 1.35 and bash 5.2 did when they were recorded", () => {
  test.each(recordings.map((recording) => [`${recording.dialect}: ${recording.script}`, recording] as const))(
    "%s",
    (_, { dialect, script, ...recorded }) => {
      expect(answerOf(runCase({ script, dialect, files }))).toEqual(answerOf({ ...recorded }));
    },
  );
});

// A sample, since each of them starts processes; another part of the list each run would not be repeatable.
const SAMPLE = 12;

describe.each(["dash", "ash", "bash"] as const)("the real %s of this machine says the same", (dialect) => {
  const real = realShell(dialect);
  const chosen = recordings
    .filter((recording) => recording.dialect === dialect)
    .filter((_, i) => i % SAMPLE === 0);
  // Skipped, and shown as skipped, where this machine has no such shell.
  test.skipIf(real === undefined)("on a sample of the recordings", () => {
    for (const { script } of chosen)
      expect(answerOf(runCase({ script, dialect, files }))).toEqual(
        real && answerOf(real({ script, files })),
      );
  });
});
