import { NO_ALLOWANCES, type Allowances } from "./allowances.ts";
import type { KernelExtras } from "./kernel-extras.ts";
import type { Directory } from "../vfs/entry.ts";
import { EngineError, notSimulated } from "../core/engine-error.ts";
import { isLoopback, parseUrl } from "./http/parse-url.ts";
import type { BlackBox } from "./black-boxes/black-box.ts";
import { statelessServer } from "./http/stateless-server.ts";
import { type Awake, isReachable, type Waiting, type Woken } from "./wait/waiting.ts";
import { takeCompared } from "./expand/pattern.ts";
import { takeSearched } from "./regex/regex.ts";
import { BrokenPipe } from "./streams/pipe.ts";
import { SIGNALS } from "./signal.ts";
import type {
  FileServer,
  Behind,
  Inhabitant,
  Kernel,
  Late,
  Network,
  PendingSignal,
  Program,
  Started,
} from "./process.ts";

/** Work that one step may do. A step is about one command, one line of a filter or one file of a walk. */
const STEPS = 1_000_000;
/** Steps of regular expressions that are one step. */
const SEARCHED = 32;
/** Comparisons of shell patterns that are one step. */
const COMPARED = 32;
/** Processes, functions and sourced files inside one another. */
const DEPTH = 120;

/** Rings when so many steps are used up. */
interface Alarm {
  readonly at: number;
  readonly ring: () => void;
}
const SILENT: Alarm = { at: Number.POSITIVE_INFINITY, ring: () => undefined };

/** Something in the background waits for the outside: whoever started it goes on. */
class StillWaiting {
  readonly waits = true;
}

/** The time in which the programs of a kernel run. */
interface ProgramTime {
  now(): number;
  elapse(milliseconds: number): void;
  /** Passes until somebody else changes the files; a clock without it knows of nobody. */
  untilChange?(): void;
}

/** The world that the processes of one container share, with its budgets. */
export class ContainerKernel implements Kernel {
  readonly started: Started[] = [];
  readonly hostname: string;
  readonly network: Network;
  readonly programs: ReadonlyMap<string, Program>;
  readonly blackBoxes: readonly BlackBox[];
  readonly #clock: ProgramTime;
  readonly #budget: { left: number };
  #steps = 0;
  #alarm = SILENT;
  #depth = 0;
  /** Whoever starts process 1 counts as 0. */
  #pid = 0;
  readonly #signals: PendingSignal[];
  readonly #onWaiting: KernelExtras["onWaiting"];
  readonly #onHeed: KernelExtras["onHeed"];
  readonly #onHandOn: KernelExtras["onHandOn"];
  readonly onFirst: KernelExtras["onFirst"];
  #thrown: ((signal: string) => object | undefined) | undefined;
  hasInit = false;
  hearer = 1;
  readonly #others: readonly Waiting[];
  readonly inhabitants: readonly Inhabitant[];
  readonly layers: readonly Directory[];
  readonly initialised: boolean;
  readonly allowances: Allowances;
  #waiting: readonly Waiting[] = [];
  /** The container as whoever waits finds it. Set once there are files. */
  awake: Awake | undefined;
  #unsaved = new Set<{ flush(): void }>();
  /** What jobs in the background say when their time has come. */
  #late: Late[] = [];
  #ending: string | undefined;
  readonly shells: Map<number, (signal: string) => void> = new Map();
  /** Told when the first time passes for what runs in the background. */
  #onPause: (() => void) | undefined;
  /** How many things run in the background of one another. */
  #behind = 0;

