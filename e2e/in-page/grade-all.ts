import { pythonRuntime } from "@drydock/engine";
import { bases } from "@drydock/engine/bases/index.ts";
import { grade, type Lesson, type Submission } from "@drydock/grader";
import { loadPython } from "@drydock/runtimes";
import { type LibraryTexts, libraryParts } from "../../runtimes/src/python/library-part.ts";

/** A submission to a lesson, as plain data. */
export interface Case {
  readonly name: string;
  readonly lesson: Lesson;
  readonly submission: Submission;
}

/** What Python is made of, as plain data. */
export interface PythonData {
  /** Base64. */
  readonly wasm: string;
  readonly library: LibraryTexts;
  readonly standard: LibraryTexts;
  readonly web: LibraryTexts;
}

/** Makes Python ready from plain data: the same in a page and in Node. */
export function bringPython({ wasm, library, standard, web }: PythonData): void {
  const bytes = Uint8Array.from(atob(wasm), (char) => char.charCodeAt(0));
  libraryParts.standard.bringLater(() => standard);
  libraryParts.web.bringLater(() => web);
  pythonRuntime.bringLater(() => loadPython({ wasm: bytes, library }));
}

/** The report on each case, as text. */
export const gradeAll = (cases: readonly Case[]): readonly string[] =>
  cases.map(({ lesson, submission }) => JSON.stringify(grade(lesson, submission, { bases })));
