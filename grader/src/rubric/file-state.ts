import type { FileState } from "@drydock/engine";
import * as z from "zod/mini";

const mode = z.optional(z.string().check(z.regex(/^0?[0-7]{3,4}$/, 'an octal mode such as "0755"')));

/** A whole folder by path: a text, `{ base64 }`, `{ link }`, or `{ text, mode }`. */
export const fileStateSchema: z.ZodMiniType<FileState> = z
  .record(
    z.string(),
    z.union(
      [
        z.string(),
        z.strictObject({ base64: z.string(), mode }),
        z.strictObject({ link: z.string() }),
        z.strictObject({ text: z.string(), mode }),
      ],
      "a text, { base64 }, { link } or { text, mode }",
    ),
  )
  .check(z.meta({ title: "files" }));
