import type { FileState } from "@drydock/engine";
import { FIRST_MOMENT, type Ran } from "../machine/machine.ts";
import { sameFiles, type Work } from "../vault/work.ts";

/** A place on a learner's way through a lesson: what was typed up to there, and what came of it. */
export interface Place extends Pick<Work, "commands" | "snapshots"> {
  /** What the terminal shows. */
  readonly log: readonly Ran[];
  /** The number under which the machine remembers it. */
  readonly moment: number;
  /** The folder when the step to this place began, and afterwards. What somebody edits later is no part of it. */
  readonly found: FileState;
  readonly files: FileState;
}

/** Before anything was typed. */
export const firstPlace = (files: FileState): Place => ({
  commands: [],
  snapshots: {},
  log: [],
  moment: FIRST_MOMENT,
  found: files,
  files,
});

/** How many of the place's commands are left to type for somebody who stands at `from`; undefined where that is no way. */
export const stepsFrom = (
  from: Pick<Place, "commands" | "snapshots">,
  to: Pick<Place, "commands" | "snapshots">,
): number | undefined => {
  const isSame = (command: Work["commands"][number], at: number): boolean => {
    const other = to.commands[at];
    if (other === undefined) return false;
    if (other === command && from.snapshots === to.snapshots) return true;
    const [files, wanted] = [from.snapshots[command.files ?? ""], to.snapshots[other.files ?? ""]];
    return (
      other.line === command.line &&
      JSON.stringify(other.typed) === JSON.stringify(command.typed) &&
      (files === wanted || (files !== undefined && wanted !== undefined && sameFiles(files, wanted)))
    );
  };
  return from.commands.every(isSame) ? to.commands.length - from.commands.length : undefined;
};
