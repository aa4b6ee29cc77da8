import analyse from "../dockerfile.ts";
import type { CheckedFile, Row } from "../replay/checked.ts";
import { type CaseFile, caseFiles } from "./case-files.ts";
import { compareDockerfile } from "./compare-dockerfile.ts";
import { readDockerfileCases } from "./read-dockerfile-cases.ts";
import { writeDockerfileCases } from "./write-dockerfile-cases.ts";

/** Reads and plans all recorded Dockerfiles, by theme. */
export const checkDockerfiles = (): CheckedFile[] => caseFiles("dockerfile").map(checkDockerfile);

/** Reads and plans the recorded Dockerfiles of one file. */
export function checkDockerfile(file: CaseFile): CheckedFile {
  const rows = new Map(
    readDockerfileCases(file.group, file.text).map((one): [typeof one, Row] => {
      const { id, dockerfile, input, expect, known } = one;
      const got = analyse({ buildArgs: {}, target: "", dockerignore: "", ...input, dockerfile });
      return [one, { id, step: "", known, differences: compareDockerfile({ escape: "\\", ...expect }, got) }];
    }),
  );
  const print: CheckedFile["print"] = (known) =>
    writeDockerfileCases([...rows].map(([one, row]) => ({ ...one, known: known(row) })));
  return { ...file, rows: [...rows.values()], print };
}
