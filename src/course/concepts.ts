import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { lessonsFolder } from "./lessons-folder.ts";

/** Names of concepts by their ids, from `lessons/concepts.yaml`; an id that has no row stands for itself. */
export const conceptNames = (ids: readonly string[]): readonly string[] => {
  let rows: readonly { id: string; name: string }[] = [];
  try {
    rows = parse(readFileSync(join(lessonsFolder, "concepts.yaml"), "utf8")) as typeof rows;
  } catch {
    // A folder of lessons without a list of concepts.
  }
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return ids.map((id) => names.get(id) ?? id.replaceAll("-", " "));
};
