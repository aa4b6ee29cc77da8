import type { Row } from "./checked.ts";
import { judge } from "./judge.ts";

/** All that is wrong with the rows of a case, each under its step; empty when every difference is a known one. */
export const complaints = (rows: readonly Row[]): string =>
  rows
    .flatMap(({ step, known, differences }) => {
      const wrong = judge(differences, known);
      return wrong.length === 0 ? [] : [...(step === "" ? [] : [`$ ${step}`]), ...wrong];
    })
    .join("\n");
