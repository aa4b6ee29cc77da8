import type { BlackBox } from "@drydock/engine";
import * as z from "zod/mini";

const text = z.string();
const count: z.ZodMiniType<number> = z.int().check(z.minimum(0));
const seconds: z.ZodMiniType<number> = z.number().check(z.minimum(0), z.maximum(3600));
const status: z.ZodMiniType<number> = z.int().check(z.minimum(0), z.maximum(255));

const ending = {
  /** Text knows `${NAME}`, a variable of the environment. */
  stdout: z.optional(text),
  stderr: z.optional(text),
  seconds: z.optional(seconds),
  exit: status,
};

const run = z.strictObject({
  /** All of its arguments; left out: any. The first entry that fits counts. */
  args: z.optional(z.array(text)),
  needs: z._default(
    z.array(z.strictObject({ file: z.optional(text), env: z.optional(text), ...ending })),
    [],
  ),
  writes: z._default(
    z.array(z.strictObject({ file: text, text: z._default(text, ""), denied: z.strictObject(ending) })),
    [],
  ),
  stdout: z.optional(text),
  stderr: z.optional(text),
  listens: z.optional(
    z.strictObject({
      port: z.int().check(z.minimum(1), z.maximum(65_535)),
      address: z.optional(z.enum(["0.0.0.0", "127.0.0.1"])),
      /** A variable that has the port instead, where it is set. */
      portFrom: z.optional(text),
    }),
  ),
  answers: z._default(
    z.array(
      z.strictObject({
        method: z._default(text, "GET"),
        path: text,
        status: z._default(z.int().check(z.minimum(100), z.maximum(599)), 200),
        headers: z._default(z.record(z.string(), text), {}),
        body: z._default(text, ""),
      }),
    ),
    [],
  ),
  exit: z._default(status, 0),
  /** By the signal's name without SIG. */
  stop: z._default(
    z.record(z.string().check(z.regex(/^[A-Z0-9]+$/, "TERM, INT, ...")), z.strictObject(ending)),
    {},
  ),
});

const build = z.strictObject({
  tool: z.enum(["go", "gcc", "javac", "mvn", "gradle", "cargo"]),
  target: z._default(text, "."),
  output: z.optional(text),
  size: count,
  strippedSize: z.optional(count),
  seconds,
  stdout: z.optional(text),
  stderr: z.optional(text),
  usesC: z._default(z.boolean(), false),
  libraries: z._default(z.array(text), ["libc.so.6"]),
  glibc: z.optional(z.string().check(z.regex(/^\d+\.\d+$/, 'a version such as "2.34"'))),
  modules: z._default(z.array(z.strictObject({ name: text, version: text, files: count, bytes: count })), []),
});

/** One program of behaviour.yaml; its digests are checked against the lesson's files elsewhere. */
const programSchema: z.ZodMiniType<BlackBox> = z.strictObject({
  name: z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "lower-case words joined by hyphens")),
  sources: z.record(
    z.string(),
    z.templateLiteral(["sha256:", z.string().check(z.regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits"))]),
  ),
  build: z.optional(build),
  interpreter: z.optional(z.strictObject({ program: z.enum(["node"]), file: text })),
  runs: z.array(run).check(z.minLength(1, "at least one entry")),
});

/** A repository of another host, as its author writes it down. */
export interface DeclaredRepository {
  url: string;
  head: string;
  commits: {
    name: string;
    parents?: string[] | undefined;
    author: string;
    date: string;
    message: string;
    files: Record<string, string | { text: string; executable: boolean } | null>;
  }[];
  branches: Record<string, string>;
  tags: Record<string, string | { commit: string; message: string }>;
}

const word = z.string().check(z.regex(/^[A-Za-z0-9][\w./-]*$/, "letters, digits, . / - _"));
const commitSchema = z.strictObject({
  /** What branches, tags and parents call it. */
  name: word,
  /** Left out: the commit before it in the list; several make a merge. */
  parents: z.optional(z.array(word)),
  author: z._default(
    z.string().check(z.regex(/^[^<>\n]+ <[^<>\n]+>$/, "Name <address>")),
    "Ada Lovelace <ada@example.org>",
  ),
  date: z
    .string()
    .check(
      z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/, "2026-01-05T10:00:00Z, or with +01:00"),
    ),
  message: text,
  /** What differs from the first parent; null takes a file away. */
  files: z._default(
    z.record(
      z.string().check(z.regex(/^(?!\/|\.git\/)(?:(?!\.\.?\/)[^/\0]+\/)*[^/\0]+$/, "a path below the top")),
      z.union([z.string(), z.strictObject({ text, executable: z._default(z.boolean(), false) }), z.null()]),
    ),
    {},
  ),
});
const repositorySchema: z.ZodMiniType<DeclaredRepository> = z.strictObject({
  url: z.string().check(z.regex(/^https?:\/\/[^\s]+$/, "https://host/path")),
  head: z._default(word, "main"),
  commits: z.array(commitSchema).check(z.minLength(1, "at least one commit")),
  branches: z.record(word, word),
  tags: z._default(z.record(word, z.union([word, z.strictObject({ commit: word, message: text })])), {}),
});

export const behaviourSchema: z.ZodMiniType<{
  version: 1;
  programs: readonly BlackBox[];
  repositories: readonly DeclaredRepository[];
}> = z.strictObject({
  version: z.literal(1),
  programs: z._default(z.array(programSchema), []),
  repositories: z._default(z.array(repositorySchema), []),
});
