import { type ErrorData, isEngineError } from "../../core/engine-error.ts";
import { execute, type Execution } from "../../shell/execute.ts";
import { HeardInput } from "../../shell/streams/heard-input.ts";
import type { Waiting } from "../../shell/wait/waiting.ts";
import type { Life, LoggedOutput } from "./container.ts";
import { AsksLater, heardNetwork } from "../lives/heard-network.ts";
import { type NetworkAnswer, type Outside, UNTOUCHED } from "../lives/outside.ts";
import { GoesOn, ProgramClock } from "../lives/program-clock.ts";

/** By time: what was said in the background was worked out before what was said meanwhile. */
const inOrder = (output: readonly LoggedOutput[]): readonly LoggedOutput[] =>
  output.toSorted((a, b) => a.at - b.at);

export type Outcome = { readonly life: Life } | { readonly startError: string; readonly life?: undefined };

/** What is known of the world in which a program runs, beside its files. */
export interface Known {
  /** What reaches it from outside, by what is known so far. */
  readonly outside?: Outside;
  /** The last moment at which those are known whom it may ask by the network. */
  readonly horizon?: number;
  /** Until when its life was known before. */
  readonly past?: number;
  /** Pauses that it is followed for. */
  readonly patience?: number;
  /** Where memory is mounted that its container's programs share. */
  readonly memory?: readonly string[];
  /** Told how late it is for the program. */
  readonly clocked?: (now: () => number) => void;
  /** What cannot be simulated ends what is known of it and no more. */
  readonly tolerant?: boolean;
}

/**
 * Runs a container's program to its end, or as far as it can be known, and keeps what it wrote with the time at which it wrote it.
 *
 * `watch` sees each piece of output at once. Time passes inside the program only: the caller decides how far the daemon's clock follows.
 * @throws {EngineError} NOT_SIMULATED, LIMIT
 */
export function runProgram(
  execution: Omit<Execution, "clock" | "onOutput" | "onWaiting" | "onHeed" | "onHandOn" | "signals">,
  startedAt: number,
  watch: (piece: LoggedOutput) => void = () => undefined,
  known: Known = {},
): Outcome {
  const { outside = UNTOUCHED, horizon = Number.POSITIVE_INFINITY, past = startedAt } = known;
  const { stdin: given = "", network } = execution;
  const heard = typeof given === "object" ? new HeardInput(given) : undefined;
  const clock = new ProgramClock(
    execution.files,
    startedAt,
    outside,
    past,
    known.memory ?? [],
    known.patience,
  );
  known.clocked?.(() => clock.time);
  const answers: NetworkAnswer[] = [];
  const output: LoggedOutput[] = [];
  let waiting: readonly Waiting[] = [];
  let heeded = 0;
  let hearer: number | undefined;
  const life = (more: Pick<Life, "end"> & Partial<Life>): Life => ({
    startedAt,
    stdin: typeof given === "object" ? (heard?.text ?? "") : given,
    typed: typeof given === "object",
    outside: { ...outside, answers },
    // With the first process ends what it started.
    output: inOrder(output).filter(({ at }) => !more.end || at <= more.end.at),
    waiting,
    heeded,
    ...(hearer !== undefined && { hearer }),
    trees: clock.trees.toSorted((a, b) => a.at - b.at),
    effects: clock.effects.toSorted((a, b) => a.at - b.at),
    ...(clock.still !== undefined && { still: clock.still }),
    ...more,
  });
  try {
    const { exitCode, startError } = execute({
      ...execution,
      ...(network && { network: heardNetwork(network, horizon, outside.answers, answers) }),
      signals: outside.signals,
      stdin: heard?.asInput ?? given,
      clock,
      onOutput: (stream, text) => {
        const piece = { at: clock.time, stream, text };
        output.push(piece);
        watch(piece);
      },
      onHeed: () => void heeded++,
      onHandOn: (pid) => void (hearer = pid),
      onWaiting: (all) => void (waiting = all),
    });
    if (startError !== undefined) return { startError };
    clock.note();
    return { life: life({ end: { at: clock.time, exitCode } }) };
  } catch (error) {
    if (error instanceof AsksLater) return { life: life({ end: undefined, knownUntil: clock.time }) };
    if (error instanceof GoesOn || (isEngineError(error, "LIMIT") && clock.waits > 0))
      return {
        life: life({
          end: undefined,
          ...(clock.still === undefined && !clock.listens && { knownUntil: clock.time, isLong: true }),
        }),
      };
    const gap = known.tolerant === true ? gapOf(error) : undefined;
    if (!gap) throw error;
    return { life: life({ end: undefined, gap: { ...gap, at: clock.time } }) };
  }
}

function gapOf(error: unknown): ErrorData["NOT_SIMULATED"] | undefined {
  if (isEngineError(error, "NOT_SIMULATED")) return error.data;
  if (!isEngineError(error, "LIMIT")) return undefined;
  return { what: `more than ${error.data.limit} ${error.data.what}`, real: "go on" };
}
