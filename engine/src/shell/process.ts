import type { Directory } from "../vfs/entry.ts";
import type { Allowances } from "./allowances.ts";
import type { BlackBox } from "./black-boxes/black-box.ts";
import type { LiveView } from "../core/live-view.ts";
import type { Errno } from "../vfs/errno.ts";
import type { Credentials, FileSystem } from "../vfs/file-system.ts";
import type { KeptProgram, Waiting } from "./wait/waiting.ts";

/** Where output goes. Text is UTF-8 decoded; a byte that is not UTF-8 is a lone surrogate U+DC80 to U+DCFF (`text.ts`). */
export interface Output {
  /** `live`: what a terminal draws instead of the text; all else takes the text. */
  write(text: string, live?: LiveView): void;
  /** The terminal's device, where it goes to one. */
  readonly terminal?: string | undefined;
}

/** Standard input, read as a whole or line by line; a pipe's is what the left side wrote. */
export interface Input {
  /** Up to and with the next line feed; undefined at the end. A terminal does not show what is `secret`. */
  line(secret?: boolean): string | undefined;
  /** All that is left. */
  rest(): string;
  /** Bytes of the regular file that this is from its beginning; undefined for a pipe or a device. */
  readonly fileSize?: number | undefined;
  /** The terminal's device, where it comes from one. */
  readonly terminal?: string | undefined;
  /** Up to and with the text `end` (empty: none), at most so many characters; empty at the end. Not every input can. */
  upTo?(end: string, most: number): string;
}

/** One program that a step started, as data: what ran, from which file, and how it ended. */
export interface Started {
  readonly argv: readonly string[];
  /** The file that was executed, symlinks resolved. */
  readonly path: string;
  readonly exitCode: number;
}

/** Why a program could not be started. ENOEXEC: neither a marked program nor a `#!` script. */
export interface StartFailure {
  readonly errno: Errno | "ENOEXEC";
  /** The file that was found, where one was. */
  readonly path?: string;
}

export interface SpawnOptions {
  readonly env?: ReadonlyMap<string, string>;
  readonly cwd?: string;
  readonly umask?: number;
  readonly credentials?: Credentials;
  readonly stdin?: Input;
  readonly stdout?: Output;
  readonly stderr?: Output;
  /** It takes the place of the process that starts it, as execve does, and has its number. */
  readonly replace?: boolean;
  /** Whoever starts it tells what signal ended it. */
  readonly tells?: boolean;
}

/** What all processes of one container share. */
export interface Kernel {
  /** Simulated time in milliseconds since 1970. */
  now(): number;
  /** The process takes this long, in simulated milliseconds. */
  /** Less than nothing: back to when something began that runs in the background. */
  elapse(milliseconds: number): void;
  /** Counts work. @throws {EngineError} LIMIT when the budget is used up. */
  spend(steps: number): void;
  /** Work that may still be done. */
  stepsLeft(): number;
  /** Runs `body`; when half of the steps left are used up in it, `spent` is asked, which may end it by throwing. */
  half<T>(body: () => T, spent: () => void): T;
  /** Every program started so far, in order of start. */
  readonly started: readonly Started[];
  readonly hostname: string;
  /** The files as each layer below leaves them, lowest first; empty where nobody knows of layers. */
  readonly layers: readonly Directory[];
  /** Docker's own layer lies between: it is a container, no step of a build. */
  readonly initialised: boolean;
  readonly allowances: Allowances;
  readonly network: Network;
  /** Brings what was written to open files into the tree. Whoever reads files after writes of others asks for it. */
  flush(): void;
  /** Remembers an open file that has something to flush. */
  unsaved(file: { flush(): void }): void;
  /** One level deeper into nested processes or functions, or one back. @throws {EngineError} LIMIT */
  nest(levels: 1 | -1): void;
  /** The process that hears the signals from outside: the first, or the one that an init hands them on to. */
  readonly hearer: number;
  /** Process 1 is an init: whoever it starts next hears the signals that come to it, and is ended by what it does not heed. */
  handOn(): void;
  /** The signal that somebody outside has sent by now; given once. */
  takeSignal(): string | undefined;
  /** The program has a handler for the signal that it was given last, or ignores it on purpose. */
  heed(): void;
  /** Asked of each signal that comes while the hearer lets time pass: what it gives back is thrown at that moment. */
  interruptedBy(thrown: (signal: string) => object | undefined): void;
  /** An init stands before the hearer: a signal that it has no handler for ends it. */
  readonly hasInit: boolean;
  /**
   * Time passes until then, or until a signal comes; only the hearer is sent any.
   * @returns the signal that has come, given once
   */
  pause(pid: number, milliseconds: number): string | undefined;
  /** From now on the server answers requests to the port, by what it finds in the container's files, for as long as it runs. */
  listen(port: number, server: FileServer, address?: string): void;
  /** Is somebody of this container listening on the port? */
  isTaken(port: number): boolean;
  /** Where somebody of this container listens, in the order in which they began. */
  listening(): readonly (readonly [port: number, address: string])[];
  /**
   * The program goes on waiting until something from outside reaches it.
   * @returns its exit status where a signal ended it
   * @throws {EngineError} NOT_SIMULATED where nobody can reach it: in a build step
   */
  wait(waiting: Waiting, program: string): number;
  /** It goes on waiting in the background, whoever started it ended or not, for as long as process 1 runs. */
  leave(waiting: Waiting): void;
  /** The program goes on until somebody stops it. @throws {EngineError} NOT_SIMULATED where nobody can: in a build step */
  waitForever(program: string): never;
  /**
   * Time passes until somebody beside the program changes its files, perhaps for ever.
   * @throws {EngineError} NOT_SIMULATED as `waitForever`
   */
  untilChange(program: string): void;
  /**
   * The program waits until somebody outside sends it a signal; only the hearer is sent any.
   * @throws {EngineError} NOT_SIMULATED as `waitForever`
   */
  untilSignal(pid: number, program: string): string;
  /**
   * Runs `body` in the background: where it waits for something from outside, whoever started it goes on. `onPause` is told
   * before time passes in it for the first time.
   */
  behind(body: () => number, onPause?: () => void): Behind;
  /** What the lesson declares of programs that Drydock can neither compile nor interpret. */
  readonly blackBoxes: readonly BlackBox[];
  /** Says something when the time is there (now: that of a job in the background, which is ahead of its shell). */
  later(job: number, say: () => void, at?: number): void;
  /** A job in the background was ended: what it would have said later is not said. */
  forget(job: number): void;
  /** What is still to be said, in order of time; whoever takes it sees to it. */
  takeLate(): readonly Late[];
  /** The number that was given last. */
  readonly lastPid: number;
  /** The signal that ended the program that was started last: told once, to whoever waits for it. */
  takeEnding(): string | undefined;
  /** A program says that a signal ends it. */
  endBy(signal: string): void;
  /** Shells that run now, by number: what hands them a signal. */
  readonly shells: Map<number, (signal: string) => void>;
  /** A number for the next process. */
  nextPid(): number;
  /** What runs in the container besides the processes of this kernel. */
  readonly inhabitants: readonly Inhabitant[];
}

