import type { Pairs } from "../../../dockerfile/instruction.ts";
import type { Walker } from "../walk.ts";

export const walkLabel: Walker<Pairs> = (walk, { pairs }) => {
  const { draft } = walk;
  const expanded = pairs.map(({ key, value = "" }): [string, string] => [
    walk.expand(key),
    walk.expand(value),
  ]);
  for (const [key, value] of expanded) draft.labels.set(key, value);
  walk.commit(`LABEL${expanded.map(([key, value]) => ` ${key}=${value}`).join("")}`);
  return undefined;
};
