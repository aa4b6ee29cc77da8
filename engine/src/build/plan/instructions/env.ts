import type { Pairs } from "../../../dockerfile/instruction.ts";
import type { Walker } from "../walk.ts";

/** All values see the variables from before the instruction. */
export const walkEnv: Walker<Pairs> = (walk, { pairs }) => {
  const { draft } = walk;
  const expanded = pairs.map(({ key, value = "" }) => ({ key: walk.expand(key), value: walk.expand(value) }));
  if (walk.failure !== undefined) return undefined;
  const env = [...(draft.config.Env ?? [])];
  const places = new Map(
    env.map((pair, at): [string, number] => [pair.split("=", 1)[0] ?? "", at]).toReversed(),
  );
  for (const { key, value } of expanded) {
    walk.setVariable(key, value);
    const at = places.get(key) ?? env.length;
    places.set(key, at);
    env[at] = `${key}=${value}`;
  }
  walk.words = expanded.map(({ key }) => key);
  draft.config = { ...draft.config, Env: env };
  walk.commit(`ENV${expanded.map(({ key, value }) => ` ${key}=${value}`).join("")}`);
  return undefined;
};
