import { isWord } from "./categories.ts";
import { lower } from "./fold.ts";
import type { Place } from "./pattern-tree.ts";
import type { Program } from "./program.ts";

/** Instructions after which the work is spent. */
const OFTEN = 1024;
/** Fields of a way back: where to go on, the position, how long the trail was, and the least position of a run (-1: none). */
const FIELDS = 4;

/** A text in code points, and the part of it that may be looked at from its start. */
export interface Subject {
  readonly codes: Uint32Array;
  readonly end: number;
  /** Told how many instructions were run. @throws where they are too many */
  spend(instructions: number): void;
}

/** Runs a program over a text, going back where a way fails; the stack is its own, so that no text is too deep. */
export class PatternRun {
  readonly #program: Program;
  readonly #subject: Subject;
  readonly #registers: Int32Array;
  /** Ways back that are still open. */
  readonly #ways: number[] = [];
  /** Registers and what was in them, in pairs. */
  readonly #trail: number[] = [];
  #steps = 0;

  constructor(program: Program, subject: Subject) {
    this.#program = program;
    this.#subject = subject;
    this.#registers = new Int32Array(program.registers);
  }

  /**
   * Tries at one place. @returns starts and ends of the whole and of the groups (-1: none), and the last group closed (0: none);
   * undefined where it does not match there.
   * @param whole whether it has to reach the end
   * @param notEmpty whether it has to take a character
   */
  at(start: number, whole: boolean, notEmpty: boolean): number[] | undefined {
    this.#registers.fill(-1);
    this.#ways.length = 0;
    this.#trail.length = 0;
    const { end } = this.#subject;
    const stop = this.#run(0, start, (at) => (whole && at !== end) || (notEmpty && at === start));
    if (stop < 0) return undefined;
    const found = Array.from(this.#registers.subarray(0, this.#program.lastGroup + 1));
    found[0] = start;
    found[1] = stop;
    found[this.#program.lastGroup] = Math.max(0, found[this.#program.lastGroup] ?? 0);
    return found;
  }

  #set(register: number, value: number): void {
    this.#trail.push(register, this.#registers[register] ?? -1);
    this.#registers[register] = value;
  }

  #undo(length: number): void {
    while (this.#trail.length > length) {
      const value = this.#trail.pop() ?? -1;
      this.#registers[this.#trail.pop() ?? 0] = value;
    }
  }

  #push(place: number, at: number, least = -1): void {
    this.#ways.push(place, at, this.#trail.length, least);
  }

  /** @returns where the `end` of this part was reached, or -1 */
  #run(from: number, start: number, refused: (at: number) => boolean): number {
    const { code, lastGroup } = this.#program;
    const { codes, end } = this.#subject;
    const registers = this.#registers;
    const base = this.#ways.length;
    let place = from;
    let at = start;
    for (;;) {
      this.#steps += 1;
      if (this.#steps >= OFTEN) {
        this.#subject.spend(this.#steps);
        this.#steps = 0;
      }
      const one = code[place];
      let good = true;
      if (one === undefined) return -1;
      place += 1;
      switch (one.op) {
        case "character":
          good = at < end && this.#same(codes[at] ?? 0, one.code, one.fold);
          at += 1;
          break;
        case "one-of":
          good = at < end && one.has(codes[at] ?? 0);
          at += 1;
          break;
        case "run": {
          const most = Math.min(end, at + one.max);
          let reached = at;
          while (reached < most && one.has(codes[reached] ?? 0)) reached += 1;
          this.#steps += reached - at;
          good = reached - at >= one.min;
          if (good && reached > at + one.min) this.#push(place, reached - 1, at + one.min);
          at = reached;
          break;
        }
        case "place":
          good = this.#holds(one.where, at);
          break;
        case "split":
          this.#push(one.other, at);
          break;
        case "jump":
          place = one.next;
          break;
        case "save":
          this.#set(one.register, at);
          if (one.closes > 0) this.#set(lastGroup, one.closes);
          break;
        case "reference": {
          const first = registers[2 * one.index] ?? -1;
          const last = registers[2 * one.index + 1] ?? -1;
          good = first >= 0 && last >= first && at + last - first <= end;
          for (let i = first; good && i < last; i++, at++)
            good = this.#same(codes[at] ?? 0, codes[i] ?? 0, one.fold);
          break;
        }
        case "condition":
          if ((registers[2 * one.index + 1] ?? -1) < 0) place = one.other;
          break;
        case "begin":
          this.#set(one.register, 0);
          this.#set(one.register + 1, -1);
          break;
        case "loop": {
          const count = registers[one.register] ?? 0;
          if (count < one.min) {
            this.#set(one.register, count + 1);
            // Behind the `more` that only counts where the least has been done.
            place += 1;
          } else if (one.lazy) {
            this.#push(place, at);
            place = one.exit;
          } else if (count < one.max && at !== registers[one.register + 1]) {
            this.#push(one.exit, at);
          } else place = one.exit;
          break;
        }
        case "more": {
          const count = registers[one.register] ?? 0;
          good = count < one.max && at !== registers[one.register + 1];
          this.#set(one.register, count + 1);
          this.#set(one.register + 1, at);
          break;
        }
        case "look": {
          const trail = this.#trail.length;
          const back = at - one.back;
          const found = back < 0 ? -1 : this.#run(place, back, () => false);
          good = found >= 0 !== one.negative;
          if (one.negative) this.#undo(trail);
          place = one.exit;
          break;
        }
        case "atomic": {
          const found = this.#run(place, at, () => false);
          good = found >= 0;
          at = found;
          place = one.exit;
          break;
        }
        case "end":
          if (!refused(at)) {
            this.#ways.length = base;
            return at;
          }
          good = false;
      }
      if (good) continue;
      if (this.#ways.length <= base) return -1;
      const top = this.#ways.length - FIELDS;
      place = this.#ways[top] ?? 0;
      at = this.#ways[top + 1] ?? 0;
      this.#undo(this.#ways[top + 2] ?? 0);
      if (at > (this.#ways[top + 3] ?? -1) && (this.#ways[top + 3] ?? -1) >= 0) this.#ways[top + 1] = at - 1;
      else this.#ways.length = top;
    }
  }

  #same(a: number, b: number, fold: boolean): boolean {
    return a === b || (fold && lower(a, this.#program.ascii) === lower(b, this.#program.ascii));
  }

  #holds(where: Place, at: number): boolean {
    const { codes, end } = this.#subject;
    switch (where) {
      case "text-start":
        return at === 0;
      case "text-end":
        return at === end;
      case "line-start":
        return at === 0 || codes[at - 1] === 10;
      case "line-end":
        return at === end || codes[at] === 10;
      case "last-line-end":
        return at === end || (at === end - 1 && codes[at] === 10);
      default: {
        const ascii = where.endsWith("ascii-word-edge");
        const word = (place: number): boolean =>
          place >= 0 && place < end && isWord(codes[place] ?? 0, ascii);
        const edge = word(at - 1) !== word(at);
        // Before 3.14, an empty text has no `\B`.
        return where.startsWith("not-") ? end > 0 && !edge : edge;
      }
    }
  }
}
