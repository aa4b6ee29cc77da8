import type { Range } from "../../core/position.ts";
import type { Stage } from "../../dockerfile/dockerfile.ts";
import type { From, Instruction } from "../../dockerfile/instruction.ts";
import type { ContainerConfig, HistoryEntry } from "../../oci/image-config.ts";
import type { PlannedStep } from "./plan.ts";
import type { Platform } from "./platform.ts";

export type StageInstruction = Exclude<Instruction, From>;

/** An instruction with the drafts that its files come from; a place is undefined where a mount needs none. */
export interface Command {
  readonly instruction: StageInstruction;
  readonly onbuild: boolean;
  readonly sources: readonly (Draft | undefined)[];
}

/** An ARG that a stage has come through. */
interface DeclaredArg {
  readonly key: string;
  readonly value: string | undefined;
}

/**
 * A stage while it is planned, or an image that a COPY or a mount takes files from (`stage` is undefined then).
 * `config` is replaced, never changed: drafts share it.
 */
export interface Draft {
  readonly index: number;
  readonly stage: Stage | undefined;
  readonly range: Range;
  /** A mount asks for it: what is wrong with it is told without a place [measured on Docker 28.5.2]. */
  readonly mounted: boolean;
  /** As printed; "" where the file has a single stage and nothing else. */
  name: string;
  /** What it starts from: expanded, then in full. */
  image: string;
  readonly base: Draft | undefined;
  platform: Platform | undefined;
  commands: Command[];
  readonly needs: Map<Draft, Instruction>;
  /** Of the base image: Windows has another shell. */
  os: string;
  /** Printed FROM vertex, "" for scratch and stages. */
  vertex: string;
  config: ContainerConfig;
  /** Labels of `config`, which gets them when the stage has been walked. */
  labels: Map<string, string>;
  author: string | undefined;
  history: HistoryEntry[];
  /** Variables at this point, ENV and ARG, in order of definition. */
  variables: Map<string, string>;
  /** The same as `NAME=value`, where somebody asked for it since the last change. */
  environment: readonly string[] | undefined;
  directory: string;
  user: string;
  args: DeclaredArg[];
  /** Names of `args`. */
  declared: Set<string>;
  /** How many steps are announced, and how many are numbered. */
  total: number;
  numbered: number;
  steps: PlannedStep[];
  resolved: boolean;
  triggered: boolean;
  walked: boolean;
  placed: boolean;
  commanded: boolean;
}

export function createDraft(
  fields: Pick<Draft, "index" | "stage" | "range" | "mounted" | "name" | "image" | "base" | "platform">,
): Draft {
  return {
    ...fields,
    commands: [],
    needs: new Map(),
    os: "linux",
    vertex: "",
    config: {},
    author: undefined,
    history: [],
    variables: new Map(),
    directory: "/",
    user: "",
    args: [],
    declared: new Set(),
    labels: new Map(),
    environment: undefined,
    total: 0,
    numbered: 0,
    steps: [],
    resolved: false,
    triggered: false,
    walked: false,
    placed: false,
    commanded: false,
  };
}
