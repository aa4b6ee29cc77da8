import type { Range } from "../core/position.ts";
import type { Ignore } from "../context/ignore.ts";
import type { Expansion } from "../dockerfile/expand.ts";
import type { From, Instruction } from "../dockerfile/instruction.ts";

/** A name that has no value, with the nearest one that has. */
export interface UndefinedName {
  readonly name: string;
  readonly hint: string | undefined;
}

/** What became of the words of a FROM. */
export interface FromFact {
  readonly from: From;
  /** Without a value and without an ARG that declares them: first those of the image, then those of `--platform`. */
  readonly undeclared: readonly UndefinedName[];
  readonly platform: Expansion | undefined;
  /** A `--platform` without any variable that names a platform; `text` has its quotes taken away. */
  readonly constantPlatform:
    | { readonly text: string; readonly os: string; readonly architecture: string }
    | undefined;
}

/** An instruction that the planner came through, those that ONBUILD brings included. */
export interface WalkedFact {
  /** Index of the stage. */
  readonly stage: number;
  readonly instruction: Instruction;
  /** Where it counts as standing: for an ONBUILD trigger the FROM that fires it. */
  readonly range: Range;
  readonly undefined: readonly UndefinedName[];
  /** Expanded: WORKDIR's path, EXPOSE's ports, ENV's and ARG's names, the context's paths that COPY and ADD read. */
  readonly words: readonly string[];
  /** The plan ended here: what BuildKit says of an instruction after expanding it was not said. */
  readonly failed: boolean;
  /** The image has a SHELL of its own at this point. */
  readonly shell: boolean;
  /** A WORKDIR stood before it, in this stage or in one that it is built from. */
  readonly placed: boolean;
}

/** What the planner learned on its way, for the rules that need more than the text. In the order of the walk. */
export interface Facts {
  /** FROM's images with the defaults of the ARGs alone. */
  readonly defaults: readonly { readonly from: From; readonly image: string }[];
  readonly froms: readonly FromFact[];
  /** Value of TARGETPLATFORM. */
  targetPlatform: string;
  /** Bases whose platform is not the one asked for. */
  readonly foreign: readonly {
    readonly range: Range;
    readonly name: string;
    readonly actual: string;
    readonly expected: string;
  }[];
  readonly walked: readonly WalkedFact[];
  /** The context's ignore file. */
  readonly ignore: Ignore | undefined;
}
