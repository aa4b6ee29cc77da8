import { EngineError } from "../../core/engine-error.ts";
import { isoTime } from "../../core/iso-time.ts";
import type { Range } from "../../core/position.ts";
import { expandWord } from "../../dockerfile/expand.ts";
import type { LexerOptions } from "../../dockerfile/expand.ts";
import { nearest } from "../../dockerfile/suggest.ts";
import type { UndefinedName } from "../../lint/facts.ts";
import type { HistoryEntry } from "../../oci/image-config.ts";
import type { Command, Draft } from "./draft.ts";
import type { Planning } from "./planning.ts";

/** ARGs that BuildKit reads for itself and never puts into the environment. */
export const SILENT_ARGS: ReadonlySet<string> = new Set([
  "BUILDKIT_SBOM_SCAN_CONTEXT",
  "BUILDKIT_SBOM_SCAN_STAGE",
]);

/** What one stage may hold, and one instruction may miss: learner text must not stop the page. */
const VARIABLES = 2000;
const UNDEFINED = 500;

/** One instruction on its way into a draft. */
export class Walk {
  readonly planning: Planning;
  readonly draft: Draft;
  readonly command: Command;
  /** What rules get to know; see `WalkedFact`. `words` are set as far as BuildKit looks at them before it fails. */
  readonly undefined: UndefinedName[] = [];
  words: string[] = [];
  /** The first expansion that failed: it ends the plan before anything that the instruction itself finds. */
  failure: string | undefined;

  constructor(planning: Planning, draft: Draft, command: Command) {
    this.planning = planning;
    this.draft = draft;
    this.command = command;
  }

  get range(): Range {
    return this.command.instruction.range;
  }

  get escape(): string {
    return this.planning.dockerfile.escape;
  }

  /** Replaces variables by what they are at this point. */
  readonly expand = (text: string): string => this.expandWith(text, this.escape);

  /** The text of a heredoc: its escape is always a backslash, its quotes are plain. */
  readonly expandBody = (text: string): string => this.expandWith(text, "\\", { ignoreQuotes: true });

  /** A history row, which is also the step's own where it has one. */
  commit(text: string, layer = false): HistoryEntry {
    const { epoch } = this.planning;
    const entry: HistoryEntry = {
      ...(epoch === undefined ? {} : { created: isoTime(epoch * 1000) }),
      created_by: text,
      comment: "buildkit.dockerfile.v0",
      ...(layer ? {} : { empty_layer: true }),
    };
    this.draft.history.push(entry);
    return entry;
  }

  /** @throws {EngineError} `LIMIT` when there are too many. */
  setVariable(name: string, value: string): void {
    const { variables } = this.draft;
    variables.delete(name);
    variables.set(name, value);
    this.draft.environment = undefined;
    if (variables.size > VARIABLES)
      throw new EngineError("LIMIT", { what: "variables of a stage", limit: VARIABLES });
  }

  private expandWith(text: string, escape: string, options?: LexerOptions): string {
    if (this.failure !== undefined) return "";
    const { variables, declared } = this.draft;
    const expanded = expandWord(text, variables, escape, options);
    for (const name of expanded.unmatched) {
      if (SILENT_ARGS.has(name) || declared.has(name)) continue;
      if (this.undefined.length >= UNDEFINED)
        throw new EngineError("LIMIT", { what: "undefined variables", limit: UNDEFINED });
      this.undefined.push({ name, hint: nearest(name, variables.keys()) });
    }
    if (!("error" in expanded)) return expanded.value;
    this.failure = expanded.error;
    return "";
  }
}

/** Takes one kind of instruction into its draft; gives BuildKit's words where it cannot. */
export type Walker<Kind> = (walk: Walk, instruction: Kind) => string | undefined;
