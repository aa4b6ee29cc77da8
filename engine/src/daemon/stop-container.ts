import { type Container, isUp, outputUntil, treeAt } from "./container.ts";
import { replaceContainer } from "./find-container.ts";
import type { DaemonState } from "./state.ts";

/** Seconds that `docker stop` waits before it kills. */
export const PATIENCE = 10;

/**
 * Ends a container's program by a signal.
 *
 * Process 1 without a handler ignores every signal but SIGKILL, so `docker stop` waits `seconds` and kills: 137. With
 * `--init` process 1 is an init that passes the signal on, and the program dies of it at once: 143 [recording cli/run/sigterm].
 */
export function stopContainer(state: DaemonState, container: Container, seconds: number): DaemonState {
  if (!isUp(container, state.time)) return state;
  const { init } = container.options;
  const signal = container.config.StopSignal ?? "SIGTERM";
  const number = signal === "SIGKILL" || signal === "9" ? 9 : signalNumber(signal);
  if (init && number !== 9) return end(state, container, state.time, 128 + number);
  const time = state.time + (number === 9 ? 0 : seconds * 1000);
  const own = container.life?.end;
  if (own && own.at <= time) return { ...state, time: own.at };
  return end({ ...state, time }, container, time, 137);
}

/** `docker kill`: process 1 of a container dies of SIGKILL only, unless it has a handler or an init above it. */
export function killContainer(state: DaemonState, container: Container, signal: string): DaemonState {
  const number = signalNumber(signal);
  if (number === 9) return end(state, container, state.time, 137);
  return container.options.init ? end(state, container, state.time, 128 + number) : state;
}

const SIGNALS: Readonly<Record<string, number>> = { HUP: 1, INT: 2, QUIT: 3, KILL: 9, USR1: 10, USR2: 12, TERM: 15, WINCH: 28 };

export const signalNumber = (name: string): number => (/^\d+$/.test(name) ? Number(name) : (SIGNALS[name.toUpperCase().replace(/^SIG/, "")] ?? 15));

function end(state: DaemonState, container: Container, at: number, exitCode: number): DaemonState {
  const { life } = container;
  if (!life) return state;
  const tree = treeAt(container, at);
  return replaceContainer(state, {
    ...container,
    paused: false,
    tree,
    life: { ...life, output: outputUntil(container, at), trees: [...life.trees.filter((one) => one.at <= at)], end: { at, exitCode } },
  });
}
