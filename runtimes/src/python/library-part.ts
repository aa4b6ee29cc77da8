import { Part } from "@drydock/engine";

/** Texts by path below their folder of `library/`: `flask/app.py`. */
export type LibraryTexts = Readonly<Record<string, string>>;

/**
 * Modules of `library/` that are fetched when a program first imports one of them. What every program begins with is not among
 * them: it comes with the interpreter itself.
 */
export const libraryParts: Readonly<Record<"standard" | "web", Part<LibraryTexts>>> = {
  /** The standard library, as far as Drydock has it. */
  standard: new Part("runtime:python:standard"),
  /** Packages that pip installs: Flask and what it stands on, gunicorn. */
  web: new Part("runtime:python:web"),
};
