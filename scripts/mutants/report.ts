import type { MutantFile } from "../../engine/testing/mutants.ts";

interface Mutant {
  readonly status: string;
  readonly replacement?: string;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}

/** What is read of Stryker's JSON report (schema 2): mutants by file. */
export interface StrykerReport {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

/** A mutant that runs for ever is found out as well as one that fails; one in code that no test reaches is not. */
export function scoreOf(mutants: readonly Mutant[]): Omit<MutantFile, "date"> {
  const count = (...statuses: string[]): number =>
    mutants.filter(({ status }) => statuses.includes(status)).length;
  return { found: count("Killed", "Timeout"), survived: count("Survived"), unreached: count("NoCoverage") };
}

/** `line:column  code -> what stood there instead`. */
export function survivorsOf(source: string, mutants: readonly Mutant[]): string[] {
  const lines = source.split("\n");
  return mutants
    .filter(({ status }) => status === "Survived" || status === "NoCoverage")
    .map(({ location: { start }, replacement = "" }) => {
      const code = lines[start.line - 1]?.trim() ?? "";
      return `${start.line}:${start.column}  ${code} -> ${replacement.replaceAll(/\s+/g, " ")}`;
    });
}
