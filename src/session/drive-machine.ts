import type { FileState, TerminalSize } from "@drydock/engine";
import { atom, type ReadableAtom } from "nanostores";
import type { BuildFacts } from "./build-facts.ts";
import { EngineStopped, stoppedBy } from "./engine-stopped.ts";
import { FIRST_STANDING, type Machine, type OutputPiece, type Ran, type Standing } from "./machine.ts";
import { replayWork } from "./replay-work.ts";
import { slowly } from "./slowly.ts";
import { stoppedCommand } from "./stopped-command.ts";
import { LONGEST_LINE, MOST_TYPED, type Work } from "./work.ts";

/** A command that runs and asks for something. `reply` with a line and its end, or with nothing: then it is given up. */
export interface Asking {
  readonly ran: Ran;
  /** What was typed last has been interrupted: it is no part of what the command has said. */
  readonly cut: boolean;
  reply(typed: string | undefined): void;
}

/** How a line ended. One that was stopped has left no trace. */
interface Ended {
  readonly ran: Ran;
  readonly typed: readonly string[];
  /** Given up at a question, which has changed nothing; or ended with the whole machine. */
  readonly stopped?: "asking" | "running";
}

export interface MachineHost {
  /** A fresh machine with these files in its folder. */
  machine(files: FileState): Machine;
  /** Ends what runs on the machine, and the machine with it. */
  interrupt(): void;
}

/** One learner's machine: lines take turns on it, and one that is stopped leaves it as if it had never been typed. */
export interface DrivenMachine {
  /** What ran, oldest first; another array after each command and after a reset. */
  readonly $log: ReadableAtom<readonly Ran[]>;
  readonly $build: ReadableAtom<BuildFacts | undefined>;
  readonly $asking: ReadableAtom<Asking | undefined>;
  /** A command takes longer than a moment. */
  readonly $working: ReadableAtom<boolean>;
  readonly standing: Standing;
  /** Size of the terminal that shows it, for the lines to come. */
  resize(terminal: TerminalSize): void;
  /** Another machine: what was typed in the work is typed again. */
  restore(): Promise<void>;
  /** @param begin gives the files once it is this line's turn; `end` is told how it ended, within the turn */
  run(line: string, begin: () => FileState, end: (ended: Ended) => void): Promise<Ran>;
  interrupt(): void;
  /** Settles when all that was asked for so far has ended. */
  idle(): Promise<void>;
}

/** What Ctrl-D sends. */
const END = "\u0004";
const NOWHERE: TerminalSize = { columns: 80, rows: 0 };

/** What stands on the screen once something was typed for what a command asked. */
const withEcho = ({ output, wants }: Ran, typed: string): readonly OutputPiece[] =>
  wants === "secret" || !typed.endsWith("\n")
    ? output
    : [...output, { at: output.at(-1)?.at ?? 0, stream: "stdout", text: typed }];

/** @param work the session's work, whose commands make the machine what it is */
export const driveMachine = (host: MachineHost, work: () => Work): DrivenMachine => {
  const $log = atom<readonly Ran[]>([]);
  const $build = atom<BuildFacts | undefined>();
  const $asking = atom<Asking | undefined>();
  const $working = atom(false);
  let machine: Machine | undefined;
  let terminal = NOWHERE;
  let turn: Promise<unknown> = Promise.resolve();
  /** Counts the machines: what is done for an older one is of no use any more. */
  let age = 0;
  /** What the machine does; a rebuilding after a stop is not stopped itself. */
  let busy: "line" | "restoring" | "rebuilding" | undefined;
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const mine = turn.then(task);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const during = async <T>(what: NonNullable<typeof busy>, task: Promise<T>): Promise<T> => {
    busy = what;
    try {
      return await slowly($working, task);
    } finally {
      busy = undefined;
    }
  };
  const again = async (what: "restoring" | "rebuilding"): Promise<readonly Ran[] | undefined> => {
    const mine = age;
    const replaying = replayWork(host.machine, work(), terminal.columns, () => age !== mine);
    // A machine that nothing was typed to is there when its engine is: that is no work of the learner's.
    const replayed = await (work().commands.length === 0 ? replaying : during(what, replaying));
    if (replayed) machine = replayed.machine;
    return replayed?.log;
  };
  const ask = async (ran: Ran, cut: boolean): Promise<string | undefined> => {
    const answer = await new Promise<string | undefined>((reply) => $asking.set({ ran, cut, reply }));
    $asking.set(undefined);
    return answer;
  };
  /** Runs the line for as long as it asks for more. */
  const toItsEnd = async (line: string, on: FileState): Promise<Ended> => {
    const mine = age;
    const command = { line, prompt: (machine?.standing ?? FIRST_STANDING).prompt, files: on };
    let said: readonly OutputPiece[] = [];
    let typed: readonly string[] = [];
    /** The line typed last is a command for a shell of the line's own. */
    let inside = false;
    for (let cut = false; ;) {
      let ran: Ran;
      try {
        machine ??= host.machine(on);
        ran = await during("line", machine.run(line, on, { typed, terminal }));
      } catch (error) {
        const stopped = stoppedBy(error);
        if (!inside || stopped.how !== "interrupted" || mine !== age)
          return { ran: stoppedCommand(command, stopped, said), typed, stopped: "running" };
        // Ctrl-C in a shell within ends what was typed last; the shell is as it was before.
        await again("rebuilding");
        typed = typed.slice(0, -1);
        [inside, cut] = [false, true];
        continue;
      }
      if (ran.wants === undefined) return { ran, typed };
      const answer = await ask(ran, cut);
      if (answer === undefined) {
        const given = new EngineStopped("interrupted", "given up");
        return { ran: stoppedCommand(command, given, ran.output), typed, stopped: "asking" };
      }
      typed = [...typed, typed.length < MOST_TYPED - 1 ? answer.slice(-LONGEST_LINE) : END];
      said = withEcho(ran, answer);
      inside = ran.wants === "command";
      cut = false;
    }
  };
  const stop = (what: readonly (typeof busy)[]): void => {
    const asking = $asking.get();
    if (asking) asking.reply(undefined);
    else if (busy !== undefined && what.includes(busy)) host.interrupt();
  };
  return {
    $log,
    $build,
    $asking,
    $working,
    get standing() {
      return machine?.standing ?? FIRST_STANDING;
    },
    resize: (size) => {
      terminal = size;
    },
    restore: () => {
      age += 1;
      stop(["line", "restoring", "rebuilding"]);
      return inTurn(async () => {
        const log = await again("restoring");
        if (!log) return;
        $log.set(log);
        $build.set(log.flatMap(({ builds }) => builds).at(-1));
      });
    },
    run: (line, begin, end) =>
      new Promise((done, failed) => {
        inTurn(async () => {
          const mine = age;
          const ended = await toItsEnd(line, begin());
          const { ran, stopped } = ended;
          if (mine === age) {
            $log.set([...$log.get(), ran]);
            if (ran.builds.length > 0) $build.set(ran.builds.at(-1));
            end(ended);
          }
          done(ran);
          if (stopped === "running" && mine === age) await again("rebuilding");
        }).catch(failed);
      }),
    interrupt: () => stop(["line", "restoring"]),
    idle: async () => {
      await turn;
    },
  };
};
