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

/**
 * Programs of which some line that `LINES` makes is known to differ, or shows what is the machine's own: inodes, random names,
 * sizes of a disk. Of every other program a few lines are compared; a named gap is no difference.
 */
const OPEN: Readonly<Record<"dash" | "ash", readonly string[]>> = {
  dash: [
    ..."awk bzip2 chgrp cksum dd df du find fmt getconf gunzip gzip head mktemp patch pr sed sleep split stat tar time which xz".split(
      " ",
    ),
    "env kill",
    "env printf",
    "chmod 000 words; chmod 700 src; su nobody -s /bin/sh -c 'umask 022;",
    "gzip -k words nums; gunzip",
    "printf 'n\\ny\\n' | cp",
    "find src nope",
  ],
  ash: [
    ..."awk bzip2 cat chgrp chmod cp cpio csplit cut dd df dirname factor find flock fmt groups gunzip gzip head hexdump id ln mktemp mv od paste patch pr readlink sed seq sort stat tac tar tee time timeout tr which whoami xxd xz zcat".split(
      " ",
    ),
    "env printf",
    "chmod 000 words; chmod 700 src; su nobody -s /bin/sh -c 'umask 022;",
    "gzip -k words nums; gunzip",
    "printf 'n\\ny\\n' | cp",
    "printf 'n\\ny\\n' | mv",
    "xxd words | xxd",
  ],
};
const LINES_EACH = 2;
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
    const open = new Set(OPEN[dialect]);
    const settled = [...new Set(LINES.map(({ program }) => program))].filter((name) => !open.has(name));
    const scripts = settled.flatMap((name) =>
      fc.sample(programLine(LINES.filter(({ program }) => program === name)), {
        numRuns: LINES_EACH,
        seed: SEED,
      }),
    );
    // Skipped, and shown as skipped, where this machine has no such programs.
    test.skipIf(!real || !VERSIONS[dialect].test(installed[dialect]))(
      "on command lines put together at random",
      { timeout: scripts.length * 1000 },
      () => {
        const differing = scripts.filter((script) => {
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
