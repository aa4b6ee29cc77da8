import { EngineError } from "../../../core/engine-error.ts";
import { expandWords } from "../../../dockerfile/expand.ts";
import type { Words } from "../../../dockerfile/instruction.ts";
import { listPorts, splitPort } from "../ports.ts";
import type { Planning } from "../planning.ts";
import type { Walker } from "../walk.ts";

/* Of one file, counted anew where more come to them: a range is a few letters and 65,535 ports, each spelled out in the history. */
const PORTS = 8 * 65_536;

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
    count(walk.planning, listed.length);
    ports.push(...listed);
  }
  const before = draft.config.ExposedPorts ?? {};
  if (ports.some((port) => !Object.hasOwn(before, port))) {
    const all = [...Object.keys(before), ...ports];
    count(walk.planning, all.length);
    draft.config = { ...draft.config, ExposedPorts: Object.fromEntries(all.map((port) => [port, {}])) };
  }
  walk.commit(`EXPOSE [${ports.join(" ")}]`);
  return undefined;
};

/** @throws {EngineError} LIMIT */
function count(planning: Planning, ports: number): void {
  planning.ports += ports;
  if (planning.ports > PORTS) throw new EngineError("LIMIT", { what: "ports of all EXPOSE", limit: PORTS });
}
