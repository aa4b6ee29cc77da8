import type { Range } from "../../core/position.ts";
import type { Copy, Instruction, Mount, Run } from "../../dockerfile/instruction.ts";
import type { ContainerConfig, HistoryEntry } from "../../oci/image-config.ts";
import type { BuildWarning } from "../result.ts";

/** What every planned step carries: how it is printed, and where it stands. */
interface Planned {
  /** As printed: `[stage-1 2/4] COPY . .`, variables that the Dockerfile set already replaced. */
  readonly name: string;
  readonly number: number;
  readonly of: number;
  readonly instruction: Instruction;
  readonly onbuild: boolean;
  /** The history entry that the step leaves, its times not yet set. */
  readonly history: HistoryEntry;
  /** The environment at this point: ENV and, for RUN, the ARGs in scope. In order of definition, `NAME=value`. */
  readonly env: readonly string[];
  readonly user: string;
  /** Absolute working directory at this point. */
  readonly directory: string;
}

/** What `docker build` itself says of the machine that RUN runs on. */
export interface RunMachine {
  /** `--add-host`: lines of /etc/hosts, names and addresses. */
  readonly hosts: readonly (readonly [host: string, address: string])[];
  /** `--ulimit` and `--shm-size` as given: no simulated program looks at them, but a step with others is another step. */
  readonly limits: readonly string[];
  /** `--network`: of every RUN that does not name one itself. */
  readonly network?: "none" | "host";
}

export interface RunStep extends Planned {
  readonly kind: "run";
  readonly instruction: Run;
  /** What is executed: SHELL and the text, or the exec form. */
  readonly argv: readonly string[];
  /** ARGs in scope that count for the cache key, `NAME=value`. */
  readonly buildArgs: readonly string[];
  readonly mounts: readonly Mount[];
  /** A heredoc with a `#!` line: a read-only file, mode 0755, that stands under `/dev/pipes` while the step runs. */
  readonly pipe: { readonly path: string; readonly data: string } | undefined;
  readonly machine?: RunMachine;
}

export interface CopyStep extends Planned {
  readonly kind: "copy";
  readonly instruction: Copy;
  /** Expanded; heredoc files come in `contents`, expanded too. */
  readonly sources: readonly string[];
  readonly contents: readonly { readonly path: string; readonly data: string }[];
  /** Absolute, a trailing slash kept. */
  readonly destination: string;
  /** Where the sources are: the context, a stage by index, an image by qualified reference, or `scratch`, which is empty. */
  readonly from:
    | { readonly kind: "context" | "scratch" }
    | { readonly kind: "stage"; readonly index: number }
    | { readonly kind: "image"; readonly reference: string };
  readonly chown: string | undefined;
  readonly chmod: string | undefined;
}

export interface WorkdirStep extends Planned {
  readonly kind: "workdir";
  /** Absolute; `directory` is what it was before. */
  readonly path: string;
  /** Seconds since 1970 that the directory is dated; undefined is when the step runs. */
  readonly time: number | undefined;
}

export type PlannedStep = RunStep | CopyStep | WorkdirStep;

export interface PlannedStage {
  readonly index: number;
  readonly name: string;
  readonly start:
    | { readonly kind: "scratch" }
    | { readonly kind: "stage"; readonly index: number }
    | { readonly kind: "image"; readonly reference: string; readonly vertex: string; readonly range: Range };
  readonly steps: readonly PlannedStep[];
  /** The config that an image of this stage has, base included. */
  readonly config: ContainerConfig;
  readonly author: string | undefined;
  /** All rows of this stage in order, those of metadata instructions included; the base's rows are not. A row with a step is the step's own `history`. */
  readonly history: readonly HistoryEntry[];
}

/** The Dockerfile read to its end with all variables in place: what BuildKit's frontend hands to its solver. */
export interface Plan {
  /** Index of the stage to build. */
  readonly target: number;
  /** Stages that the target needs, in order of the file. */
  readonly stages: readonly PlannedStage[];
  /** References whose metadata had to be loaded, fully qualified, in order of first use. */
  readonly metadata: readonly string[];
  /** Names of all vertices that the target's files hang on, each once; equal steps of two stages are one vertex. */
  readonly vertices: readonly string[];
  /** Of the image that comes out: `linux/amd64`. */
  readonly platform: string;
  readonly warnings: readonly BuildWarning[];
}

export interface PlanError {
  /** All after `failed to solve: `. */
  readonly message: string;
  readonly range: Range | undefined;
  /** All places, in order of the file; `range` is the first. */
  readonly ranges: readonly Range[];
  /** Every base that is needed was there by then. */
  readonly based?: true;
}
