import { readFileSync } from "node:fs";
import type { CheckedFile, Row } from "../replay/checked.ts";
import { readTranscript } from "../replay/read-transcript.ts";
import runScript from "../shell.ts";
import { type CaseFile, caseFiles, GIVEN } from "./case-files.ts";
import { compareShell } from "./compare-shell.ts";
import { readShellCases } from "./read-shell-cases.ts";
import { dialectOf } from "./shell-case.ts";
import { writeShellCases } from "./write-shell-cases.ts";

/** Runs all scripts, by dialect and theme. */
export function checkShell(): CheckedFile[] {
  const given = readTranscript("shell/given.txt", readFileSync(GIVEN, "utf8")).steps;
  const files = Object.fromEntries(
    given.flatMap((step) =>
      step.kind === "place" && step.file.kind === "text" ? [[step.path, step.file.text]] : [],
    ),
  );
  return caseFiles("shell").map((file) => checkFile(file, files));
}

function checkFile(file: CaseFile, files: Readonly<Record<string, string>>): CheckedFile {
  const rows = new Map(
    readShellCases(file.group, file.text).map((one): [typeof one, Row] => {
      const differences = compareShell(
        one,
        runScript({ script: one.script, dialect: dialectOf(one), files }),
      );
      return [one, { id: one.id, step: "", known: one.known, differences }];
    }),
  );
  const print: CheckedFile["print"] = (known) =>
    writeShellCases([...rows].map(([one, row]) => ({ ...one, known: known(row) })));
  return { ...file, rows: [...rows.values()], print };
}
