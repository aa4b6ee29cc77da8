import { type FileState, lineChanges } from "@drydock/engine";
import { textOf } from "../facts/text-of.ts";

const modeOf = (entry: FileState[string]): string | undefined =>
  typeof entry === "object" && "mode" in entry ? entry.mode : undefined;

const isSame = (before: FileState, after: FileState, path: string): boolean => {
  const [a, b] = [before[path], after[path]];
  if (a === undefined || b === undefined) return a === b;
  const [old, now] = [textOf(before, path), textOf(after, path)];
  return old === undefined || now === undefined
    ? JSON.stringify(a) === JSON.stringify(b)
    : old === now && (modeOf(a) ?? "0644") === (modeOf(b) ?? "0644");
};

/** A line of a comparison, numbered where it stands; or how many equal lines are left out there. */
export type ComparedLine =
  | { readonly kind: "same"; readonly before: number; readonly after: number; readonly text: string }
  | { readonly kind: "removed"; readonly before: number; readonly text: string }
  | { readonly kind: "added"; readonly after: number; readonly text: string }
  | { readonly kind: "left out"; readonly count: number };

/** A file that is not the same in two folders. */
export interface FileDifference {
  readonly path: string;
  readonly how: "added" | "removed" | "changed";
  /** Empty where one of the two is no text. */
  readonly lines: readonly ComparedLine[];
}

/** Equal lines that stay beside a change. */
const NEAR = 3;
/** Beyond it the fewest changes are not looked for: all of one text gives way to all of the other. */
const MOST_STEPS = 400_000;

class TooFar extends Error {}

const linesOf = (text: string): readonly string[] => (text === "" ? [] : text.replace(/\n$/, "").split("\n"));

const changesOf = (a: readonly string[], b: readonly string[]): ReturnType<typeof lineChanges> => {
  let steps = 0;
  try {
    return lineChanges(a, b, (more) => {
      steps += more;
      if (steps > MOST_STEPS) throw new TooFar();
    });
  } catch (error) {
    if (!(error instanceof TooFar)) throw error;
    return [{ oldFrom: 0, oldTo: a.length, newFrom: 0, newTo: b.length }];
  }
};

/** A text and another one, line by line; long runs of equal lines are counted, not shown. */
export const compareTexts = (before: string, after: string): readonly ComparedLine[] => {
  const [a, b] = [linesOf(before), linesOf(after)];
  const shown: ComparedLine[] = [];
  const equal = (from: number, to: number, shift: number, last: boolean): void => {
    const [head, tail] = [shown.length === 0 ? from : from + NEAR, last ? to : to - NEAR];
    for (let at = from; at < to; at += 1) {
      if (at === head && tail - head > 1) {
        shown.push({ kind: "left out", count: tail - head });
        at = tail - 1;
      } else shown.push({ kind: "same", before: at + 1, after: at + 1 + shift, text: a[at] ?? "" });
    }
  };
  let at = 0;
  let shift = 0;
  for (const { oldFrom, oldTo, newFrom, newTo } of changesOf(a, b)) {
    equal(at, oldFrom, shift, false);
    a.slice(oldFrom, oldTo).forEach((text, i) =>
      shown.push({ kind: "removed", before: oldFrom + i + 1, text }),
    );
    b.slice(newFrom, newTo).forEach((text, i) => shown.push({ kind: "added", after: newFrom + i + 1, text }));
    [at, shift] = [oldTo, newTo - oldTo];
  }
  equal(at, a.length, shift, true);
  return shown;
};

/** The files in which two folders differ, the Dockerfile first. */
export const compareFiles = (before: FileState, after: FileState): readonly FileDifference[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((path) => !isSame(before, after, path))
    .toSorted((a, b) => Number(b === "Dockerfile") - Number(a === "Dockerfile") || (a < b ? -1 : 1))
    .map((path) => {
      const [old, now] = [textOf(before, path), textOf(after, path)];
      const [was, is] = [path in before, path in after];
      const isText = (!was || old !== undefined) && (!is || now !== undefined);
      return {
        path,
        how: was ? (is ? "changed" : "removed") : "added",
        lines: isText ? compareTexts(old ?? "", now ?? "") : [],
      };
    });
