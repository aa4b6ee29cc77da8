import { expandWords } from "../../../dockerfile/expand.ts";
import type { Words } from "../../../dockerfile/instruction.ts";
import { readPorts } from "../ports.ts";
import type { Walker } from "../walk.ts";

/** Each word is expanded and split again; a variable without a value is not reported here. */
export const walkExpose: Walker<Words> = (walk, { words }) => {
  const { draft } = walk;
  const written: string[] = [];
  for (const word of words) {
    const expanded = expandWords(word, draft.variables, walk.escape);
    if ("error" in expanded) return expanded.error;
    written.push(...expanded.words);
  }
  walk.words = written;
  const ports: string[] = [];
  for (const word of written) {
    const read = readPorts(word);
    if (typeof read === "string") return read;
    ports.push(...read);
  }
  const all = [...Object.keys(draft.config.ExposedPorts ?? {}), ...ports];
  draft.config = { ...draft.config, ExposedPorts: Object.fromEntries(all.map((port) => [port, {}])) };
  walk.commit(`EXPOSE [${ports.join(" ")}]`);
  return undefined;
};
