import type { LibraryTexts } from "../library-part.ts";

/** What Vite's glob found below `../library/FOLDER/`, by path below it. */
export function pathsBelow(folder: string, found: Readonly<Record<string, string>>): LibraryTexts {
  const before = `../library/${folder}/`.length;
  return Object.fromEntries(Object.entries(found).map(([path, text]) => [path.slice(before), text]));
}
