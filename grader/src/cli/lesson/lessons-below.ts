import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Every folder below one that holds a rubric.yaml, in order. */
export function lessonsBelow(folder: string, depth = 0): string[] {
  if (depth > 4 || !existsSync(folder)) return [];
  if (existsSync(join(folder, "rubric.yaml"))) return [folder];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => lessonsBelow(join(folder, name), depth + 1))
    .sort();
}
