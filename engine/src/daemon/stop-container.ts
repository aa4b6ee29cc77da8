import { type Container, isUp, type Life, outputUntil, treeAt } from "./container.ts";
import { mountedFiles } from "./container-files.ts";
import { containerNetwork } from "./container-network.ts";
import { replaceContainer } from "./find-container.ts";
import { runFirst, type Surroundings } from "./start-container.ts";
import type { DaemonState } from "./state.ts";

/** Seconds that `docker stop` waits before it kills. */
export const PATIENCE = 10;

const SIGNALS: Readonly<Record<string, number>> = {
  HUP: 1,
  INT: 2,
  QUIT: 3,
  KILL: 9,
  USR1: 10,
  USR2: 12,
  TERM: 15,
  WINCH: 28,
};

const nameOf = (signal: string): string => {
  const plain = signal.toUpperCase().replace(/^SIG/, "");
  return Object.keys(SIGNALS).find((name) => String(SIGNALS[name]) === plain) ?? plain;
};
const numberOf = (name: string): number => SIGNALS[name] ?? 15;

/**
 * Ends a container's program by a signal, and by SIGKILL when that does not help.
 *
 * Process 1 without a handler ignores every signal but SIGKILL, so `docker stop` waits `seconds` and kills: 137. A shell with
 * a trap runs it. With `--init` process 1 is an init that passes the signal on: 143 [recording cli/run/sigterm].
 */
export function stopContainer(
  state: DaemonState,
  container: Container,
  seconds: number,
  around: Surroundings,
  typed = "",
): DaemonState {
  if (!isUp(container, state.time)) return state;
  const signal = nameOf(typed || container.config.StopSignal || "SIGTERM");
  if (signal === "KILL") return cut(state, container, state.time, 137);
  const answered = answer(state, container, signal, around);
  if (answered?.end && answered.end.at <= state.time + seconds * 1000)
    return take(state, container, answered, answered.end.at);
  const time = state.time + seconds * 1000;
  const own = container.life?.end;
  if (own && own.at <= time) return { ...state, time: own.at };
  return cut({ ...state, time }, answered ? { ...container, life: answered } : container, time, 137);
}

/** `docker kill`: SIGKILL ends it at once; any other signal does what the program makes of it. */
export function killContainer(
  state: DaemonState,
  container: Container,
  typed: string,
  around: Surroundings,
): DaemonState {
  const signal = nameOf(typed);
  if (signal === "KILL") return cut(state, container, state.time, 137);
  const answered = answer(state, container, signal, around);
  return answered ? take(state, container, answered, answered.end?.at ?? state.time) : state;
}

/** What the program does with the signal: its life worked out again with the signal in it. Undefined: it has no ear for it. */
function answer(
  state: DaemonState,
  container: Container,
  signal: string,
  around: Surroundings,
): Life | undefined {
  const { life, options } = container;
  if (!life) return undefined;
  if (options.init)
    return {
      ...life,
      output: outputUntil(container, state.time),
      end: { at: state.time, exitCode: 128 + numberOf(signal) },
    };
  const [first] = life.trees;
  const files = mountedFiles(container, first?.tree ?? container.tree, around.mounts, () =>
    Math.floor(life.startedAt / 1000),
  );
  const world = { network: containerNetwork(state, container, around), blackBoxes: around.blackBoxes };
  return runFirst(container, files, world, life.stdin, life.startedAt, { name: signal, at: state.time }).life;
}

/** The container goes on with that life; what `exec` did to its files meanwhile stays. */
function take(state: DaemonState, container: Container, life: Life, time: number): DaemonState {
  const until = state.time;
  const before = container.life?.trees.filter(({ at }) => at <= until) ?? [];
  const trees = [...before, ...life.trees.filter(({ at }) => at > until)];
  const end = { ...container, life: { ...life, trees } };
  return replaceContainer(
    { ...state, time },
    life.end ? { ...end, paused: false, tree: treeAt(end, time) } : end,
  );
}

/** SIGKILL: nothing comes after it. */
function cut(state: DaemonState, container: Container, at: number, exitCode: number): DaemonState {
  const { life } = container;
  if (!life) return state;
  const trees = life.trees.filter((one) => one.at <= at);
  return replaceContainer(state, {
    ...container,
    paused: false,
    tree: treeAt(container, at),
    life: { ...life, output: outputUntil(container, at), trees, end: { at, exitCode } },
  });
}
