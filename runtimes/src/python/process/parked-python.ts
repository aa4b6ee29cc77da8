import {
  type Awake,
  bytesOf,
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
import type { Entry } from "./boot.ts";
import type { Machines } from "./machines.ts";
import { PythonProcess, type ProcessState } from "./python-process.ts";

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
}

/** What `_boot.answer` gives. */
interface Answer {
  readonly status: number;
  readonly reason?: string;
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

  answer({ headers, body, ...request }: Request, port: number, awake: Awake): Woken {
    const question = { ...request, port, headers: Object.fromEntries(headers), body: latin1(body) };
    const { result, next } = this.#wake("answer", question, awake);
    if (result === undefined) return { next };
    const answer = result as Answer;
    const bytes = Uint8Array.from(answer.body, (character) => character.charCodeAt(0));
    const { status, reason } = answer;
    const response = {
      status,
      ...(reason !== undefined && { reason }),
      headers: new Map(answer.headers),
      body: textOf(bytes),
    };
    return { response, next };
  }

  signal(name: string, awake: Awake): Woken | undefined {
    if (!this.#state.process.handled.includes(name)) return undefined;
    return { next: this.#wake("signalled", { signal: name }, awake).next };
  }

  #wake(
    entry: Entry,
    question: unknown,
    awake: Awake,
  ): { readonly result: unknown; readonly next: Woken["next"] } {
    const { machine: before, program, sleeper } = this.#state;
    const process = awake.process(sleeper);
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
      const state = { ...this.#state, machine: machine.state(before.memory), process: python.state };
      return { result, next: new ParkedPython(state, this.#machines) };
    });
  }
}
