import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "../testdata");

/** The files that every script finds, in the form of a transcript. */
export const GIVEN: string = join(FOLDER, "shell/given.txt");

export interface CaseFile {
  readonly path: string;
  /** As `shell/dash-io`. */
  readonly group: string;
  readonly text: string;
}

/** The files of recorded cases, by name. */
export const caseFiles = (kind: "dockerfile" | "shell"): CaseFile[] =>
  readdirSync(join(FOLDER, kind))
    .toSorted()
    .map((name) => ({ path: join(FOLDER, kind, name), group: `${kind}/${name.replace(/\.txt$/, "")}` }))
    .filter(({ path }) => path.endsWith(".txt") && path !== GIVEN)
    .map((file) => ({ ...file, text: readFileSync(file.path, "utf8") }));
