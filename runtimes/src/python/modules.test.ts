import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LibraryHost } from "../../testing/library-host.ts";
import { recordedPrograms } from "../../testing/recorded-programs.ts";

const folder = new URL("programs/modules/", import.meta.url);
const host = new LibraryHost();
const real = spawnSync("python3", ["-c", "import sys; print(sys.version_info >= (3, 11))"], {
  encoding: "utf8",
});
const present = real.stdout?.trim() === "True";
if (!present) console.warn("no python3 of 3.11 or later here: the recorded programs are not tried on it");

/** What the real Python prints; its `/tmp` is a folder of its own, whatever others do at the time. */
function printedByReal(program: string): string {
  const own = mkdtempSync(join(tmpdir(), "recorded-"));
  try {
    const { stdout } = spawnSync("python3", ["-W", "ignore", "-"], {
      input: program.replaceAll(/(?<=["'])\/tmp(?=[/"'])/g, own),
      encoding: "utf8",
      env: { ...process.env, TMPDIR: own },
    });
    return stdout.replaceAll(own, "/tmp");
  } finally {
    rmSync(own, { recursive: true });
  }
}

describe.each(readdirSync(folder).sort())("%s", (file) => {
  const programs = recordedPrograms(readFileSync(new URL(file, folder), "utf8"));

  it.each(programs)("$title", ({ program, status, printed }) => {
    const { stdout, stderr, exitCode } = host.python(program);
    expect({ stdout, stderr, exitCode }).toEqual({ stdout: printed, stderr: "", exitCode: Number(status) });
  });

  it.skipIf(!present)("is what a real Python does", () => {
    for (const { title, program, printed } of programs) {
      expect({ title, printed: printedByReal(program) }).toEqual({ title, printed });
    }
  });
});
