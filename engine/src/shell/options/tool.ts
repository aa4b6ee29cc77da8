import { type OptionSpec, type Options, readOptions, Refusal } from "./options.ts";
import type { Flavour, Process, Program } from "../process.ts";

/** A program with a command line that is read in the usual way. */
export function tool(
  name: string,
  spec: OptionSpec,
  run: (process: Process, options: Options, flavour: Flavour) => number,
): Program {
  return {
    name,
    run(process, flavour) {
      try {
        return run(process, readOptions(process, flavour, spec), flavour);
      } catch (stop) {
        if (stop instanceof Refusal) return stop.status;
        throw stop;
      }
    },
  };
}