/** What a job in the background, by its process number, says at a simulated time in milliseconds since 1970. */
export interface Late {
  readonly at: number;
  readonly job: number;
  readonly say: () => void;
}

/** How far something in the background has got. */
export interface Behind {
  /** Its exit status; undefined while it waits. */
  readonly status: number | undefined;
  /** Hands a signal to what waits. @returns its exit status, where that ended it */
  signal(name: string): number | undefined;
}

/** A process as those who list processes see it. */
export interface Inhabitant {
  readonly pid: number;
  readonly argv: readonly string[];
  readonly credentials: Credentials;
}

/** A signal for process 1 that arrives at a simulated time, in milliseconds since 1970: `TERM`. */
export interface PendingSignal {
  readonly name: string;
  readonly at: number;
}

/** An HTTP request that has reached the machine it is for; the path has the query. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  /** Address of whoever asks: `172.17.0.1`. */
  readonly remote: string;
}

export interface Response {
  readonly status: number;
  /** The words behind the status, where they are not HTTP's own: `NOT FOUND`. */
  readonly reason?: string;
  /** The version of HTTP that it speaks, where that is not 1.1. */
  readonly http?: "1.0";
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  /** Simulated milliseconds until it was there. */
  readonly took?: number;
}

/** What a server says to a request, with the files as they are by then. */
type Answer = (request: Request, files: FileSystem) => Response;

/** A server that only looks at files: it is after each request what it was before. */
export interface FileServer {
  readonly answer: Answer;
  /** What `fileServers` makes it from again; `state` is the server's own, without port and time. */
  readonly kept: KeptProgram;
}

/** What can be reached from inside. The outside world cannot: that is told, never made up. */
export interface Network {
  /**
   * The IPv4 address of `eth0`, null where the loopback is all there is, undefined where the simulation gives
   * out no address.
   */
  readonly address?: string | null | undefined;
  /** The block of addresses that `eth0` is in, and who leads out of it; undefined: the default bridge's, by the address. */
  readonly subnet?: { readonly block: string; readonly gateway: string | undefined } | undefined;
  /**
   * Where a name or address leads to, and whether somebody is there to answer; `unresolved` and undefined as in `request`. A
   * network without it has nobody.
   */
  locate?(
    host: string,
    at?: number,
  ): { readonly address: string; readonly isUp: boolean } | "unresolved" | undefined;
  /**
   * An HTTP request to a host of the simulation, at a simulated time; undefined where nothing of the simulation has that name.
   * `reset`: somebody took the connection and let it fall; `empty`: it was closed without an answer. `unresolved`: no name server knows the name.
   */
  request(
    url: string,
    method: string,
    headers: ReadonlyMap<string, string>,
    body: string,
    at?: number,
  ): Response | "refused" | "reset" | "empty" | "unresolved" | undefined;
}

/** A running program's whole world. */
export interface Process {
  /** `argv[0]` as typed. */
  readonly argv: readonly string[];
  readonly env: Map<string, string>;
  cwd: string;
  umask: number;
  readonly credentials: Credentials;
  /** The files, in the eyes of `credentials`. */
  readonly files: FileSystem;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly kernel: Kernel;
  readonly pid: number;
  /** Who started it; undefined for the first of a kernel. */
  readonly parent?: Process | undefined;
  /**
   * Starts another program and waits for it: PATH lookup, exec bit, `#!`, links, as execvp does.
   * @returns its exit status; 127 not found, 126 not executable (nothing printed: that is the caller's to say).
   * @throws {EngineError} NOT_SIMULATED for a file whose program Drydock lacks.
   */
  spawn(argv: readonly string[], options?: SpawnOptions): number;
  /** As `spawn`, and says why a program did not start. A text file without `#!` is ENOEXEC here. */
  start(argv: readonly string[], options?: SpawnOptions): number | StartFailure;
}

/** Which family of tools the words are of: GNU and friends of Debian, or busybox. */
export type Flavour = "gnu" | "busybox";

/** One simulated program: a file that is marked with its name runs it. */
export interface Program {
  /** As in the mark: `cat`, `pip`, `apt-get`. */
  readonly name: string;
  /** Other programs that the same file is when it is called by their names: Debian's `addgroup` is a link to adduser. */
  readonly calledAs?: readonly string[];
  run(process: Process, flavour: Flavour): number;
}
