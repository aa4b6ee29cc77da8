import { compile } from "./compile.ts";

/**
 * Drydock's library as the interpreter reads it: what lies under `first/` is written as CPython takes it and compiled like a
 * learner's program; the rest is MicroPython's own.
 *
 * @throws Error where a module of the library cannot be compiled
 */
export function libraryInDialect(library: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(library).map(([path, text]) => {
      if (!path.startsWith("first/")) return [path, text];
      const compiled = compile(text, "exec", 12);
      if ("code" in compiled) return [path, compiled.code];
      throw new Error(`library/${path}: ${JSON.stringify(compiled)}`);
    }),
  );
}
