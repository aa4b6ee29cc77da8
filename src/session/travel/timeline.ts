import { beginHistory, done, type FileState, type History, redo, seen, undo } from "@drydock/engine";
import { atom, computed, type ReadableAtom } from "nanostores";
import type { BuildFacts } from "../facts/build-facts.ts";
import type { Ran } from "../machine/machine.ts";
import { mergeFiles } from "../compare/merge-files.ts";
import { firstPlace, type Place, stepsFrom } from "./place.ts";
import type { Reached } from "./reach-place.ts";
import type { Work } from "../vault/work.ts";

/** So many commands the terminal shows. */
const MOST_SHOWN = 300;

/** A step that somebody wants to take: the way as it is then, and the folder. */
export interface Step {
  readonly way: History<Place>;
  readonly files: FileState;
}

/** The way of the work: what can be undone and redone, and named places on it. */
export interface Timeline {
  readonly $way: ReadableAtom<History<Place>>;
  /** What ran, oldest first. */
  readonly $log: ReadableAtom<readonly Ran[]>;
  readonly $build: ReadableAtom<BuildFacts | undefined>;
  /** A number for a moment that has none yet. */
  number(): number;
  /** All places that lead somewhere, the likeliest first. */
  places(way?: History<Place>): readonly Place[];
  set(way: History<Place>): void;
  /** A command ran, and led here. */
  add(place: Omit<Place, "log">, ran: Ran): void;
  /** Something ran that has left no trace but on the screen. */
  show(ran: Ran): void;
  /** The step to the place before or after, with its change made in a folder that may have been edited since. */
  back(folder: FileState): Step | undefined;
  forth(folder: FileState): Step | undefined;
  /** To another place; the folder becomes the one it had. */
  to(place: Place, folder: FileState): Step;
  /** The way as it is once the work was reached: from somewhere on it, by typing what comes after that again. */
  reached(way: History<Place>, { from, retyped }: Reached, work: Work): History<Place>;
}

/** @param start the lesson's files */
export const beginTimeline = (start: FileState): Timeline => {
  const first = firstPlace(start);
  const $way = atom<History<Place>>(beginHistory(first));
  const $log = computed($way, ({ present }) => present.log);
  const $build = computed($log, (log) => log.flatMap(({ builds }) => builds).at(-1));
  const places = (way = $way.get()): readonly Place[] => [
    way.present,
    ...way.past.toReversed(),
    ...way.future,
    ...way.checkpoints.values(),
    first,
  ];
  let numbers = first.moment;
  return {
    $way,
    $log,
    $build,
    places,
    number: () => {
      numbers = Math.max(numbers, ...places().map(({ moment }) => moment)) + 1;
      return numbers;
    },
    set: (way) => $way.set(way),
    add: (place, ran) => {
      const way = $way.get();
      $way.set(done(way, { ...place, log: [...way.present.log, ran].slice(-MOST_SHOWN) }));
    },
    show: (ran) => {
      const way = $way.get();
      $way.set(seen(way, { ...way.present, log: [...way.present.log, ran].slice(-MOST_SHOWN) }));
    },
    back(folder) {
      const way = $way.get();
      const before = undo(way);
      return before && { way: before, files: mergeFiles(folder, way.present.files, way.present.found) };
    },
    forth(folder) {
      const way = redo($way.get());
      return way && { way, files: mergeFiles(folder, way.present.found, way.present.files) };
    },
    to: (place, folder) => ({
      way: done($way.get(), { ...place, found: folder }),
      files: place.files,
    }),
    reached(way, { from, retyped }, work) {
      if (stepsFrom(way.present, work) === 0) return way;
      const at = way.past.indexOf(from);
      const base: History<Place> =
        from === way.present
          ? way
          : at >= 0
            ? { ...way, past: way.past.slice(0, at), present: from, future: [] }
            : { ...beginHistory(from), checkpoints: way.checkpoints };
      return retyped.reduce((there, { ran, moment }, step) => {
        const { log } = there.present;
        const commands = work.commands.slice(0, from.commands.length + step + 1);
        const found = work.snapshots[commands.at(-1)?.files ?? ""] ?? work.files;
        return done(there, {
          commands,
          snapshots: work.snapshots,
          log: [...log, ran].slice(-MOST_SHOWN),
          moment,
          found,
          files: ran.files,
        });
      }, base);
    },
  };
};
