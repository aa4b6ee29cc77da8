import type { FileState, TerminalSize } from "@drydock/engine";
import { EngineStopped, stoppedBy } from "../engine/engine-stopped.ts";
import type { Machine, OutputPiece, Ran } from "./machine.ts";
import { stoppedCommand } from "./stopped-command.ts";
import { LONGEST_LINE, MOST_TYPED } from "../vault/work.ts";

/** A command that runs and asks for something. `reply` with a line and its end, or with nothing: then it is given up. */
export interface Asking {
  readonly ran: Ran;
  /** What was typed last has been interrupted: it is no part of what the command has said. */
  readonly cut: boolean;
  reply(typed: string | undefined): void;
}

/** How a line ended. One that was stopped has left no trace. */
export interface Ended {
  readonly ran: Ran;
  /** What was typed while it ran, as it may be kept: without passwords. */
  readonly typed: readonly string[];
  /** Given up at a question, which has changed nothing; or ended with the whole machine. */
  readonly stopped?: "asking" | "running";
}

/** A line that waits for somebody: what was typed so far. Absent once it is over. */
export interface Unfinished {
  readonly line: string;
  readonly typed: readonly string[];
  readonly files: FileState;
}

interface Surroundings {
  readonly files: FileState;
  readonly terminal: TerminalSize;
  readonly moment: number;
  /** What is typed before anybody is asked: a line that was left unfinished goes on. */
  readonly first: readonly string[];
  /** The machine as it was before the line, also where it was ended since. */
  machine(): Promise<Machine>;
  during<T>(task: Promise<T>): Promise<T>;
  /** Undefined: given up. */
  ask(ran: Ran, cut: boolean): Promise<string | undefined>;
  /** True once another machine is wanted. */
  stale(): boolean;
  /** The machine is made again: it was ended. */
  rebuild(): Promise<void>;
  waits(unfinished: Unfinished): void;
}

/** What Ctrl-D sends. */
const END = "\u0004";

/** What stands on the screen once something was typed for what a command asked. */
const withEcho = ({ output, wants }: Ran, typed: string): readonly OutputPiece[] =>
  wants === "secret" || !typed.endsWith("\n")
    ? output
    : [...output, { at: output.at(-1)?.at ?? 0, stream: "stdout", text: typed }];

/** Runs the line for as long as it asks for more. */
export const runToItsEnd = async (line: string, around: Surroundings): Promise<Ended> => {
  const { files, terminal, moment, first } = around;
  let said: readonly OutputPiece[] = [];
  let prompt = "";
  let typed = first;
  /** The line typed last is a command for a shell of the line's own. */
  let inside = false;
  for (let cut = false; ;) {
    let ran: Ran;
    try {
      const machine = await around.machine();
      prompt ||= machine.standing.prompt;
      ran = await around.during(machine.run(line, files, { typed, terminal, moment }));
    } catch (error) {
      const stopped = stoppedBy(error);
      if (!inside || stopped.how !== "interrupted" || around.stale())
        return { ran: stoppedCommand({ line, prompt, files }, stopped, said), typed: [], stopped: "running" };
      // Ctrl-C in a shell within ends what was typed last; the shell is as it was before.
      await around.rebuild();
      typed = typed.slice(0, -1);
      [inside, cut] = [false, true];
      continue;
    }
    if (ran.wants === undefined) return { ran, typed: ran.typed ?? typed };
    around.waits({ line, typed: ran.typed ?? typed, files });
    const answer = await around.ask(ran, cut);
    if (answer === undefined) {
      const given = new EngineStopped("interrupted", "given up");
      return {
        ran: stoppedCommand({ line, prompt, files }, given, ran.output),
        typed: [],
        stopped: "asking",
      };
    }
    typed = [...typed, typed.length < MOST_TYPED - 1 ? answer.slice(-LONGEST_LINE) : END];
    said = withEcho(ran, answer);
    inside = ran.wants === "command";
    cut = false;
  }
};
