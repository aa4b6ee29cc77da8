import { type BaseImageData, type FileState, Workstation } from "@drydock/engine";
import type { Machine } from "./machine.ts";
import { sameFiles } from "./work.ts";

/** The engine's workstation as a session drives it: the same steps as the grader's replay, so that both end alike. */
export const workstationMachine = (bases: readonly BaseImageData[], seed: string, files: FileState): Machine => {
  const workstation = new Workstation({ bases, seed, files });
  let present = files;
  const promptNow = (): string => `${workstation.prompt}`;
  return {
    run(line, wanted) {
      if (!sameFiles(wanted, present)) workstation.replaceFiles(wanted);
      const prompt = promptNow();
      const { exitCode, output, builds } = workstation.run(line);
      present = workstation.fileState();
      return { line, prompt, exitCode, output, builds, files: present };
    },
    get prompt() {
      return promptNow();
    },
    images: () => [],
    containers: () => [],
  };
};
