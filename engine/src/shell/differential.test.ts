import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { realShell } from "../../testing/real-shell.ts";
import runCase, { type Answer } from "../../testing/shell.ts";
import { bashScripts } from "../../testing/shell-scripts/bash-commands.ts";
import { shellScripts } from "../../testing/shell-scripts/commands.ts";

const files = JSON.parse(
  readFileSync(new URL("../../testing/shell-script-files.json", import.meta.url), "utf8"),
) as Record<string, string>;

// A few, since each starts processes; DRYDOCK_SHELL_SCRIPTS asks for another number, DRYDOCK_SHELL_SEED for other scripts.
const { DRYDOCK_SHELL_SCRIPTS = "150", DRYDOCK_SHELL_SEED = "2026" } = process.env;
const numRuns = Number(DRYDOCK_SHELL_SCRIPTS);
const seed = Number(DRYDOCK_SHELL_SEED);

/** Commands of a pipe and of the background run side by side: how what they complain of is mixed is chance, and not compared. */
const comparable = (script: string, { exitCode, stdout, stderr, changed, gone }: Answer): unknown => ({
  exitCode,
  stdout,
  stderr: /[|&]|<\(/.test(script.replaceAll(/\|\||&&|[<>]&/g, "")) ? undefined : stderr,
  changed: Object.fromEntries(Object.entries(changed).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  gone: gone.toSorted(),
});

// What bash alone has is named as a gap more often.
describe.each([
  ["dash", shellScripts(1), numRuns, 0.8],
  ["ash", shellScripts(1), numRuns, 0.8],
  ["bash", bashScripts(0), Math.ceil(numRuns / 3), 0.7],
] as const)(
  "scripts of a grammar do what the real %s of this machine does",
  (dialect, scripts, count, share) => {
    const real = realShell(dialect);
    // Skipped, and shown as skipped, where this machine has no such shell.
    test.skipIf(real === undefined)(`${count} scripts of seed ${seed}`, { timeout: count * 1000 }, () => {
      let said = 0;
      fc.assert(
        fc.property(scripts, (script) => {
          const ours = runCase({ script, dialect, files });
          if (/^drydock: (NOT_SIMULATED|LIMIT)/m.test(ours.stderr)) return;
          const theirs = real?.({ script, files });
          // It did not end by itself.
          if (theirs === undefined || theirs.exitCode < 0) return;
          said++;
          expect(comparable(script, ours)).toEqual(comparable(script, theirs));
        }),
        { numRuns: count, seed },
      );
      expect(said).toBeGreaterThan(count * share);
    });
  },
);
