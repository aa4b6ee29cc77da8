import { existsSync, readdirSync, statSync } from "node:fs";
import { didYouMean } from "../../look/words/did-you-mean.ts";
import { below } from "../output/shown.ts";

const FOLDERS = ["start", "solution", "wrong", "right", "behaviour"];
const FILES = ["lesson.mdx", "rubric.yaml", "behaviour.yaml"];

/** Folders that a lesson must have, and names in it that nobody reads: a folder beside them all, and what is nearly one of them. */
export function layoutProblems(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const isFolder = (name: string): boolean => {
    const path = below(folder, name);
    return existsSync(path) && statSync(path).isDirectory();
  };
  return [
    ...["start", "solution"]
      .filter((name) => !isFolder(name))
      .map((name) =>
        existsSync(below(folder, name))
          ? `${below(folder, name)}:1:1: expected a folder, found a file`
          : `${below(folder, name)}:1:1: the folder is missing`,
      ),
    ...entries
      .filter(({ name }) => !name.startsWith(".") && !FOLDERS.includes(name) && !FILES.includes(name))
      .flatMap((entry) => {
        const near = didYouMean(entry.name, [...FOLDERS, ...FILES]);
        if (near === undefined && !entry.isDirectory()) return [];
        return [
          `${below(folder, entry.name)}:1:1: nobody reads ${entry.name}${near === undefined ? "; a lesson has start, solution, wrong and right" : `; did you mean ${near}?`}`,
        ];
      }),
    ...["wrong", "right"].filter(isFolder).flatMap((kind) =>
      readdirSync(below(folder, kind), { withFileTypes: true })
        .filter((entry) => !entry.isDirectory() && !entry.name.startsWith("."))
        .map(
          ({ name }) =>
            `${below(folder, kind, name)}:1:1: an attempt is a folder in ${kind}/, and this file belongs to none`,
        ),
    ),
  ];
}
