import { strerror } from "../vfs/errno.ts";
import { gnuQuote } from "./text/gnu-quote.ts";
import { complain } from "./options/options.ts";
import type { Flavour, Process, SpawnOptions } from "./process.ts";

/** Runs the command of `nohup`, `nice` and their kind in their place; 127 and 126 with words where it cannot start: `told` are GNU's, up to the reason. */
export function runCommand(
  process: Process,
  flavour: Flavour,
  argv: readonly string[],
  options: SpawnOptions = {},
  told: (name: string) => string = (name) => `failed to run command ${gnuQuote(name)}`,
): number {
  const status = process.start(argv, { ...options, replace: true });
  if (typeof status === "number") return status;
  if (status.errno === "ENOEXEC") return process.spawn(argv, options);
  const name = argv[0] ?? "";
  complain(
    process,
    flavour,
    flavour === "gnu"
      ? `${told(name)}: ${strerror[status.errno]}`
      : `can't execute '${name}': ${strerror[status.errno]}`,
  );
  return status.errno === "ENOENT" ? 127 : 126;
}
