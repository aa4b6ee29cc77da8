import { isNumber, isText, listOf, mapOf, objectOf, oneOf, type Shape } from "../../core/shape.ts";
import { notSimulated } from "../../core/engine-error.ts";
import { isDirectory } from "../../vfs/entry-shape.ts";
import { type KeptPython, pythonRuntime } from "../python-runtime.ts";
import { isSleeper } from "./sleeper-shape.ts";
import type { Waiting } from "./waiting.ts";

const PAGE = 4096;
/** Bytes that the memory of a Python may have at most. */
const MOST = 64 << 20;

const isPage: Shape<Uint8Array> = (value): value is Uint8Array =>
  value instanceof Uint8Array && value.length === PAGE;
const isKeptPython = objectOf<KeptPython>({
  runtime: isText,
  sleeper: isSleeper,
  machine: objectOf<KeptPython["machine"]>({
    stack: isNumber,
    memory: objectOf<KeptPython["machine"]["memory"]>({
      size: (size): size is number => isNumber(size) && size <= MOST && size % (1 << 16) === 0,
      pages: mapOf(isNumber, isPage),
    }),
  }),
  process: objectOf<KeptPython["process"]>({
    bound: mapOf(isNumber, isText),
    handled: listOf(isText),
    held: listOf(isNumber),
    heard: listOf(isText),
    drawn: isNumber,
    system: objectOf<KeptPython["process"]["system"]>({ cwd: isText, open: mapOf(isNumber, objectOf({})) }),
  }),
  program: objectOf({}),
  beginning: objectOf<KeptPython["beginning"]>({ files: isDirectory, at: isNumber }),
  history: listOf(
    objectOf<KeptPython["history"][number]>({
      entry: oneOf("answer", "signalled"),
      question: isText,
      at: isNumber,
    }),
  ),
});

/**
 * A Python program that was written down with its memory. The interpreter is asked for when something reaches it, not before.
 * Undefined where `state` is none.
 */
export function revivePython(state: unknown): Waiting | undefined {
  if (!isKeptPython(state)) return undefined;
  const { sleeper, process, machine } = state;
  for (const page of machine.memory.pages.keys())
    if (page < 0 || (page + 1) * PAGE > machine.memory.size) return undefined;
  const live = (): Waiting => {
    const { id, revive } = pythonRuntime.data;
    if (state.runtime !== id)
      throw notSimulated(
        "going on with a Python program that an earlier version of Drydock had started (`docker restart` starts it anew)",
        "go on",
      );
    return revive(state);
  };
  return {
    pid: sleeper.pid,
    since: sleeper.since,
    ports: process.bound,
    kept: { program: "python", state },
    answer: (request, port, awake) => live().answer(request, port, awake),
    signal: (name, awake) => (process.handled.includes(name) ? live().signal(name, awake) : undefined),
  };
}
