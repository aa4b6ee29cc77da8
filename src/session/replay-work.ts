import type { FileState } from "@drydock/engine";
import { stoppedBy } from "./engine-stopped.ts";
import type { Machine, Ran } from "./machine.ts";
import { stoppedCommand } from "./stopped-command.ts";
import type { Work } from "./work.ts";

interface Replayed {
  readonly machine: Machine;
  readonly log: readonly Ran[];
}

/**
 * Makes a machine and types what was typed, as the grader would. A command that ends the engine, or that somebody
 * interrupts, is left out the next time round.
 *
 * @param fresh a machine with these files in its folder
 * @param columns of the terminal that shows it all at once
 * @param stale true once nobody wants the result
 */
export const replayWork = async (
  fresh: (files: FileState) => Machine,
  { commands, snapshots, files: last }: Work,
  columns: number,
  stale: () => boolean,
): Promise<Replayed | undefined> => {
  const left = new Map<number, Ran>();
  while (!stale()) {
    const machine = fresh(last);
    const log: Ran[] = [];
    for (const [at, { line, files: name, typed }] of commands.entries()) {
      const files = name === undefined ? last : (snapshots[name] ?? last);
      const known = left.get(at);
      try {
        log.push(known ?? (await machine.run(line, files, { typed, terminal: { columns, rows: 0 } })));
      } catch (error) {
        left.set(at, stoppedCommand({ line, prompt: machine.standing.prompt, files }, stoppedBy(error)));
        break;
      }
      if (stale()) return undefined;
    }
    if (log.length === commands.length) return { machine, log };
  }
  return undefined;
};
