import type { Text } from "../rubric/text.ts";
import { NotExportable } from "./part.ts";

const quoted = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/** A regular expression of Go (RE2) that accepts what the text accepts. */
export function patternOf(wanted: Text, plain: "contains" | "equals"): string {
  if (typeof wanted === "string") return plain === "equals" ? `\\A${quoted(wanted)}\\z` : quoted(wanted);
  if ("equals" in wanted) return `\\A${quoted(wanted.equals)}\\z`;
  if ("matches" in wanted) return wanted.matches;
  throw new NotExportable("the bytes of a file that is handed in are not known beforehand");
}

/** A value of the image's config: compared as it is, or as a pattern. */
export function valueOf(wanted: Text | number | undefined): {
  readonly value: string;
  readonly isRegex?: true;
} {
  if (wanted === undefined) return { value: ".*", isRegex: true };
  if (typeof wanted === "number") return { value: String(wanted) };
  if (typeof wanted === "string") return { value: wanted };
  return "equals" in wanted
    ? { value: wanted.equals }
    : { value: patternOf(wanted, "equals"), isRegex: true };
}
