import type { Pairs } from "../../../dockerfile/instruction.ts";
import type { Walker } from "../walk.ts";

export const walkLabel: Walker<Pairs> = (walk, { pairs }) => {
  const { draft } = walk;
  const expanded = pairs.map(({ key, value = "" }): [string, string] => [
    walk.expand(key),
    walk.expand(value),
  ]);
  draft.config = {
    ...draft.config,
    Labels: { ...draft.config.Labels, ...Object.fromEntries(expanded) },
  };
  walk.commit(`LABEL${expanded.map(([key, value]) => ` ${key}=${value}`).join("")}`);
  return undefined;
};
