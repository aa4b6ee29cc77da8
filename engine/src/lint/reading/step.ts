import type { From, Instruction, Mount } from "../../dockerfile/instruction.ts";
import type { ContainerConfig } from "../../oci/image-config.ts";
import type { Stage } from "../../dockerfile/dockerfile.ts";
import type { ShellCommand } from "./shell-command.ts";

/** One instruction below a FROM, with what holds before it. */
export interface Step {
  readonly instruction: Exclude<Instruction, From>;
  readonly stage: StageReading;
  /** The step before it, in the stages that this one is built from too. */
  readonly previous: Step | undefined;
  /** Absolute working directory; the base image's where that is known, else `/`. */
  readonly directory: string;
  /** A WORKDIR stood before it, or the base image has one. */
  readonly placed: boolean;
  /** As USER has it; "" for root by default. */
  readonly user: string;
  /** SHELL before it, undefined for the usual one. */
  readonly shell: readonly string[] | undefined;
  /** Of a RUN, in order of the text; none where a shell reads it that Drydock does not read. */
  readonly commands: readonly ShellCommand[];
  /** Of a RUN. */
  readonly mounts: readonly Mount[];
}

export interface StageReading {
  readonly stage: Stage;
  /** The base image's name with the defaults of the ARGs; "" for another stage. */
  readonly base: string;
  readonly parent: StageReading | undefined;
  /** Config of the base image, of the parents' where it is a stage. */
  readonly config: ContainerConfig | undefined;
  readonly steps: readonly Step[];
  /** Its last step, or the last one of the stages that it is built from. */
  readonly last: Step | undefined;
  /** Its layers go into the image that the file makes: the last stage, and those that it is built from. */
  readonly ships: boolean;
}

const FARTHEST = 300;

/** The steps before one, the nearest first; at most 300 of them. */
export function* stepsBefore(step: Step | undefined): Generator<Step> {
  let before = step?.previous;
  for (let count = 0; before !== undefined && count < FARTHEST; count++) {
    yield before;
    before = before.previous;
  }
}
