import { EngineError } from "../../core/engine-error.ts";
import { LONGEST_WORD } from "../expand/fields.ts";
import type { Match, Regex } from "../regex/regex.ts";
import { listed } from "./listed.ts";
import { type Address, type SedCommand, SedProblem } from "./parse-sed.ts";

export interface SedWorld {
  readonly quiet: boolean;
  /** What ends a line: a line feed, or NUL with `-z`. */
  readonly ending: string;
  /** Each file is written back, so what `q` leaves unread is kept. */
  readonly inPlace: boolean;
  /** It knows `l`. */
  readonly lists: boolean;
  readonly spend: (steps: number) => void;
  /** The file that the line stands in: where files are apart their number counts, else the line's. */
  readonly nameOf: (file: number, line: number) => string;
  readonly read: (name: string) => string;
  readonly write: (name: string, text: string) => void;
}

const MAX_TURNS = 1_000_000;
/** What does not look at the text. All else costs a step for each 256 characters of it. */
const UNTOUCHED = new Set("{}bTtnNgGhHxzadqQ=#");

function applyCase(parts: readonly (string | number)[], match: Match, text: string): string {
  let out = "";
  let mode = "";
  let once = "";
  const add = (piece: string): void => {
    if (piece === "") return;
    let changed = mode === "U" ? piece.toUpperCase() : mode === "L" ? piece.toLowerCase() : piece;
    if (once !== "")
      changed =
        (once === "u" ? changed.charAt(0).toUpperCase() : changed.charAt(0).toLowerCase()) + changed.slice(1);
    once = "";
    out += changed;
  };
  for (const part of parts) {
    if (typeof part === "number") {
      const group = match[part];
      add(group ? text.slice(group[0], group[1]) : "");
    } else if (part.startsWith("\0")) {
      const letter = part.slice(1);
      if (letter === "u" || letter === "l") once = letter;
      else mode = letter === "E" ? "" : letter;
    } else add(part);
  }
  return out;
}

