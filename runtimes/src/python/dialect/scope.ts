import { NotRun } from "../source/syntax-problem.ts";

/** What a rendered line has to know about the place it stands in. */
export interface Scope {
  readonly kind: "module" | "class" | "function";
  /** The innermost class around, for names that begin with two underscores. */
  readonly className: string;
  /** `Outer.inner.<locals>.` before a name defined here. */
  readonly prefix: string;
  /** Do annotations stay unevaluated: `from __future__ import annotations`, or Python 3.14? */
  readonly lazyAnnotations: boolean;
  /** Names that the file binds: what a builtin is called there may be something else. */
  readonly bound: ReadonlySet<string>;
  /** Attributes that the file puts on functions, which have none in MicroPython. */
  readonly onFunctions: ReadonlySet<string>;
  /** May bytes be joined in this file? Then each `+` is looked at. */
  readonly bytes: boolean;
  /** The first parameter of the innermost function: what `super()` is asked for. */
  readonly self?: string;
  /** May a number be compared with something that knows how? Then comparisons are looked at. */
  readonly compares?: boolean;
  /** May this file's functions run in threads? Then each has a twin that gives way. */
  readonly threads?: boolean;
  /** Is this the twin of a function? */
  readonly twin?: boolean;
  /** Does the file log? Then its calls of loggers tell where they stand. */
  readonly places?: boolean;
  /** The innermost function around, as a log record tells it. */
  readonly function?: string;
  /** Names of functions that are asynchronous wherever the file defines them: called alone, they do nothing. */
  readonly asynchronous?: ReadonlySet<string>;
  /** Is the innermost function an asynchronous generator? */
  readonly gives?: boolean;
  readonly line: number;
}

/** `__x` in a class is `_Class__x`. */
export function mangled(name: string, scope: Scope): string {
  if (!scope.className || !name.startsWith("__") || name.endsWith("__") || name.includes(".")) return name;
  const bare = scope.className.replace(/^_+/, "");
  return bare ? `_${bare}${name}` : name;
}

/** Refuses, with the place. */
export function notRun(what: string, line: number): never {
  throw new NotRun(what, line);
}
