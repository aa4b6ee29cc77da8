/** What mutation testing found in one file: how many broken copies of it the tests told from the real one. */
export interface MutantFile {
  /** YYYY-MM-DD of the run. */
  readonly date: string;
  readonly found: number;
  readonly survived: number;
  /** In code that no test reaches. */
  readonly unreached: number;
}

/** The committed results, `mutants.json`: written by `npm run mutants`, but for the words on the survivors. */
export interface Mutants {
  readonly survivors: readonly string[];
  readonly files: Readonly<Record<string, MutantFile>>;
}

const percent = (found: number, all: number): string =>
  all === 0 ? "" : `${((100 * found) / all).toFixed(1)} %`;
const allOf = ({ found, survived, unreached }: MutantFile): number => found + survived + unreached;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** The rows of the table that docs/fidelity.md shows: each file, then all of them. */
export function mutantRows({ files }: Mutants): string[][] {
  const rows = Object.entries(files);
  const found = sum(rows.map(([, file]) => file.found));
  const all = sum(rows.map(([, file]) => allOf(file)));
  return [
    ["file", "looked at", "mutants", "found out", "score"],
    ...rows.map(([name, file]) => [
      `\`${name}\``,
      file.date,
      `${allOf(file)}`,
      `${file.found}`,
      percent(file.found, allOf(file)),
    ]),
    ["all of these", "", `${all}`, `${found}`, percent(found, all)],
  ];
}
