import { joinPath, type Process, type PythonProgram } from "@drydock/engine";
import { SystemCalls, type SystemState } from "../files/system-calls.ts";
import { answerCall } from "../host-calls/answer-call.ts";
import type { Guest } from "../machine/guest.ts";
import { StandardInput } from "./standard-input.ts";
import { StandardOutput } from "./standard-output.ts";

/** Turns of loops in Python that cost as much as one step of a script. */
const TURNS = 50;
/** Turns that the interpreter takes at most to compile one character of its library. */
const COMPILING = 200;
/** Characters of the library that cost one step, whatever turns they take: CPython reads its own from a cache. */
const CACHED = 64;

/** What a Python process is beside its machine, as a value. */
export interface ProcessState {
  readonly system: SystemState;
  /** Printed and not yet written. */
  readonly held: readonly number[];
  /** Names of signals that the program has a handler for. */
  readonly handled: readonly string[];
  /** Addresses by port that it is bound to. */
  readonly bound: ReadonlyMap<number, string>;
  /** Random numbers drawn so far. */
  readonly drawn: number;
  /** What others told it when it asked them: a second life is told the same. */
  readonly heard: readonly string[];
}

/** Host calls whose answer comes from others, and may be another one the next time. */
const FROM_OTHERS = new Set(["request", "resolve", "spawn", "stdin"]);

/** One Python process of the simulation while it runs: the machine's guest, and what its host calls act on. */
export class PythonProcess implements Guest {
  readonly process: Process;
  readonly program: PythonProgram;
  readonly system: SystemCalls;
  readonly stdout: StandardOutput;
  /** What `_boot` is to work on, and what it gave back. */
  argument = "";
  result = "";
  handled: readonly string[];
  readonly bound: Map<number, string>;
  /** The program waits: parks the machine where it stands, or tells what reaches it. Set by whoever runs it. */
  park: () => unknown = () => {
    throw new Error("nobody can park this program");
  };
  /** Answers of others from an earlier life that are still to come. */
  told: string[] = [];
  readonly #heard: string[];
  #drawn: number;
  /** Modules of the library that were read for nothing, and turns that are left of it. */
  readonly #allowed = new Set<string>();
  #free = 0;

  constructor(process: Process, program: PythonProgram, before?: ProcessState) {
    this.process = process;
    this.program = program;
    this.stdout = new StandardOutput(process.stdout, program.unbuffered, before?.held);
    this.handled = before?.handled ?? [];
    this.bound = new Map(before?.bound);
    this.#drawn = before?.drawn ?? 0;
    this.#heard = [...(before?.heard ?? [])];
    const stdin = new StandardInput(process.stdin);
    const stderr = new StandardOutput(process.stderr, true);
    this.system = new SystemCalls(
      process,
      {
        stdin,
        random: () => this.random(),
        write: (stream, bytes) => {
          if (stream === 1) return this.stdout.write(bytes);
          stderr.write(bytes);
          stderr.flush();
        },
      },
      before?.system,
    );
  }

  get state(): ProcessState {
    return {
      system: this.system.state,
      held: this.stdout.held,
      handled: this.handled,
      bound: new Map(this.bound),
      drawn: this.#drawn,
      heard: this.#heard,
    };
  }

  call(name: string, argument: string): string {
    if (!FROM_OTHERS.has(name)) return answerCall(this, name, argument);
    const answer = this.told.shift() ?? answerCall(this, name, argument);
    this.#heard.push(answer);
    return answer;
  }

  entry(): never {
    throw new Error("a program handed over an entry of its own");
  }

  now(): number {
    return this.process.kernel.now();
  }

  /** The next of a row that begins with the process: nobody inside can foresee it, and a replay draws the same. */
  random(): number {
    let value = Math.imul(this.process.pid + 1, 0x9e37_79b1) ^ Math.floor(this.process.kernel.now() / 1000);
    value = Math.imul(value ^ ++this.#drawn, 0x85eb_ca6b);
    value = Math.imul(value ^ (value >>> 13), 0xc2b2_ae35);
    return (value ^ (value >>> 16)) >>> 0;
  }

  fuel(): number {
    return this.process.kernel.stepsLeft() * TURNS + this.#free;
  }

  burn(turns: number): void {
    const free = Math.min(turns, this.#free);
    this.#free -= free;
    this.process.kernel.spend((turns - free) / TURNS);
  }

  /** The program is about to compile so many characters of the library: that is no work of its own, once for each module. */
  allow(module: string, characters: number): void {
    this.process.kernel.spend(Math.ceil(characters / CACHED));
    if (this.#allowed.has(module)) return;
    this.#allowed.add(module);
    this.#free = characters * COMPILING;
  }

  path(name: string): string {
    return joinPath(this.process.cwd, name);
  }
}
