import type { Words } from "../../../dockerfile/instruction.ts";
import type { Walker } from "../walk.ts";

export const walkVolume: Walker<Words> = (walk, { words }) => {
  const paths = words.map(walk.expand);
  if (walk.failure === undefined && paths.includes("")) return "VOLUME specified can not be an empty string";
  const all = [...Object.keys(walk.draft.config.Volumes ?? {}), ...paths];
  walk.draft.config = { ...walk.draft.config, Volumes: Object.fromEntries(all.map((path) => [path, {}])) };
  walk.commit(`VOLUME [${paths.join(" ")}]`);
  return undefined;
};

export const walkShell: Walker<Words> = (walk, { words }) => {
  walk.draft.config = { ...walk.draft.config, Shell: [...words] };
  walk.commit(`SHELL [${words.join(" ")}]`);
  return undefined;
};
