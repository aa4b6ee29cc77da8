import { checkpoint, forget, type MachineChange, MOST_CHECKPOINTS } from "@drydock/engine";
import type { WritableAtom } from "nanostores";
import type { DrivenMachine } from "../machine/drive-machine.ts";
import type { Session } from "../session.ts";
import type { Step, Timeline } from "./timeline.ts";
import type { Work } from "../vault/work.ts";

interface World {
  readonly driven: DrivenMachine;
  readonly timeline: Timeline;
  readonly $work: WritableAtom<Work>;
  /** The work stands elsewhere. */
  moved(): void;
}

type Travelling = Pick<
  Session,
  "undo" | "redo" | "keepCheckpoint" | "goToCheckpoint" | "forgetCheckpoint" | "changes"
>;

const LONGEST_NAME = 60;

/** Going back and forth on the way of the work. What is typed meanwhile waits until the machine stands there. */
export const travel = ({ driven, timeline, $work, moved }: World): Travelling => {
  const take = (step: () => Step | undefined): Promise<void> => {
    let taken: Step | undefined;
    return driven.go(
      () => {
        taken = step();
        return taken && { to: taken.way.present, known: timeline.places(taken.way) };
      },
      () => {
        if (!taken) return;
        const { commands, snapshots } = taken.way.present;
        timeline.set(taken.way);
        $work.set({ ...$work.get(), commands, snapshots, files: taken.files });
        moved();
      },
    );
  };
  const folder = (): Work["files"] => $work.get().files;
  return {
    undo: () => take(() => timeline.back(folder())),
    redo: () => take(() => timeline.forth(folder())),
    keepCheckpoint(typed) {
      const name = typed.trim().slice(0, LONGEST_NAME);
      if (name === "") return "A checkpoint needs a name.";
      const way = timeline.$way.get();
      const named = checkpoint({ ...way, present: { ...way.present, files: folder() } }, name);
      if (!named) return `There are ${MOST_CHECKPOINTS} checkpoints already. Delete one first.`;
      timeline.set({ ...way, checkpoints: named.checkpoints });
      moved();
      return undefined;
    },
    goToCheckpoint: (name) =>
      take(() => {
        const place = timeline.$way.get().checkpoints.get(name);
        return place && timeline.to(place, folder());
      }),
    forgetCheckpoint(name) {
      timeline.set(forget(timeline.$way.get(), name));
      moved();
    },
    async changes(since): Promise<readonly MachineChange[] | undefined> {
      const { present, past, checkpoints } = timeline.$way.get();
      if (since === undefined) return past.length === 0 ? undefined : driven.changes(present.moment);
      const place = checkpoints.get(since);
      return place && driven.changes(present.moment, place.moment);
    },
  };
};
