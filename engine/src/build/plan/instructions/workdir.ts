import type { Text } from "../../../dockerfile/instruction.ts";
import { clean } from "../../../vfs/path.ts";
import { plannedStep } from "../planned.ts";
import type { Walker } from "../walk.ts";

/** An absolute path stays as it is written, slashes and all; a relative one is joined to where the stage stands. */
export function placeIn(directory: string, path: string): string {
  if (path === "") return directory;
  return path.startsWith("/") ? path : clean(`${directory}/${path}`);
}

export const walkWorkdir: Walker<Text> = (walk, instruction) => {
  const { draft } = walk;
  const written = walk.expand(instruction.value);
  if (walk.failure !== undefined) return undefined;
  walk.words = [written];
  const path = placeIn(draft.directory, written);
  draft.placed = true;
  draft.config = { ...draft.config, WorkingDir: path };
  if (path === "/") {
    draft.directory = path;
    walk.commit("WORKDIR /");
    return undefined;
  }
  const step = plannedStep(walk, instruction.original, draft.variables);
  const history = walk.commit(`WORKDIR ${path}`, true);
  draft.steps.push({ ...step, kind: "workdir", instruction, path, time: walk.planning.epoch, history });
  draft.directory = path;
  return undefined;
};