  constructor(
    programs: ReadonlyMap<string, Program>,
    clock: ProgramTime,
    hostname: string,
    network: Network,
    budget: { left: number } = { left: STEPS },
    { signals = [], onWaiting, others = [], blackBoxes = [], inhabitants = [], ...more }: KernelExtras = {},
  ) {
    this.layers = more.layers ?? [];
    this.initialised = more.initialised ?? false;
    this.allowances = more.allowances ?? NO_ALLOWANCES;
    takeSearched();
    takeCompared();
    this.#signals = [...signals];
    this.#onWaiting = onWaiting;
    this.#onHeed = more.onHeed;
    this.#onHandOn = more.onHandOn;
    this.onFirst = more.onFirst;
    this.#others = others;
    this.inhabitants = inhabitants;
    this.#pid = Math.max(0, ...inhabitants.map(({ pid }) => pid));
    this.#budget = budget;
    this.programs = programs;
    this.blackBoxes = blackBoxes;
    this.#clock = clock;
    this.hostname = hostname;
    this.network = {
      address: network.address,
      subnet: network.subnet,
      locate: (host) => network.locate?.(host, this.now()),
      request: (url, method, headers, body) => {
        const { host, port, path } = parseUrl(url);
        const own = isLoopback(host) ? this.#serverOf(port) : undefined;
        if (own && this.awake) {
          this.flush();
          const woken = own.answer({ method, path, headers, body, remote: "127.0.0.1" }, port, this.awake);
          this.#replace(own, woken);
          return woken.response ?? "empty";
        }
        const response = network.request(url, method, headers, body, this.now());
        if (typeof response === "object" && response.took) this.elapse(response.took);
        return response;
      },
    };
  }

  now(): number {
    return this.#clock.now();
  }

  listen(port: number, server: FileServer, address = "0.0.0.0"): void {
    this.leave(statelessServer(server, { port, address, since: this.now() }));
  }

