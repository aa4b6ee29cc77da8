import {
  type Awake,
  bytesOf,
  notSimulated,
  type KeptPython,
  type Process,
  type PythonProgram,
  type Request,
  textOf,
  type Waiting,
  type Woken,
} from "@drydock/engine";
import { Again } from "../host-calls/again.ts";
import { ProcessExit } from "../host-calls/exit.ts";
import type { Machine, MachineState } from "../machine/machine.ts";
import type { Entry, Pristine } from "./boot.ts";
import type { Machines } from "./machines.ts";
import { programJson } from "./program-json.ts";
import { PythonProcess, type ProcessState } from "./python-process.ts";
import { runMachine } from "./run-machine.ts";
import { type Beginning, type Happening, LONGEST_HISTORY, SecondLife } from "./second-life.ts";

/** Everything that a Python program is while it waits. */
interface ParkedState {
  readonly machine: MachineState;
  readonly process: ProcessState;
  readonly program: PythonProgram;
  /** By which the machine is entered. */
  readonly entry: number;
  readonly sleeper: Parameters<Awake["process"]>[0];
  /** Starts the program once more, from its first line. */
  again(process: Process): number | ParkedPython;
  readonly pristine: Pristine;
  readonly beginning: Beginning;
  /** All that has reached it, the latest last. */
  readonly history: readonly Happening[];
}

/** What `_boot.answer` gives. */
interface Answer {
  readonly status: number;
  readonly reason?: string;
  readonly http?: "1.0";
  /** Name and value, in order. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

function latin1(text: string): string {
  let out = "";
  for (const byte of bytesOf(text)) out += String.fromCharCode(byte);
  return out;
}

/** A Python server between two requests, or any program that waits for ever. */
export class ParkedPython implements Waiting {
  readonly #state: ParkedState;
  readonly #machines: Machines;

  constructor(state: ParkedState, machines: Machines) {
    this.#state = state;
    this.#machines = machines;
  }

  get pid(): number {
    return this.#state.sleeper.pid;
  }

  get since(): number {
    return this.#state.sleeper.since;
  }

  get ports(): ReadonlyMap<number, string> {
    return this.#state.process.bound;
  }

  get kept(): { readonly program: "python"; readonly state: KeptPython } {
    const { entry: _entry, again: _again, pristine, machine, ...state } = this.#state;
    const { size, pages } = machine.memory;
    const memory = { size, pages };
    return {
      program: "python",
      state: { ...state, runtime: pristine.id, machine: { stack: machine.stack, memory } },
    };
  }

  answer({ headers, body, ...request }: Request, port: number, awake: Awake): Woken {
    const question = { ...request, port, headers: Object.fromEntries(headers), body: latin1(body) };
    const { result, next } = this.#wake("answer", question, awake);
    if (result === undefined || result === null) return { next };
    const answer = result as Answer;
    const bytes = Uint8Array.from(answer.body, (character) => character.charCodeAt(0));
    const { status, reason, http } = answer;
    const response = {
      status,
      ...(reason !== undefined && { reason }),
      ...(http !== undefined && { http }),
      headers: new Map(answer.headers),
      body: textOf(bytes),
    };
    return { response, next };
  }

  signal(name: string, awake: Awake): Woken | undefined {
    const { process, sleeper, history } = this.#state;
    if (!process.handled.includes(name)) return undefined;
    const question = { signal: name };
    if (history.length >= LONGEST_HISTORY) return { next: this.#wake("signalled", question, awake).next };
    return { next: this.#liveAgain(awake.process(sleeper), question) };
  }

  /** A handler may raise, or end a loop: what comes then stands around the place where the program waits, on its stack. */
  #liveAgain(process: Process, question: unknown): Woken["next"] {
    const { program, pristine, beginning, history } = this.#state;
    const at = process.kernel.now();
    const happenings = [...history, { entry: "signalled" as const, question: JSON.stringify(question), at }];
    const life = new SecondLife(process, beginning, happenings);
    const python = new PythonProcess(life.process, program);
    python.told = [...this.#state.process.heard];
    python.argument = programJson(life.process, program);
    const end = this.#machines.lend(pristine.state, (machine) =>
      runMachine(machine, python, pristine, () => {
        const next = life.next();
        if (life.isLive && python.system.state.open.size > 0)
          throw notSimulated("a signal to a server that has files open", "let its handler go on with them");
        return next;
      }),
    );
    if (typeof end === "number") return { exitCode: end };
    const state = { ...this.#state, machine: end, process: python.state, history: happenings };
    return new ParkedPython(state, this.#machines);
  }

  #wake(
    entry: Entry,
    question: unknown,
    awake: Awake,
  ): { readonly result: unknown; readonly next: Woken["next"] } {
    const { machine: before, program, sleeper } = this.#state;
    const process = awake.process(sleeper);
    const at = process.kernel.now();
    const python = new PythonProcess(process, program, this.#state.process);
    return this.#machines.lend(before, (machine: Machine) => {
      python.argument = JSON.stringify(question);
      try {
        machine.enter(this.#state.entry, entry, python);
      } catch (thrown) {
        if (thrown instanceof ProcessExit) return { result: undefined, next: { exitCode: thrown.status } };
        if (!(thrown instanceof Again)) throw thrown;
        for (const [name, value] of thrown.env) process.env.set(name, value);
        const next = this.#state.again(process);
        if (typeof next === "number") return { result: undefined, next: { exitCode: next } };
        return next.#wake(entry, question, awake);
      }
      const result: unknown = JSON.parse(python.result);
      if (entry === "signalled" && typeof result === "number") {
        python.stdout.flush();
        return { result, next: { exitCode: result } };
      }
      const happening = { entry, question: python.argument, at } as Happening;
      const history = [...this.#state.history.slice(-LONGEST_HISTORY), happening];
      const state = { ...this.#state, machine: machine.state(before.memory), process: python.state, history };
      return { result, next: new ParkedPython(state, this.#machines) };
    });
  }
}
