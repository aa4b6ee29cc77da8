import type { FileState } from "@drydock/engine";
import type { MachineHost } from "./machine-host.ts";
import { FIRST_MOMENT, type LoadedMachine, type Machine } from "./machine.ts";

/** The machine that stands now, and which moments it remembers. */
export interface HeldMachine {
  readonly machine: Machine | undefined;
  readonly moments: ReadonlySet<number>;
  /** It remembers one more. */
  hold(moment: number): void;
  /** It is gone, or must not be used any more. */
  lose(): void;
  /** The one that stands; else another one, which is told what was saved last. */
  need(files: FileState): Promise<Machine>;
  /** Another machine from something saved. `error`: it could not be read, and the machine is a fresh one. */
  open(
    files: FileState,
    text: string | undefined,
  ): Promise<LoadedMachine | { readonly error: string } | undefined>;
  /** See `Machine.save`: what is saved is what the next machine begins with. */
  save(moments: readonly number[], beside: unknown): Promise<string | undefined>;
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export const holdMachine = (host: MachineHost): HeldMachine => {
  let machine: Machine | undefined;
  let moments = new Set<number>();
  let saved: string | undefined;
  const lose = (): void => {
    machine = undefined;
    moments = new Set();
  };
  /** One whose engine has ended, at whatever, is as good as none. */
  const live = (): Machine | undefined => {
    if (machine?.gone) lose();
    return machine;
  };
  const begin = async (
    files: FileState,
  ): Promise<ReturnType<HeldMachine["open"]> extends Promise<infer T> ? T : never> => {
    machine = host.machine(files);
    moments = new Set([FIRST_MOMENT]);
    if (saved === undefined) return undefined;
    try {
      const loaded = await machine.load(saved);
      if ("error" in loaded) {
        saved = undefined;
        return loaded;
      }
      for (const moment of loaded.moments) moments.add(moment);
      return loaded;
    } catch (error) {
      // Reading it has ended the engine: it is not read again.
      saved = undefined;
      machine = host.machine(files);
      moments = new Set([FIRST_MOMENT]);
      return { error: wordsOf(error) };
    }
  };
  return {
    get machine() {
      return live();
    },
    get moments() {
      live();
      return moments;
    },
    hold: (moment) => void moments.add(moment),
    lose,
    async need(files) {
      if (!live()) await begin(files);
      return machine ?? host.machine(files);
    },
    open: (files, text) => {
      saved = text;
      return begin(files);
    },
    async save(wanted, beside) {
      const here = live();
      if (!here) return undefined;
      const text = await here.save(wanted, beside);
      if (machine !== here) return undefined;
      moments = new Set([...moments].filter((moment) => wanted.includes(moment)));
      saved = text;
      return text;
    },
  };
};
