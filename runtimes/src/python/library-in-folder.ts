import { readdirSync, readFileSync } from "node:fs";
import { packed } from "./packing/packed.ts";

/** The library's texts below a folder, packed, by path; `only` chooses by path. */
export function libraryInFolder(
  folder: string,
  only: (path: string) => boolean = () => true,
): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".py") && only(path))
    .sort();
  return Object.fromEntries(paths.map((path) => [path, packed(readFileSync(`${folder}/${path}`, "utf8"))]));
}
