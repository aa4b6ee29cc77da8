import { EngineError, notSimulated } from "../core/engine-error.ts";
import { isLoopback, parseUrl } from "./parse-url.ts";
import type { BlackBox } from "./black-boxes/black-box.ts";
import type { FileSystem } from "../vfs/file-system.ts";
import { takeSearched } from "./regex/regex.ts";
import type { Answer, Kernel, Network, PendingSignal, Program, Started } from "./process.ts";

/** Work that one step may do. A step is about one command, one line of a filter or one file of a walk. */
const STEPS = 1_000_000;
/** Steps of regular expressions that are one step. */
const SEARCHED = 32;
/** Processes, functions and sourced files inside one another. */
const DEPTH = 120;

/** Rings when so many steps are used up. */
interface Alarm {
  readonly at: number;
  readonly ring: () => void;
}
const SILENT: Alarm = { at: Number.POSITIVE_INFINITY, ring: () => undefined };

/** What only a container has, and no build step. */
export interface KernelExtras {
  readonly blackBoxes?: readonly BlackBox[] | undefined;
  readonly signal?: PendingSignal | undefined;
  /** Told of every port that a program listens on. */
  readonly onListen?: ((port: number, answer: Answer) => void) | undefined;
}

/** The world that the processes of one container share, with its budgets. */
export class ContainerKernel implements Kernel {
  readonly started: Started[] = [];
  readonly hostname: string;
  readonly network: Network;
  readonly programs: ReadonlyMap<string, Program>;
  readonly blackBoxes: readonly BlackBox[];
  readonly #clock: { now(): number; elapse(milliseconds: number): void };
  readonly #budget: { left: number };
  #steps = 0;
  #alarm = SILENT;
  #depth = 0;
  /** Whoever starts process 1 counts as 0. */
  #pid = 0;
  #signal: PendingSignal | undefined;
  readonly #onListen: KernelExtras["onListen"];
  #files: FileSystem | undefined;
  readonly #servers = new Map<number, Answer>();
  #unsaved = new Set<{ flush(): void }>();

  constructor(
    programs: ReadonlyMap<string, Program>,
    clock: { now(): number; elapse(milliseconds: number): void },
    hostname: string,
    network: Network,
    budget: { left: number } = { left: STEPS },
    { signal, onListen, blackBoxes = [] }: KernelExtras = {},
  ) {
    takeSearched();
    this.#signal = signal;
    this.#onListen = onListen;
    this.#budget = budget;
    this.programs = programs;
    this.blackBoxes = blackBoxes;
    this.#clock = clock;
    this.hostname = hostname;
    this.network = {
      request: (url, method, headers, body) => {
        const { host, port, path } = parseUrl(url);
        const own = isLoopback(host) ? this.#servers.get(port) : undefined;
        if (!own || !this.#files) return network.request(url, method, headers, body);
        this.flush();
        return own({ method, path, headers, body }, this.#files);
      },
    };
  }

  now(): number {
    return this.#clock.now();
  }

  listen(port: number, answer: Answer, files: FileSystem): void {
    this.#servers.set(port, answer);
    this.#files = files;
    this.#onListen?.(port, answer);
  }

  waitForever(program: string): never {
    if (!this.#onListen)
      throw notSimulated(`${program} where nobody can stop it`, "go on until somebody stops it");
    this.elapse(Number.POSITIVE_INFINITY);
    throw new Error("a clock let a program wait for ever");
  }

  untilSignal(pid: number, program: string): string {
    const signal = pid === 1 ? this.#signal : undefined;
    if (!signal) return this.waitForever(program);
    this.elapse(Math.max(0, signal.at - this.now()));
    this.#signal = undefined;
    return signal.name;
  }

  takeSignal(): string | undefined {
    const signal = this.#signal;
    if (!signal || this.now() < signal.at) return undefined;
    this.#signal = undefined;
    return signal.name;
  }

  elapse(milliseconds: number): void {
    this.#clock.elapse(milliseconds);
  }

  half<T>(body: () => T, spent: () => void): T {
    const outer = this.#alarm;
    const at = this.#steps + Math.min(STEPS - this.#steps, this.#budget.left) / 2;
    this.#alarm = { at, ring: spent };
    try {
      return body();
    } finally {
      this.#alarm = outer;
    }
  }

  spend(work: number): void {
    const steps = work + takeSearched() / SEARCHED;
    this.#steps += steps;
    this.#budget.left -= steps;
    if (this.#steps > this.#alarm.at) {
      const { ring } = this.#alarm;
      this.#alarm = SILENT;
      ring();
    }
    if (this.#steps > STEPS || this.#budget.left < 0)
      throw new EngineError("LIMIT", {
        what: "steps of a script",
        limit: STEPS,
      });
  }

  nest(levels: 1 | -1): void {
    this.#depth += levels;
    if (this.#depth > DEPTH)
      throw new EngineError("LIMIT", {
        what: "processes inside one another",
        limit: DEPTH,
      });
  }

  flush(): void {
    if (this.#unsaved.size === 0) return;
    const files = this.#unsaved;
    this.#unsaved = new Set();
    for (const file of files) file.flush();
  }

  unsaved(file: { flush(): void }): void {
    this.#unsaved.add(file);
  }

  nextPid(): number {
    return this.#pid++;
  }
}
