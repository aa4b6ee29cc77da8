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

export const behaviourSchema: z.ZodMiniType<{ version: 1; programs: readonly BlackBox[] }> = z.strictObject({
  version: z.literal(1),
  programs: z.array(programSchema).check(z.minLength(1, "at least one program")),
});
