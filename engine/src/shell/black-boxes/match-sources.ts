import { notSimulated } from "../../core/engine-error.ts";
import type { FileSystem } from "../../vfs/file-system.ts";
import { dirname, join } from "../../vfs/path.ts";
import type { BlackBox } from "./black-box.ts";

/** Why files are not a black box's sources: one is missing, differs, or is more than was declared. */
interface Mismatch {
  readonly kind: "missing" | "edited" | "more";
  /** As the declaration has it, or as it lies there. */
  readonly path: string;
}

/** No source of a lesson is larger: what is, needs no digest to be another file. */
const LARGEST = 4 << 20;

const suffix = (name: string): string => /\.[^./]+$/.exec(name)?.[0] ?? name;

/** A file of the same kind beside a source may change what the program does. Go builds without `_test.go`. */
function undeclared(files: FileSystem, folder: string, box: BlackBox): string | undefined {
  const names = Object.keys(box.sources);
  const kinds = new Set(names.map(suffix));
  for (const directory of new Set(names.map(dirname))) {
    const here = files.list(join(folder, directory));
    if (typeof here === "string") continue;
    for (const name of here) {
      const path = join(join("/", directory), name).slice(1);
      if (kinds.has(suffix(name)) && !names.includes(path) && !name.endsWith("_test.go")) return path;
    }
  }
  return undefined;
}

/** Compares the files of a folder with a black box's sources. @returns nothing where they are the same */
function matchSources(files: FileSystem, folder: string, box: BlackBox): Mismatch | undefined {
  const entries = Object.entries(box.sources);
  const contents = entries.map(([path]) => files.read(join(folder, path)));
  const missing = entries.find((_, at) => typeof contents[at] === "string");
  if (missing) return { kind: "missing", path: missing[0] };
  const edited = entries.find(([, digest], at) => {
    const content = contents[at];
    return typeof content === "object" && (content.size > LARGEST || content.digest !== digest);
  });
  if (edited) return { kind: "edited", path: edited[0] };
  const more = undeclared(files, folder, box);
  return more === undefined ? undefined : { kind: "more", path: more };
}

/** The black box as a step sees it that looks at some of the sources only: `go mod download` at go.mod and go.sum. */
export const seenThrough = (box: BlackBox, sees: (path: string) => boolean): BlackBox => ({
  ...box,
  sources: Object.fromEntries(Object.entries(box.sources).filter(([path]) => sees(path))),
});

const WORDS: Readonly<Record<Mismatch["kind"], string>> = {
  missing: "is not there",
  edited: "is not as the lesson has it",
  more: "is not part of what the lesson declares",
};

/**
 * The black box of these candidates whose sources lie in the folder.
 *
 * @param act what the real one would do: `compile it`
 * @throws {EngineError} NOT_SIMULATED where there is none, with the file that differs
 */
export function chooseBlackBox(
  files: FileSystem,
  folder: string,
  candidates: readonly BlackBox[],
  command: string,
  act: string,
): BlackBox {
  const misses = candidates.map((box) => matchSources(files, folder, box));
  const found = candidates[misses.indexOf(undefined)];
  if (found) return found;
  const near = misses.find((miss) => miss?.kind !== "missing") ?? misses[0];
  throw notSimulated(
    near
      ? `${command} with other sources than the lesson's: ${near.path} ${WORDS[near.kind]}`
      : `${command}: this lesson declares no such program`,
    act,
  );
}
