import type { FileState, MachineChange, TerminalSize } from "@drydock/engine";
import { atom, type ReadableAtom } from "nanostores";
import { holdMachine } from "./held-machine.ts";
import type { MachineHost } from "./machine-host.ts";
import { FIRST_STANDING, type Look, type Ran, type Standing } from "./machine.ts";
import type { Place } from "../travel/place.ts";
import { reachPlace, type Reached } from "../travel/reach-place.ts";
import { type Asking, type Ended, runToItsEnd, type Unfinished } from "./run-to-its-end.ts";
import { slowly } from "./slowly.ts";
import { takeTurns } from "./turns.ts";
import type { Work } from "../vault/work.ts";

/** What a machine has to know of the way that it is on. */
export interface Route {
  /** Where it should stand. */
  readonly to: Pick<Work, "commands" | "snapshots" | "files">;
  /** Places that it may remember, the first one among them. */
  readonly known: readonly Place[];
}

/** A line whose turn has come. */
interface Begun {
  readonly files: FileState;
  /** Typed before anybody is asked. */
  readonly first?: readonly string[];
}

/** One learner's machine: lines take turns on it, and one that is stopped leaves it as if it had never been typed. */
export interface DrivenMachine {
  readonly $asking: ReadableAtom<Asking | undefined>;
  /** A command takes longer than a moment. */
  readonly $working: ReadableAtom<boolean>;
  /** A line that waits for somebody. */
  readonly $unfinished: ReadableAtom<Unfinished | undefined>;
  readonly standing: Standing;
  /** Size of the terminal that shows it, for the lines to come. */
  resize(terminal: TerminalSize): void;
  /**
   * Another machine, from something saved where there is such; what runs is ended.
   *
   * @param read is given what was saved beside it, or why it cannot be read, and says where to go
   */
  restore(
    files: FileState,
    text: string | undefined,
    read: (found: { readonly beside: unknown } | { readonly error: string } | undefined) => Route,
    end: (reached: Reached) => void,
  ): Promise<void>;
  /**
   * Goes to a place. What is typed waits until it is there.
   *
   * @param begin says where, once it is this one's turn; undefined: nowhere
   * @param urgent what runs is ended first
   */
  go(begin: () => Route | undefined, end: (reached: Reached) => void, urgent?: boolean): Promise<void>;
  /** @param end is told how it ended, within the turn; `moment` is the one after it */
  run(line: string, begin: () => Begun, end: (ended: Ended, moment: number) => void): Promise<Ran>;
  /** See `Machine.look`, once it is this one's turn. Empty where there is no machine. */
  look(lines: readonly string[]): Promise<readonly Look[]>;
  /** Undefined where the machine does not remember one of them. */
  changes(moment: number, since?: number): Promise<readonly MachineChange[] | undefined>;
  /** Undefined where there is no machine. */
  save(
    begin: () => { readonly moments: readonly number[]; readonly beside: unknown },
  ): Promise<string | undefined>;
  interrupt(): void;
  /** Settles when all that was asked for so far has ended. */
  idle(): Promise<void>;
}

const NOWHERE: TerminalSize = { columns: 80, rows: 0 };

/** @param route where the session stands now; @param number gives numbers to moments */
export const driveMachine = (host: MachineHost, route: () => Route, number: () => number): DrivenMachine => {
  const $asking = atom<Asking | undefined>();
  const $working = atom(false);
  const $unfinished = atom<Unfinished | undefined>();
  const held = holdMachine(host);
  const turns = takeTurns();
  let terminal = NOWHERE;
  /** Counts the machines: what is done for an older one is of no use any more. */
  let age = 0;
  /** What the machine does; a rebuilding after a stop is not stopped itself. */
  let busy: "line" | "restoring" | "rebuilding" | undefined;
  const during = async <T>(what: NonNullable<typeof busy>, task: Promise<T>): Promise<T> => {
    busy = what;
    try {
      return await slowly($working, task);
    } finally {
      busy = undefined;
    }
  };
  const reach = (what: "restoring" | "rebuilding", { to, known }: Route): Promise<Reached | undefined> => {
    const mine = age;
    const reaching = reachPlace(held, {
      to,
      known,
      number,
      columns: terminal.columns,
      stale: () => age !== mine,
    });
    // A machine that nothing was typed to is there when its engine is: that is no work of the learner's.
    return to.commands.length === 0 ? reaching : during(what, reaching);
  };
  const ask = async (ran: Ran, cut: boolean): Promise<string | undefined> => {
    const answer = await new Promise<string | undefined>((reply) => $asking.set({ ran, cut, reply }));
    $asking.set(undefined);
    return answer;
  };
  const stop = (what: readonly (typeof busy)[]): void => {
    const asking = $asking.get();
    if (asking) asking.reply(undefined);
    else if (busy !== undefined && what.includes(busy)) {
      held.lose();
      host.interrupt();
    }
  };
  /** Whatever is done for the machine that stands is of no use any more. */
  const leave = (): void => {
    age += 1;
    stop(["line", "restoring", "rebuilding"]);
    $unfinished.set(undefined);
  };
  const rebuild = async (): Promise<void> => {
    held.lose();
    await reach("rebuilding", route());
  };
  return {
    $asking,
    $working,
    $unfinished,
    get standing() {
      return held.machine?.standing ?? FIRST_STANDING;
    },
    resize: (size) => {
      terminal = size;
    },
    restore: (files, text, read, end) => {
      leave();
      const mine = age;
      return turns.take(async () => {
        const found = await held.open(files, text);
        if (age !== mine) return;
        const reached = await reach("restoring", read(found));
        if (reached && age === mine) end(reached);
      });
    },
    go: (begin, end, urgent = false) => {
      if (urgent) leave();
      const mine = age;
      return turns.take(async () => {
        const there = age === mine ? begin() : undefined;
        const reached = there && (await reach("restoring", there));
        if (reached && age === mine) end(reached);
      });
    },
    run: (line, begin, end) =>
      new Promise((done, failed) => {
        turns
          .take(async () => {
            const mine = age;
            const { files, first = [] } = begin();
            const moment = number();
            const ended = await runToItsEnd(line, {
              files,
              first,
              terminal,
              moment,
              machine: async () => {
                if (!held.machine) await reach("rebuilding", route());
                return held.need(files);
              },
              during: (task) => during("line", task),
              ask,
              stale: () => mine !== age,
              rebuild,
              waits: (unfinished) => {
                if (mine === age) $unfinished.set(unfinished);
              },
            });
            const { ran, stopped } = ended;
            if (mine === age) {
              $unfinished.set(undefined);
              if (!stopped) held.hold(moment);
              end(ended, moment);
            }
            done(ran);
            if (stopped === "running" && mine === age) await rebuild();
          })
          .catch(failed);
      }),
    look: (lines) => turns.take(async () => (await held.machine?.look(lines).catch(() => [])) ?? []),
    changes: async (moment, since) => held.machine?.changes(moment, since),
    save: (begin) =>
      turns.take(async () => {
        const { moments, beside } = begin();
        return held.save(moments, beside).catch(() => undefined);
      }),
    interrupt: () => stop(["line", "restoring"]),
    idle: () => turns.idle(),
  };
};
