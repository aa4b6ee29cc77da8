import { EngineError } from "../../../core/engine-error.ts";
import { expandWords } from "../../../dockerfile/expand.ts";
import type { Words } from "../../../dockerfile/instruction.ts";
import { listPorts, splitPort } from "../ports.ts";
import type { Walker } from "../walk.ts";

const PORTS = 65_536;

/** Each word is expanded and split again; a variable without a value is not reported here. */
export const walkExpose: Walker<Words> = (walk, { words }) => {
  const { draft } = walk;
  const written: string[] = [];
  for (const word of words) {
    const expanded = expandWords(word, draft.variables, walk.escape);
    if ("error" in expanded) return expanded.error;
    written.push(...expanded.words);
  }
  const ports: string[] = [];
  for (const word of written) {
    const parts = splitPort(word);
    if (typeof parts === "string") return parts;
    walk.words.push(word);
    const listed = listPorts(parts);
    if (typeof listed === "string") return listed;
    ports.push(...listed);
    if (ports.length > PORTS) throw new EngineError("LIMIT", { what: "ports of one EXPOSE", limit: PORTS });
  }
  const all = [...Object.keys(draft.config.ExposedPorts ?? {}), ...ports];
  draft.config = { ...draft.config, ExposedPorts: Object.fromEntries(all.map((port) => [port, {}])) };
  walk.commit(`EXPOSE [${ports.join(" ")}]`);
  return undefined;
};
