import { readFileSync } from "node:fs";
import { readYaml } from "../../authoring/read-yaml.ts";
import { below } from "../output/shown.ts";

/** Where a value of rubric.yaml stands, as `path:line:column`. */
export function rubricPlaces(folder: string): (path: readonly PropertyKey[]) => string {
  const file = below(folder, "rubric.yaml");
  const yaml = readYaml(file, readFileSync(file, "utf8"));
  return (path) => {
    if ("problems" in yaml) return `${file}:1:1`;
    const { line, column } = yaml.map.value(path);
    return `${file}:${line}:${column}`;
  };
}