/** Runs a script over lines. `inputs` are files; with `separate`, line numbers and `$` count within each. @returns what each file becomes, and the exit status */
export function runSed(
  commands: readonly SedCommand[],
  inputs: readonly string[],
  separate: boolean,
  world: SedWorld,
): { outputs: string[]; status: number } {
  const { ending } = world;
  const outputs: string[] = [];
  const files = separate ? inputs.map((text) => [text]) : [inputs];
  const inRange = new Map<SedCommand, number>();
  const unread = new Map<string, string>();
  let last: Regex | undefined;
  let hold = "";
  let status = 0;
  let quits = false;
  let turns = 0;
  const labels = new Map(
    commands.flatMap((command, i) => (command.name === ":" ? [[command.text, i] as const] : [])),
  );
  for (const texts of files) {
    let stopped = false;
    const lines = texts.flatMap((text) => {
      const all = text.split(ending);
      if (all.at(-1) === "") all.pop();
      return all;
    });
    const missing = !(texts.findLast((text) => text !== "")?.endsWith(ending) ?? true);
    let out = "";
    let at = 0;
    let line = 0;
    // A last line without its ending is printed without one, unless something follows.
    let unended = false;
    const put = (text: string): void => {
      if (text === "") return;
      if (unended) out += ending;
      unended = false;
      out += text;
    };
    const ended = (): boolean => !(missing && at >= lines.length);
    const emit = (text: string): void => {
      if (ended()) return put(text + ending);
      put(text);
      unended = true;
    };
    const hits = (address: Address, space: string): boolean => {
      switch (address.kind) {
        case "line":
          return line === address.line;
        case "last":
          return at >= lines.length;
        case "step":
          return address.step === 0
            ? line === address.first
            : line >= address.first && (line - address.first) % address.step === 0;
        case "more":
          return false;
        case "pattern": {
          const used = address.regex ?? last;
          if (!used) throw new SedProblem(0, "no previous regular expression", true);
          last = used;
          world.spend(space.length / 256);
          return used.exec(space) !== undefined;
        }
      }
    };
    const selected = (command: SedCommand, space: string): boolean => {
      const { from, to } = command;
      if (!from) return true;
      if (!to) return hits(from, space);
      const end = inRange.get(command);
      if (end !== undefined) {
        const over =
          to.kind === "line" ? line >= to.line : to.kind === "more" ? line >= end : hits(to, space);
        if (over) inRange.delete(command);
        return !(to.kind === "line" && line > to.line);
      }
      if (!hits(from, space) && !(from.kind === "line" && from.line === 0 && line === 1)) return false;
      if (from.kind === "line" && from.line === 0 && to.kind === "pattern" && hits(to, space)) return true;
      if (to.kind === "line" ? to.line > line : to.kind === "more" ? to.lines > 0 : true)
        inRange.set(command, to.kind === "more" ? line + to.lines : 0);
      if (to.kind === "last" && at >= lines.length) inRange.delete(command);
      return true;
    };
    let appended: string[] = [];
    const flush = (): void => {
      put(appended.join(""));
      appended = [];
    };
    let space = "";
    let kept: string | undefined;
    while ((at < lines.length || kept !== undefined) && !stopped) {
      space = kept ?? lines[at++] ?? "";
      if (kept === undefined) line++;
      kept = undefined;
      let replaced = false;
      let printed = !world.quiet;
      world.spend(1);
      for (let i = 0; i < commands.length; i++) {
        if (++turns > MAX_TURNS)
          throw new EngineError("LIMIT", {
            what: "commands of sed",
            limit: MAX_TURNS,
          });
        if (space.length > LONGEST_WORD || hold.length > LONGEST_WORD)
          throw new EngineError("LIMIT", {
            what: "characters in a word",
            limit: LONGEST_WORD,
          });
        const command = commands[i];
        if (!command) break;
        if (command.name === ":") continue;
        if (selected(command, space) === command.negated) {
          // busybox looks for the end of a block where it leaves it out.
          if (command.name === "{" && command.jump === undefined)
            throw new SedProblem(undefined, "unterminated {");
          if (command.name === "{") i = (command.jump ?? 0) - 1;
          continue;
        }
        if (!UNTOUCHED.has(command.name)) world.spend(space.length / 256);
        switch (command.name) {
          case "d":
            printed = false;
            i = commands.length;
            break;
          case "D": {
            const end = space.indexOf(ending);
            printed = false;
            if (end >= 0) kept = space.slice(end + 1);
            i = commands.length;
            break;
          }
          case "p":
            emit(space);
            break;
          case "P":
            emit(space.split(ending, 1)[0] ?? "");
            break;
          case "n":
            if (at >= lines.length) {
              i = commands.length;
              stopped = true;
              break;
            }
            if (printed) emit(space);
            flush();
            space = lines[at++] ?? "";
            line++;
            break;
          case "N":
            if (at >= lines.length) {
              i = commands.length;
              stopped = true;
              break;
            }
            flush();
            space += ending + (lines[at++] ?? "");
            line++;
            break;
          case "g":
            space = hold;
            break;
          case "G":
            space += ending + hold;
            break;
          case "h":
            hold = space;
            break;
          case "H":
            hold += ending + space;
            break;
          case "x":
            [space, hold] = [hold, space];
            break;
          case "z":
            space = "";
            break;
          case "=":
            put(`${line}\n`);
            break;
          case "l":
            if (world.lists) put(listed(space, ending));
            break;
          case "q":
            status = Number(command.text || 0);
            stopped = true;
            quits = true;
            i = commands.length;
            break;
          case "Q":
            status = Number(command.text || 0);
            stopped = true;
            quits = true;
            printed = false;
            i = commands.length;
            break;
          case "a":
            world.spend(command.text.length / 256);
            appended.push(command.text);
            break;
          case "i":
            put(command.text);
            break;
          case "c":
            printed = false;
            if (!command.to || command.negated || !inRange.has(command)) put(command.text);
            i = commands.length;
            break;
          case "F":
            put(`${world.nameOf(outputs.length, line)}\n`);
            break;
          case "R": {
            const rest = unread.get(command.text) ?? world.read(command.text);
            const [first = ""] = /^[^\n]*\n?/.exec(rest) ?? [];
            unread.set(command.text, rest.slice(first.length));
            if (first !== "") appended.push(first.endsWith("\n") ? first : `${first}\n`);
            break;
          }
          case "W":
            world.write(command.text, `${space.split(ending, 1)[0] ?? ""}${ending}`);
            break;
          case "r":
            appended.push(world.read(command.text));
            break;
          case "w":
            world.write(command.text, ended() ? space + ending : space);
            break;
          case "y":
            world.spend(space.length / 16);
            space = [...space].map((character) => command.map?.get(character) ?? character).join("");
            break;
          case "b":
          case "t":
          case "T": {
            const jumps = command.name === "b" || replaced === (command.name === "t");
            if (command.name !== "b") replaced = false;
            if (!jumps) break;
            if (command.text === "") i = commands.length;
            else {
              i = labels.get(command.text) ?? commands.length;
            }
            break;
          }
          case "s": {
            const used = command.regex ?? last;
            if (!used) throw new SedProblem(0, "no previous regular expression", true);
            last = used;
            const done = substitute(command, used, space, world.spend);
            if (done === undefined) break;
            space = done;
            replaced = true;
            if (command.flags?.print) emit(space);
            if (command.flags?.file !== undefined)
              world.write(command.flags.file, ended() ? space + ending : space);
            break;
          }
        }
      }
      if (printed) emit(space);
      flush();
    }
    if (quits && unended && !world.inPlace) out += ending;
    outputs.push(out);
    if (separate) line = 0;
    if (stopped && !world.inPlace && quits) break;
    if (stopped && world.inPlace)
      outputs[outputs.length - 1] += lines
        .slice(at)
        .map((rest) => rest + ending)
        .join("");
  }
  return { outputs, status };
}

function substitute(
  command: SedCommand,
  used: Regex,
  space: string,
  spend: SedWorld["spend"],
): string | undefined {
  const { replacement = [], flags } = command;
  let out = "";
  let from = 0;
  let count = 0;
  let changed = false;
  let emptyAt = -1;
  while (from <= space.length) {
    const match = used.exec(space, from);
    const whole = match?.[0];
    if (!match || !whole) break;
    const [start, end] = whole;
    if (start === end && start === emptyAt) {
      // An empty match right after a match does not count.
      out += space.slice(from, start + 1);
      from = start + 1;
      emptyAt = -1;
      continue;
    }
    count++;
    if (out.length > LONGEST_WORD)
      throw new EngineError("LIMIT", {
        what: "characters in a word",
        limit: LONGEST_WORD,
      });
    spend(1 / 16);
    out += space.slice(from, start);
    if (count >= (flags?.nth ?? 1)) {
      out += applyCase(replacement, match, space);
      changed = true;
    } else out += space.slice(start, end);
    from = end;
    emptyAt = end;
    if (start === end) {
      out += space.slice(end, end + 1);
      from = end + 1;
      emptyAt = -1;
    }
    if (changed && !flags?.global) break;
  }
  return changed ? out + space.slice(from) : undefined;
}
