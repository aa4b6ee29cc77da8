import type { Ignore } from "../../context/ignore.ts";
import type { Dockerfile } from "../../dockerfile/dockerfile.ts";
import type { Facts, FromFact, WalkedFact } from "../../lint/facts.ts";
import type { ImageConfig } from "../../oci/image-config.ts";
import type { PlanError } from "./plan.ts";
import type { Draft } from "./draft.ts";
import type { Platform } from "./platform.ts";

/** What a build gives beside the Dockerfile. */
export interface PlanOptions {
  /** "" or undefined: the last stage. */
  readonly target?: string | undefined;
  /** `--build-arg`. */
  readonly args?: Readonly<Record<string, string>> | undefined;
  /** `--platform`; undefined builds for linux/amd64 and takes a base's own platform where it differs. */
  readonly platform?: string | undefined;
  /** `--label`. */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** The context's ignore file, for the rule that looks at it. */
  readonly ignore?: Ignore | undefined;
  /** `--check`: all stages are walked unless a target is named. */
  readonly check?: boolean | undefined;
}

/** The config of an image by its full reference and the platform asked for, or why there is none, in the words behind `NAME: `. */
export type FindConfig = (reference: string, platform: string) => ImageConfig | { readonly error: string };

/** All that the parts of one planning share. */
export interface Planning {
  readonly dockerfile: Dockerfile;
  readonly options: PlanOptions;
  readonly findConfig: FindConfig;
  readonly buildArgs: ReadonlyMap<string, string>;
  /** Predefined and global ARGs. */
  readonly globals: ReadonlyMap<string, string>;
  readonly targetPlatform: Platform;
  /** Build arg SOURCE_DATE_EPOCH in seconds since 1970: the time of all that the frontend dates. */
  readonly epoch: number | undefined;
  readonly allStages: boolean;
  readonly drafts: Draft[];
  /** By lower-cased name; the last of a name counts. */
  readonly byName: Map<string, Draft>;
  readonly facts: FactsDraft;
  /** Full references in order of first use. */
  readonly metadata: Set<string>;
  /** How many ports all EXPOSE of the file have come to. */
  ports: number;
}

/** Facts while they are gathered. */
export interface FactsDraft extends Facts {
  readonly defaults: { from: FromFact["from"]; image: string }[];
  readonly froms: FromFact[];
  readonly foreign: Facts["foreign"][number][];
  readonly walked: WalkedFact[];
}

export type Failure = PlanError | undefined;
