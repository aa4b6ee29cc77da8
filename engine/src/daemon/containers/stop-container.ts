import { notSimulated } from "../../core/engine-error.ts";
import { type Container, isUp, type Life, treeAt } from "./container.ts";
import { containerEvent } from "../events/container-event.ts";
import { noteEnds } from "../events/note-ends.ts";
import { containerNetwork } from "./container-network.ts";
import { replaceContainer } from "./find-container.ts";
import { liveAgain } from "../lives/live-again.ts";
import { UNTOUCHED } from "../lives/outside.ts";
import { SIGNALS } from "../../shell/signal.ts";
import { wakeContainer } from "./wake-container.ts";
import type { Surroundings } from "./start-container.ts";
import type { DaemonState } from "../state.ts";

/** Seconds that `docker stop` waits before it kills. */
export const PATIENCE = 10;

/** What they do to a program that has no handler for them is nothing (signal(7)). */
const HARMLESS = new Set(["CHLD", "CONT", "URG", "WINCH"]);

const nameOf = (signal: string): string => {
  const plain = signal.toUpperCase().replace(/^SIG/, "");
  return SIGNALS[/^\d+$/.test(plain) ? Number(plain) : -1] ?? plain;
};
/** Of those in real time, which have no names of their own here, the one of SIGTERM. */
const numberOf = (name: string): number => (SIGNALS.includes(name) ? SIGNALS.indexOf(name) : 15);

/**
 * Ends a container's program by a signal, and by SIGKILL when that does not help.
 *
 * Process 1 without a handler ignores every signal but SIGKILL, so `docker stop` waits `seconds` and kills: 137. A shell with
 * a trap runs it. With `--init` or tini process 1 is an init that passes the signal on: 143 [recording cli/run/sigterm].
 */
export function stopContainer(
  state: DaemonState,
  container: Container,
  seconds: number,
  around: Surroundings,
  typed = "",
): DaemonState {
  if (!isUp(container, state.time)) return replaceContainer(state, { ...container, stopped: true });
  const signal = nameOf(typed || container.config.StopSignal || "SIGTERM");
  const stopped = ended(
    sent(state, container, signal),
    { ...container, stopped: true },
    signal,
    seconds,
    around,
  );
  const told = noteEnds(stopped);
  const now = told.containers.find(({ id }) => id === container.id) ?? container;
  return containerEvent(told, now, "stop");
}

function sent(state: DaemonState, container: Container, signal: string): DaemonState {
  return containerEvent(state, container, "kill", { signal: String(numberOf(signal)) });
}

function ended(
  state: DaemonState,
  container: Container,
  signal: string,
  seconds: number,
  around: Surroundings,
): DaemonState {
  if (signal === "KILL") return cut(state, container, state.time, 137);
  const answered = answer(state, container, signal, around);
  const end = answered?.life?.end;
  if (answered && end && end.at <= state.time + seconds * 1000) return take(state, answered, end.at);
  const time = state.time + seconds * 1000;
  const own = container.life?.end;
  if (own && own.at <= time) return replaceContainer({ ...state, time: own.at }, container);
  return cut({ ...state, time }, answered ?? container, time, 137);
}

/** `docker kill`: SIGKILL ends it at once; any other signal does what the program makes of it. */
export function killContainer(
  state: DaemonState,
  container: Container,
  typed: string,
  around: Surroundings,
): DaemonState {
  const signal = nameOf(typed);
  const before = sent(state, container, signal);
  if (signal === "KILL") return noteEnds(cut(before, { ...container, stopped: true }, state.time, 137));
  // The one other signal that process 1 cannot refuse when it comes from outside (pid_namespaces(7)).
  if (signal === "STOP")
    throw notSimulated("SIGSTOP to a container", "stop its first process until SIGCONT comes");
  const answered = answer(state, container, signal, around);
  if (!answered) return before;
  // Nobody waits for what the signal leads to.
  const end = answered.life?.end;
  return end && end.at <= state.time
    ? noteEnds(take(before, answered, state.time))
    : replaceContainer(before, answered);
}

/**
 * The container once its program has had the signal. One that waits has it as it stands; of any other the life is worked out
 * again with the signal in it. Undefined: it has no ear for it.
 */
function answer(
  state: DaemonState,
  container: Container,
  signal: string,
  around: Surroundings,
): Container | undefined {
  const { life, options } = container;
  if (!life) return undefined;
  const { hearer = 1 } = life;
  const first = life.waiting.find(({ pid }) => pid === hearer);
  if (first) {
    const network = containerNetwork({ state }, container, around);
    const world = { mounts: around.mounts, network, state };
    const reached = wakeContainer(container, first, state.time, world, (awake) =>
      first.signal(signal, awake),
    );
    if (reached.woken) return reached.container;
  }
  if (options.init || life.hearer !== undefined) {
    // The init hands it on to a program that has no more than the others: what it does not heed ends it, and the init with it.
    const again = first ? undefined : livedAgain(state, container, life, signal, around);
    if (again && (again.life?.heeded ?? 0) > (life.heeded ?? 0)) return again;
    if (HARMLESS.has(signal)) return container;
    const killed = cut(state, container, state.time, 128 + numberOf(signal));
    return killed.containers.find(({ id }) => id === container.id);
  }
  return first ? undefined : livedAgain(state, container, life, signal, around);
}

/** @throws {EngineError} NOT_SIMULATED where what the signal leads to is not */
function livedAgain(
  state: DaemonState,
  container: Container,
  life: Life,
  signal: string,
  around: Surroundings,
): Container {
  const { time } = state;
  const { outside = UNTOUCHED } = life;
  const signals = [...outside.signals, { name: signal, at: time }];
  const signalled = { ...life, outside: { ...outside, signals } };
  const again = liveAgain({ state }, { container, life: signalled }, time, Number.POSITIVE_INFINITY, around);
  if (again.gap) throw notSimulated(again.gap.what, again.gap.real);
  return { ...container, life: again };
}

/** The daemon goes on with the container as the signal left it. */
function take(state: DaemonState, container: Container, time: number): DaemonState {
  const { life } = container;
  return replaceContainer(
    { ...state, time },
    life?.end ? { ...container, paused: false, tree: treeAt(container, time) } : container,
  );
}

/** SIGKILL: nothing comes after it. */
function cut(state: DaemonState, container: Container, at: number, exitCode: number): DaemonState {
  const { life } = container;
  if (!life) return state;
  const isPast = (one: { readonly at: number }): boolean => one.at <= at;
  const { answered = [], stale: _stale, gap: _gap, knownUntil: _until, ...rest } = life;
  return replaceContainer(state, {
    ...container,
    paused: false,
    tree: treeAt(container, at),
    life: {
      ...rest,
      output: life.output.filter(isPast),
      answered: answered.filter(isPast),
      trees: life.trees.filter(isPast),
      effects: (life.effects ?? []).filter(isPast),
      waiting: [],
      end: { at, exitCode },
    },
  });
}
