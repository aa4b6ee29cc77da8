import type { AwkMemory } from "./memory-awk.ts";

/** One file of the command line, read when its turn comes. */
export interface AwkFile {
  readonly name: string;
  readonly text: string;
}

/** The records of all input files, one after another: for the rules, and for `getline` in whatever part of a program. */
export class AwkInput {
  readonly #memory: AwkMemory;
  readonly #files: Iterator<AwkFile>;
  #records: string[] = [];
  #at = 0;

  constructor(memory: AwkMemory, files: Iterable<AwkFile>) {
    this.#memory = memory;
    this.#files = files[Symbol.iterator]();
  }

  /** Leaves out what is left of the file. */
  skip(): void {
    this.#at = this.#records.length;
  }

  /** The next record, counted; undefined at the end of the last file. */
  next(): string | undefined {
    const { globals } = this.#memory;
    while (this.#at >= this.#records.length) {
      const file = this.#files.next();
      if (file.done) return undefined;
      globals.set("FILENAME", file.value.name === "-" ? "" : file.value.name);
      globals.set("FNR", 0);
      this.#records = this.#memory.records(file.value.text);
      this.#at = 0;
    }
    for (const name of ["NR", "FNR"]) globals.set(name, this.#memory.number(globals.get(name) ?? 0) + 1);
    return this.#records[this.#at++];
  }
}
