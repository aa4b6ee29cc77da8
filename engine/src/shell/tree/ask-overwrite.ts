import type { Flavour, Process } from "../process.ts";
import { gnuQuote } from "../text/gnu-quote.ts";
import { basename } from "../../vfs/path.ts";

/** The question of `cp -i` and `mv -i`, on standard error; only an answer that begins with y is a yes. */
export function mayOverwrite(process: Process, flavour: Flavour, target: string): boolean {
  const name = process.argv[0] ?? "";
  process.stderr.write(
    flavour === "gnu"
      ? `${name}: overwrite ${gnuQuote(target)}? `
      : `${basename(name)}: overwrite '${target}'? `,
  );
  return /^[yY]/.test(process.stdin.line() ?? "");
}
