import { visible } from "../../reports/visible.ts";

/** What is said of decisions about a submission that was refused, or that Drydock failed at. */
export const NO_VERDICT = "settled, but there is no verdict on it";

/** A notice that names the first of several, or none: `2 not on the roster: cem, dan`. */
export const notThere = (what: string, names: readonly string[]): readonly string[] =>
  names.length === 0
    ? []
    : [
        `${names.length} ${what}: ${names.slice(0, 10).map(visible).join(", ")}${names.length > 10 ? ", …" : ""}`,
      ];
