import { visibleLines } from "../visible.ts";

/**
 * JSON for the programs of others: what cannot be seen is written out in every text, line feeds apart. As an escape of JSON it would come
 * back as it was, and a database that keeps JSON (PostgreSQL's `jsonb`) refuses a whole document for one NUL or half a surrogate pair.
 */
export const jsonFor = (value: unknown, indent?: number): string =>
  JSON.stringify(value, (_, each: unknown) => (typeof each === "string" ? visibleLines(each) : each), indent);
