import { setList } from "../interpreter/arrays.ts";
import { ShellError } from "../interpreter/jumps.ts";
import { declare, isName } from "../interpreter/variables.ts";
import { linesOf } from "../input-files.ts";
import type { Builtin } from "./builtin.ts";

/** Reads lines into an array; `-t` leaves their line feeds out. */
export const mapfile: Builtin = {
  name: "mapfile",
  dialects: ["bash"],
  run(shell, args) {
    const flags = args.filter((word) => word.startsWith("-"));
    const odd = flags.find((word) => word !== "-t");
    if (odd !== undefined) throw new ShellError(`${odd}: invalid option`, 2);
    const name = args.find((word) => !word.startsWith("-")) ?? "MAPFILE";
    if (!isName(name)) throw new ShellError(`\`${name}': not a valid identifier`, 1);
    const text = shell.stdin.rest();
    const lines = linesOf(text);
    shell.kernel.spend(lines.length);
    const closed = (i: number): boolean => i < lines.length - 1 || text.endsWith("\n");
    setList(
      declare(shell, name),
      flags.length > 0 ? lines : lines.map((line, i) => (closed(i) ? `${line}\n` : line)),
    );
    return 0;
  },
};
