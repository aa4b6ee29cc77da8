import type { Credentials, FileSystem } from "../../vfs/file-system.ts";
import type { Process, Request, Response } from "../process.ts";

/** What a process was when it began to wait: it wakes up as the same. */
export interface Sleeper {
  readonly argv: readonly string[];
  readonly env: ReadonlyMap<string, string>;
  readonly cwd: string;
  readonly umask: number;
  readonly credentials: Credentials;
  readonly pid: number;
  /** When it began, in simulated milliseconds since 1970. */
  readonly since: number;
}

/** The container as a program finds it when it wakes up. */
export interface Awake {
  /** In the eyes of root. */
  readonly files: FileSystem;
  /** The process that waited, in the container of now. */
  process(sleeper: Sleeper): Process;
}

/** A program that waits as plain data: which one, and all that it knows. */
export interface KeptProgram {
  /** The name by which `revive` finds who makes it go on. */
  readonly program: string;
  readonly state: unknown;
}

/** How a program goes on after something reached it. */
export interface Woken {
  /** Undefined where it ended without an answer, or was not asked for one. */
  readonly response?: Response | undefined;
  readonly next: Waiting | { readonly exitCode: number };
}

/**
 * A program that waits for requests and signals, as a value: what reaches it gives the program as it is afterwards, and the
 * one before is still what it was.
 */
export interface Waiting {
  readonly pid: number;
  /** When it began to wait, in simulated milliseconds since 1970: nobody reaches it before. */
  readonly since: number;
  /** Addresses that it listens on, by port: `0.0.0.0`, `::`, `127.0.0.1`, the container's own. */
  readonly ports: ReadonlyMap<number, string>;
  /** It as it is now, to be written down. */
  readonly kept: KeptProgram;
  answer(request: Request, port: number, awake: Awake): Woken;
  /** Undefined: it has no handler for that signal. */
  signal(name: string, awake: Awake): Woken | undefined;
}

/** Can somebody who came to the container by its loopback, or by its address, reach a socket that is bound to `host`, if there is one? */
export const isReachable = (host: string | undefined, arrival: "loopback" | "address"): boolean =>
  host !== undefined &&
  (host === "0.0.0.0" ||
    host === "::" ||
    (/^127\.|^::1$|^localhost$/.test(host) ? arrival === "loopback" : arrival === "address"));
