import * as z from "zod/mini";
import { compilePattern } from "./pattern.ts";

/** What a text must be: it contains, equals, matches, or has the bytes of a file. */
export type Text =
  | string
  | { readonly equals: string }
  | { readonly matches: string }
  | { readonly file: string };

const pattern: z.ZodMiniType<string> = z.string().check(
  z.refine((source) => typeof compilePattern(source) !== "string", {
    error: ({ input }) => {
      const problem = typeof input === "string" ? compilePattern(input) : "a pattern";
      return typeof problem === "string" ? problem : "a pattern";
    },
  }),
);

export const textSchema: z.ZodMiniType<Text> = z
  .union(
    [
      z.string(),
      z.strictObject({ equals: z.string() }),
      z.strictObject({ matches: pattern }),
      z.strictObject({ file: z.string() }),
    ],
    "a text, { equals: … }, { matches: … } or { file: … }",
  )
  .check(z.meta({ title: "text" }));

/** Does `actual` hold what is asked? `plain` says how a bare string is read; `fileText` brings in `{ file }`. */
export function matchesText(
  wanted: Text,
  actual: string,
  fileText: (path: string) => string | undefined,
  plain: "contains" | "equals" = "contains",
): boolean {
  if (typeof wanted === "string") return plain === "equals" ? actual === wanted : actual.includes(wanted);
  if ("equals" in wanted) return actual === wanted.equals;
  if ("file" in wanted) return actual === fileText(wanted.file);
  const compiled = compilePattern(wanted.matches);
  return typeof compiled !== "string" && compiled.test(actual);
}

/** `"Ahoy"`, `/^a+$/`, `the bytes of app.py`: how a message names it. */
export function showText(wanted: Text): string {
  if (typeof wanted === "string") return JSON.stringify(wanted);
  if ("equals" in wanted) return JSON.stringify(wanted.equals);
  return "file" in wanted ? `the bytes of ${wanted.file}` : `/${wanted.matches}/`;
}
