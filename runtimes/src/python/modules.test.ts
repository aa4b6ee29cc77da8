import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
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

describe.each(readdirSync(folder).sort())("%s", (file) => {
  const programs = recordedPrograms(readFileSync(new URL(file, folder), "utf8"));

  it.each(programs)("$title", ({ program, status, printed }) => {
    const { stdout, stderr, exitCode } = host.python(program);
    expect({ stdout, stderr, exitCode }).toEqual({ stdout: printed, stderr: "", exitCode: Number(status) });
  });

  it.skipIf(!present)("is what a real Python does", () => {
    for (const { title, program, printed } of programs) {
      const { stdout } = spawnSync("python3", ["-W", "ignore", "-"], { input: program, encoding: "utf8" });
      expect({ title, printed: stdout }).toEqual({ title, printed });
    }
  });
});
