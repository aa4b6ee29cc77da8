import { type Directory, FileSystem, type Output, type Process } from "@drydock/engine";

/** What reached a program that waits, and when: a question to one of its entries, as text. */
export interface Happening {
  readonly entry: "answer" | "signalled";
  readonly question: string;
  readonly at: number;
}

/** How a program began: enough to live its life once more. */
export interface Beginning {
  readonly files: Directory;
  readonly at: number;
}

/** Most that is lived through again. */
export const LONGEST_HISTORY = 500;

/**
 * A life that is lived once more up to now, so that what comes next finds the program's stack as it is. What it writes until
 * then nobody sees, its files are those of its beginning, and its clock shows the times of then.
 */
export class SecondLife {
  readonly process: Process;
  readonly #happenings: readonly Happening[];
  #next = 0;
  #live = false;

  constructor(process: Process, beginning: Beginning, happenings: readonly Happening[]) {
    this.#happenings = happenings;
    let time = beginning.at;
    const unheard = (to: Output): Output =>
      instead(to, (name) =>
        name === "write" ? (text: string): void => void (this.#live && to.write(text)) : undefined,
      );
    const [stdout, stderr] = [unheard(process.stdout), unheard(process.stderr)];
    const now = (): number => (this.#live ? process.kernel.now() : Math.max(time, this.#since));
    const files = new FileSystem(beginning.files, () => Math.floor(now() / 1000)).as(process.credentials);
    const { kernel } = process;
    const kernelOfThen = instead(kernel, (name) => {
      if (this.#live) return undefined;
      if (name === "now") return now;
      if (name === "pause")
        return (_pid: number, milliseconds: number): undefined => {
          time = now() + milliseconds;
        };
      return undefined;
    });
    this.process = instead(process, (name) => {
      if (name === "kernel") return kernelOfThen;
      if (name === "stdout") return stdout;
      if (name === "stderr") return stderr;
      return name === "files" && !this.#live ? files : undefined;
    });
  }

  get #since(): number {
    return this.#happenings[this.#next - 1]?.at ?? 0;
  }

  get isLive(): boolean {
    return this.#live;
  }

  /** What reached it next; from the last on, all that it does is real. Undefined: nothing more. */
  next(): Happening | undefined {
    const found = this.#happenings[this.#next++];
    if (this.#next >= this.#happenings.length) this.#live = true;
    return found;
  }
}

/** The same object, but for what `other` gives. */
const instead = <T extends object>(target: T, other: (name: string | symbol) => unknown): T =>
  new Proxy(target, {
    get(whole, name) {
      const given = other(name);
      if (given !== undefined) return given;
      const own: unknown = Reflect.get(whole, name, whole);
      return typeof own === "function" ? own.bind(whole) : own;
    },
  });
