import type { Pairs } from "../../../dockerfile/instruction.ts";
import type { Walker } from "../walk.ts";

/** All values see the variables from before the instruction. */
export const walkEnv: Walker<Pairs> = (walk, { pairs }) => {
  const { draft } = walk;
  const expanded = pairs.map(({ key, value = "" }) => ({ key: walk.expand(key), value: walk.expand(value) }));
  const env = [...(draft.config.Env ?? [])];
  for (const { key, value } of expanded) {
    walk.setVariable(key, value);
    const at = env.findIndex((pair) => pair.startsWith(`${key}=`) || pair === key);
    if (at < 0) env.push(`${key}=${value}`);
    else env[at] = `${key}=${value}`;
  }
  walk.words = expanded.map(({ key }) => key);
  draft.config = { ...draft.config, Env: env };
  walk.commit(`ENV${expanded.map(({ key, value }) => ` ${key}=${value}`).join("")}`);
  return undefined;
};
