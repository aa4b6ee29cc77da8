import { parse } from "yaml";
import * as z from "zod/mini";
import type { Handed } from "../handed/handed.ts";
import { UsageError } from "../exit-status.ts";
import type { Entry, Layout, Listing } from "./layout.ts";

const EXPORTED = "submission_metadata.yml";
const AUTOGRADER = "submission_metadata.json";

const text = z.union([z.string(), z.number()]);
const when = z.union([z.string(), z.date()]);
const exportedSchema = z.record(
  z.string(),
  z.object({
    ":submitters": z.optional(
      z.array(z.object({ ":sid": z.nullish(text), ":email": z.nullish(text), ":name": z.nullish(text) })),
    ),
    ":created_at": z.nullish(when),
  }),
);
const autograderSchema = z.object({
  id: text,
  created_at: z.nullish(when),
  assignment: z.nullish(z.object({ due_date: z.nullish(when) })),
  users: z.optional(z.array(z.object({ id: z.nullish(text), email: z.nullish(z.string()) }))),
});

/**
 * Gradescope: an export (`submission_N/` beside `submission_metadata.yml`), or what an autograder there finds (`submission/` beside
 * `submission_metadata.json`). The id is the student id, else the address; a group's ids are joined by `+`.
 * Source of the second: gradescope/autograder_samples docs/submission_metadata.md.
 */
export const gradescope: Layout = {
  name: "gradescope",
  recognises: ({ name }) => name === EXPORTED || name === AUTOGRADER || /^submission(?:_\d+)?$/.test(name),
  read(listing) {
    const one = listing.text(AUTOGRADER);
    const submission = listing.entries.find(({ name, folder }) => folder && name === "submission");
    if (one !== undefined && submission) {
      const { id, users, created_at } = parsed(AUTOGRADER, autograderSchema, one);
      const who = (users ?? []).flatMap((user) => user.email ?? user.id ?? []);
      return {
        handed: [
          {
            id: who.length > 0 ? who.join("+") : String(id),
            parts: [{ path: submission.path }],
            at: time(created_at),
          },
        ],
        left: listing.entries.filter(isNone(["submission", AUTOGRADER])).map(({ name }) => name),
      };
    }
    return exported(listing);
  },
};

function exported(listing: Listing): ReturnType<Layout["read"]> {
  const yaml = listing.text(EXPORTED);
  const known = yaml === undefined ? {} : parsed(EXPORTED, exportedSchema, yaml);
  const left: string[] = [];
  const handed: Handed[] = [];
  for (const { name, folder, path } of listing.entries) {
    const about = Object.hasOwn(known, name) ? known[name] : undefined;
    if (name === EXPORTED) continue;
    if (!about && !/^submission_\d+$/.test(name)) left.push(name);
    else if (folder || about) {
      const who = (about?.[":submitters"] ?? []).flatMap((each) => each[":sid"] ?? each[":email"] ?? []);
      handed.push({
        id: who.length > 0 ? who.join("+") : name,
        parts: [{ path }],
        at: time(about?.[":created_at"]),
      });
    }
  }
  return { handed, left };
}

const isNone =
  (names: readonly string[]) =>
  ({ name }: Entry): boolean =>
    !names.includes(name);

/** The export writes `2026-11-20 18:27:22.123 Z`, the other ISO 8601. */
function time(value: string | Date | null | undefined): number | undefined {
  if (value instanceof Date) return value.getTime();
  const at = Date.parse((value ?? "").replace(/^(\S+) (\S+) (Z|[+-]\d\d:?\d\d)$/, "$1T$2$3"));
  return Number.isNaN(at) ? undefined : at;
}

function parsed<T>(file: string, schema: z.ZodMiniType<T>, source: string): T {
  let value: unknown;
  try {
    value = parse(source, { maxAliasCount: 100, logLevel: "error" });
  } catch (error) {
    throw new UsageError(
      `${file} cannot be read: ${error instanceof Error ? error.message.split("\n")[0] : ""}`,
    );
  }
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  throw new UsageError(
    `${file} cannot be read at ${JSON.stringify(result.error.issues[0]?.path.map(String).join(".") ?? "")}`,
  );
}
