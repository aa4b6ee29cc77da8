import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readShellCases } from "../cases/read-shell-cases.ts";
import type { ShellCase } from "../cases/shell-case.ts";

const FOLDER = join(import.meta.dirname, "../testdata/programs");

/** Transcripts of one program: `testdata/programs/NAME.txt`, in the form of `writeShellCases`. */
export interface ProgramFile {
  readonly program: string;
  readonly path: string;
  readonly text: string;
  readonly cases: readonly ShellCase[];
}

export const programFiles = (): ProgramFile[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith(".txt"))
    .toSorted()
    .map((name) => {
      const path = join(FOLDER, name);
      const text = readFileSync(path, "utf8");
      return {
        program: name.replace(/\.txt$/, ""),
        path,
        text,
        cases: readShellCases(`programs/${name}`, text),
      };
    });
