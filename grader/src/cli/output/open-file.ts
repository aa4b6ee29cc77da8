import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { writeAll, writePieces } from "./write-all.ts";

/** What is there and is no file, `/dev/null` or a pipe, is written to and never put aside. */
const isStream = (name: string): boolean => existsSync(name) && !statSync(name).isFile();

/**
 * A file that is being written, or standard output where it has no name. Where `aside` says so it has another name until it is whole: its
 * old contents may still be read.
 */
export class OpenFile {
  readonly #to: number;
  readonly #name: string | undefined;
  /** What it is called until then. */
  readonly #until: string | undefined;
  #open: boolean;

  constructor(name: string | undefined, aside: boolean) {
    this.#name = name;
    this.#until = name === undefined || !aside || isStream(name) ? name : `${name}.${process.pid}.new`;
    if (name !== undefined) mkdirSync(dirname(name), { recursive: true });
    this.#to = this.#until === undefined ? 1 : openSync(this.#until, "w");
    this.#open = this.#until !== undefined;
  }

  /** @throws {NodeJS.ErrnoException} with the file's name, which the system leaves out. */
  write(text: string): void {
    this.#named(() => writeAll(this.#to, text));
  }

  /** The same for a text that comes in small pieces. */
  writePieces(pieces: Iterable<string>): void {
    this.#named(() => writePieces(this.#to, pieces));
  }

  /** It is whole. */
  close(): void {
    if (!this.#shut() || this.#name === undefined || this.#until === undefined) return;
    if (this.#until !== this.#name) renameSync(this.#until, this.#name);
  }

  /** It will never be whole, unless it is already: what was written stays, but under its own name only. */
  drop(): void {
    if (this.#shut() && this.#until !== undefined && this.#until !== this.#name)
      rmSync(this.#until, { force: true });
  }

  /** Whether it was open until now. */
  #shut(): boolean {
    if (!this.#open) return false;
    this.#open = false;
    closeSync(this.#to);
    return true;
  }

  #named(write: () => void): void {
    try {
      write();
    } catch (error) {
      throw error instanceof Error && !("path" in error)
        ? Object.assign(error, { path: this.#name ?? "standard output" })
        : error;
    }
  }
}
