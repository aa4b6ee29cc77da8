import { notSimulated } from "../../core/engine-error.ts";
import { setList } from "../interpreter/arrays.ts";
import { ShellError } from "../interpreter/jumps.ts";
import { declare, isName } from "../interpreter/variables.ts";
import type { Builtin } from "./builtin.ts";
import { optionsOf } from "./options-of.ts";

/** Reads lines into an array: `-t` leaves their ends out, `-s` skips, `-n` stops, `-O` begins at a number, `-d` ends lines. */
export const mapfile: Builtin = {
  name: "mapfile",
  dialects: ["bash"],
  run(shell, args) {
    const { options, rest } = optionsOf(shell, args, "d:n:O:s:tu:C:c:");
    if (options.has("C")) throw notSimulated("mapfile -C", "bash would call the command now and then");
    const name = rest[0] ?? "MAPFILE";
    if (!isName(name)) throw new ShellError(`\`${name}': not a valid identifier`, 1);
    const number = (letter: string): number => {
      const word = options.get(letter) ?? "0";
      if (!/^\d+$/.test(word)) throw new ShellError(`${word}: invalid line count`, 1);
      return Number(word);
    };
    const fd = options.get("u");
    const input = fd === undefined ? shell.stdin : shell.descriptors.get(Number(fd))?.input;
    if (input === undefined) throw new ShellError(`${fd}: invalid file descriptor: Bad file descriptor`, 1);
    const end = (options.get("d") ?? "\n").slice(0, 1) || "\0";
    const text = input.rest();
    const pieces = text.split(end);
    const open = pieces.pop() ?? "";
    const lines = options.has("t") ? pieces : pieces.map((piece) => piece + end);
    if (open !== "") lines.push(open);
    shell.kernel.spend(lines.length);
    const [most, skipped, first] = [number("n"), number("s"), number("O")];
    const taken = lines.slice(skipped, most > 0 ? skipped + most : undefined);
    const variable = declare(shell, name);
    if (variable.keyed) throw new ShellError(`${name}: not an indexed array`, 1);
    if (first === 0 || !variable.items) setList(variable, first === 0 ? taken : []);
    if (first > 0) taken.forEach((line, i) => variable.items?.set(String(first + i), line));
    return 0;
  },
};
