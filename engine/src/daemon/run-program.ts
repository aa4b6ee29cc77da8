import type { Directory } from "../vfs/entry.ts";
import { isEngineError } from "../core/engine-error.ts";
import { execute, type Execution } from "../shell/execute.ts";
import type { Waiting } from "../shell/waiting.ts";
import { HeardInput } from "../shell/streams/heard-input.ts";
import type { Life, LoggedOutput } from "./container.ts";

/** Thrown through a program that would go on for longer than anybody looks. */
class GoesOn extends Error {}

/** A program that waits longer than this in all, or more often, is taken to run until it is stopped. */
const LONGEST = 30 * 86_400_000;
const WAITS = 2000;
/** A pause that lets somebody else see the files as they are at that moment, in milliseconds. */
const PAUSE = 50;
const MAX_TREES = 200;

/** By time: what was said in the background was worked out before what was said meanwhile. */
const inOrder = (output: readonly LoggedOutput[]): readonly LoggedOutput[] =>
  output.toSorted((a, b) => a.at - b.at);

export type Outcome = { readonly life: Life } | { readonly startError: string; readonly life?: undefined };

/**
 * Runs a container's program to its end and keeps what it wrote with the time at which it wrote it.
 *
 * `watch` sees each piece of output at once. Time passes inside the program only: the caller decides how far the daemon's clock follows.
 * @throws {EngineError} NOT_SIMULATED, LIMIT
 */
export function runProgram(
  execution: Omit<Execution, "clock" | "onOutput" | "onWaiting">,
  startedAt: number,
  watch: (piece: LoggedOutput) => void = () => undefined,
): Outcome {
  const { stdin: given = "" } = execution;
  const heard = typeof given === "object" ? new HeardInput(given) : undefined;
  const heardText = (): string => (typeof given === "object" ? (heard?.text ?? "") : given);
  let time = startedAt;
  let waits = 0;
  let waiting: readonly Waiting[] = [];
  const onWaiting = (all: readonly Waiting[]): void => void (waiting = all);
  const output: LoggedOutput[] = [];
  const trees: { at: number; tree: Directory }[] = [{ at: startedAt, tree: execution.files.snapshot() }];
  const clock = {
    now: () => time,
    elapse(milliseconds: number): void {
      // What runs beside the program has been worked out; now the program goes on.
      if (milliseconds < 0) return void (time += milliseconds);
      if (milliseconds >= PAUSE) {
        if (trees.length < MAX_TREES) trees.push({ at: time, tree: execution.files.snapshot() });
        waits++;
      }
      if (waits > WAITS || !(time - startedAt + milliseconds < LONGEST)) throw new GoesOn();
      time += milliseconds;
    },
  };
  const onOutput = (stream: "stdout" | "stderr", text: string): void => {
    const piece = { at: time, stream, text };
    output.push(piece);
    watch(piece);
  };
  try {
    const { exitCode, startError } = execute({
      ...execution,
      stdin: heard?.asInput ?? given,
      clock,
      onOutput,
      onWaiting,
    });
    if (startError !== undefined) return { startError };
    const end = { at: time, exitCode };
    const seen = trees.filter(({ at }) => at < time).toSorted((a, b) => a.at - b.at);
    seen.push({ at: time, tree: execution.files.snapshot() });
    const stdin = heardText();
    // With the first process ends what it started.
    const said = inOrder(output).filter(({ at }) => at <= end.at);
    return { life: { startedAt, stdin, output: said, waiting, trees: seen, end } };
  } catch (error) {
    const endless = error instanceof GoesOn || (isEngineError(error, "LIMIT") && waits > 0);
    if (!endless) throw error;
    const seen = trees.toSorted((a, b) => a.at - b.at);
    const said = inOrder(output);
    return { life: { startedAt, stdin: heardText(), output: said, waiting, trees: seen, end: undefined } };
  }
}
