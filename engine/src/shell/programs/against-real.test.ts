import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LINES, lineFiles, programLine } from "../../../testing/program-lines.ts";
import { realShell } from "../../../testing/real-shell.ts";
import runCase, { type Answer } from "../../../testing/shell.ts";

/** Of other versions the words differ here and there, and that would be no fault of ours. */
const VERSIONS = { dash: /^ls \(GNU coreutils\) 9\.1/, ash: /^BusyBox v1\.35\.0 \(Debian/ };
const installed = {
  dash: spawnSync("/usr/bin/ls", ["--version"]).stdout?.toString() ?? "",
  ash: spawnSync("/usr/bin/busybox").stdout?.toString() ?? "",
};

/** Programs of which no line that `LINES` makes is known to differ from the real one's; a named gap is no difference. */
const SETTLED = {
  dash: "basename base32 cat cmp echo env expr factor kill link logname ls md5sum nice nohup pathchk pwd realpath rmdir sha1sum sleep stat strings sum tac tee test timeout tr true tsort tty unexpand uniq unlink wc",
  ash: "comm hexdump join kill logname ls nice realpath rm rmdir sha1sum sleep split stat tac tee test timeout true tty uniq unlink xargs xxd yes",
};
const RUNS = 60;
const SEED = 11;

/** How a program is used is its own text, of which ours says that it does not carry it: what stands before is compared. */
const withoutHelp = (text: string): string => text.replace(/^(?:BusyBox .*multi-call|Usage: )[^]*/m, "");

const answerOf = ({ exitCode, stdout, stderr, changed, gone }: Answer): unknown => ({
  exitCode,
  stdout,
  stderr,
  changed: Object.entries(changed).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  gone: gone.toSorted(),
});

describe.each(["dash", "ash"] as const)(
  "programs of %s do what the real ones of this machine do",
  (dialect) => {
    const real = realShell(dialect);
    const names = new Set(SETTLED[dialect].split(" "));
    const lines = LINES.filter(({ program }) => names.has(program));
    // Skipped, and shown as skipped, where this machine has no such programs.
    test.skipIf(!real || !VERSIONS[dialect].test(installed[dialect]))(
      "on command lines put together at random",
      () => {
        const differing = fc.sample(programLine(lines), { numRuns: RUNS, seed: SEED }).filter((script) => {
          const mine = runCase({ script, dialect, files: lineFiles });
          const theirs = real?.({ script, files: lineFiles });
          const isGap = /^drydock: /m.test(mine.stderr);
          if (theirs && mine.stderr.includes("[drydock: ")) {
            mine.stderr = withoutHelp(mine.stderr);
            theirs.stderr = withoutHelp(theirs.stderr);
          }
          return !isGap && JSON.stringify(answerOf(mine)) !== JSON.stringify(theirs && answerOf(theirs));
        });
        expect(differing).toEqual([]);
      },
    );
  },
);
