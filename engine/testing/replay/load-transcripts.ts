import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readTranscript } from "./read-transcript.ts";
import type { Transcript } from "./transcript.ts";

const FOLDER = join(import.meta.dirname, "../../transcripts");

/** A transcript and where it stands: `engine/transcripts/<group>/<name>.txt`. */
export interface StoredTranscript {
  /** As `build/cache`. */
  readonly group: string;
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly transcript: Transcript;
}

/** All recorded sessions whose group begins with `prefix`, in the order of their names. */
export function loadTranscripts(prefix = ""): StoredTranscript[] {
  const folders = readdirSync(FOLDER, { withFileTypes: true, recursive: true }).filter(
    (file) => file.isFile() && file.name.endsWith(".txt"),
  );
  return folders
    .map((file) => {
      const path = join(file.parentPath, file.name);
      return {
        group: file.parentPath.slice(FOLDER.length + 1),
        name: file.name.slice(0, -".txt".length),
        path,
      };
    })
    .filter(({ group }) => group !== "" && group.startsWith(prefix))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map((place) => {
      const text = readFileSync(place.path, "utf8");
      return { ...place, text, transcript: readTranscript(`${place.group}/${place.name}.txt`, text) };
    });
}