  isTaken(port: number): boolean {
    return [...this.#waiting, ...this.#others].some(({ ports }) => ports.has(port));
  }

  listening(): readonly (readonly [port: number, address: string])[] {
    return [...this.#others, ...this.#waiting].flatMap(({ ports }) => [...ports]);
  }

  wait(waiting: Waiting, program: string): number {
    let now = waiting;
    this.#tell([...this.#waiting, now]);
    for (;;) {
      const name = this.untilSignal(now.pid, program);
      const woken = this.awake && now.signal(name, this.awake);
      if (!woken) continue;
      this.#replace(now, woken);
      if ("exitCode" in woken.next) return woken.next.exitCode;
      now = woken.next;
    }
  }

  leave(waiting: Waiting): void {
    this.#tell([...this.#waiting, waiting]);
  }

  pause(pid: number, milliseconds: number): string | undefined {
    const until = this.now() + milliseconds;
    const [signal] = pid === this.hearer ? this.#signals : [];
    if (!signal || signal.at > until) {
      this.elapse(milliseconds);
      return undefined;
    }
    this.elapse(Math.max(0, signal.at - this.now()));
    return this.#signals.shift()?.name;
  }

  waitForever(program: string): never {
    if (!this.#onWaiting)
      throw notSimulated(`${program} where nobody can stop it`, "go on until somebody stops it", program);
    if (this.#behind > 0) throw new StillWaiting();
    this.elapse(Number.POSITIVE_INFINITY);
    throw new Error("a clock let a program wait for ever");
  }

  handOn(): void {
    this.hasInit = true;
    this.hearer = this.#pid;
    this.#onHandOn?.(this.hearer);
  }

  heed(): void {
    this.#onHeed?.();
  }

  interruptedBy(thrown: (signal: string) => object | undefined): void {
    this.#thrown = thrown;
  }

  untilChange(program: string): void {
    if (this.#behind > 0 || !this.#clock.untilChange) this.waitForever(program);
    else this.#clock.untilChange();
  }

  untilSignal(pid: number, program: string): string {
    const signal = pid === this.hearer ? this.#signals.shift() : undefined;
    if (!signal) return this.waitForever(program);
    this.elapse(Math.max(0, signal.at - this.now()));
    return signal.name;
  }

  takeSignal(): string | undefined {
    const [signal] = this.#signals;
    // What a program does at the moment of its start comes before a signal of that moment.
    return signal && this.now() > signal.at ? this.#signals.shift()?.name : undefined;
  }

  behind(body: () => number, onPause?: () => void): Behind {
    const before = new Set(this.#waiting);
    const outer = this.#onPause;
    this.#onPause = onPause;
    this.#behind++;
    try {
      return { status: body(), signal: () => undefined };
    } catch (still) {
      if (!(still instanceof StillWaiting)) throw still;
    } finally {
      this.#behind--;
      this.#onPause = outer;
    }
    const pids = new Set(this.#waiting.filter((one) => !before.has(one)).map(({ pid }) => pid));
    const signal = (name: string): number | undefined => {
      let status: number | undefined = 128 + SIGNALS.indexOf(name);
      for (const one of this.#waiting) {
        if (!pids.has(one.pid) || before.has(one)) continue;
        const woken = name === "KILL" || !this.awake ? undefined : one.signal(name, this.awake);
        const next = woken?.next ?? { exitCode: 128 + SIGNALS.indexOf(name) };
        this.#replace(one, { next });
        status = "exitCode" in next ? next.exitCode : undefined;
      }
      return status;
    };
    return { status: undefined, signal };
  }

  later(job: number, say: () => void, at: number = this.now()): void {
    this.#late.push({ at, job, say });
  }

  takeLate(): readonly Late[] {
    const late = this.#late.toSorted((a, b) => a.at - b.at);
    this.#late = [];
    return late;
  }

  forget(job: number): void {
    this.#late = this.#late.filter((one) => one.job !== job);
  }

  /** What the background says meanwhile is said at its time. */
  #sayUntil(until: number): void {
    for (;;) {
      const [first] = this.#late.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at);
      if (!first) return;
      this.#late = this.#late.filter((one) => one !== first);
      if (first.at > this.now()) this.#clock.elapse(first.at - this.now());
      try {
        first.say();
      } catch (broken) {
        if (!(broken instanceof BrokenPipe)) throw broken;
      }
    }
  }

  elapse(milliseconds: number): void {
    // Others see the files of this moment.
    this.flush();
    this.#interrupt(milliseconds);
    if (milliseconds > 0 && this.#behind === 0 && this.#late.length > 0) {
      const until = this.now() + milliseconds;
      this.#sayUntil(until);
      const left = until - this.now();
      if (left > 0) this.#clock.elapse(left);
      return;
    }
    const paused = milliseconds > 0 ? this.#onPause : undefined;
    if (paused) {
      this.#onPause = undefined;
      paused();
    }
    if (milliseconds === Number.POSITIVE_INFINITY && this.#behind > 0 && this.#onWaiting)
      throw new StillWaiting();
    this.#clock.elapse(milliseconds);
  }

  /** Does a signal end process 1 within that time, whatever stands in between? */
  #interrupt(milliseconds: number): void {
    const [signal] = this.#signals;
    if (!signal || !this.#thrown || this.#behind > 0 || signal.at > this.now() + milliseconds) return;
    const jump = this.#thrown(signal.name);
    if (!jump) return;
    this.#signals.shift();
    this.heed();
    this.#clock.elapse(Math.max(0, signal.at - this.now()));
    throw jump;
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

  stepsLeft(): number {
    return Math.max(0, Math.min(STEPS - this.#steps, this.#budget.left));
  }

  spend(work: number): void {
    const steps = work + takeSearched() / SEARCHED + takeCompared() / COMPARED;
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

  get lastPid(): number {
    return this.#pid - 1;
  }

  takeEnding(): string | undefined {
    const ending = this.#ending;
    this.#ending = undefined;
    return ending;
  }

  endBy(signal: string): void {
    this.#ending = signal;
  }

  nextPid(): number {
    return this.#pid++;
  }

  #serverOf(port: number): Waiting | undefined {
    return this.#waiting.find(({ ports }) => isReachable(ports.get(port), "loopback"));
  }

  #replace(before: Waiting, { next }: Woken): void {
    const others = this.#waiting.filter((one) => one !== before);
    this.#tell("exitCode" in next ? others : [...others, next]);
  }

  #tell(waiting: readonly Waiting[]): void {
    this.#waiting = waiting;
    this.#onWaiting?.(waiting);
  }
}
