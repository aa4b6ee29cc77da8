import type { Requirement } from "./requirement.ts";
import { satisfiesClause } from "./version.ts";

/**
 * Could any version at all meet these clauses? Tried are the versions that clauses name, and one just above each: with
 * order alone, nothing else can decide.
 */
export function possibleVersion(clauses: Requirement["clauses"]): boolean {
  const meets = (version: string): boolean =>
    clauses.every(({ operator, version: wanted }) => satisfiesClause(version, operator, wanted));
  const named = clauses.map(({ version }) => version.replace(/\.\*$/, ""));
  return [
    "0.0.0.1",
    ...named,
    ...named.map((version) => `${version}${".0".repeat(6 - Math.min(6, version.split(".").length))}.1`),
  ].some(meets);
}
