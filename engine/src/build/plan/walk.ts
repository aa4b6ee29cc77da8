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

/** One instruction on its way into a draft. */
export class Walk {
  readonly planning: Planning;
  readonly draft: Draft;
  readonly command: Command;
  /** What rules get to know; see `WalkedFact`. */
  readonly undefined: UndefinedName[] = [];
  words: readonly string[] = [];
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
    const entry: HistoryEntry = {
      created_by: text,
      comment: "buildkit.dockerfile.v0",
      ...(layer ? {} : { empty_layer: true }),
    };
    this.draft.history = [...this.draft.history, entry];
    return entry;
  }

  setVariable(name: string, value: string): void {
    const variables = new Map(this.draft.variables);
    variables.delete(name);
    this.draft.variables = variables.set(name, value);
  }

  private expandWith(text: string, escape: string, options?: LexerOptions): string {
    const { variables, args } = this.draft;
    const expanded = expandWord(text, variables, escape, options);
    for (const name of expanded.unmatched) {
      if (SILENT_ARGS.has(name) || args.some(({ key }) => key === name)) continue;
      this.undefined.push({ name, hint: nearest(name, variables.keys()) });
    }
    if (!("error" in expanded)) return expanded.value;
    this.failure ??= expanded.error;
    return "";
  }
}

/** Takes one kind of instruction into its draft; gives BuildKit's words where it cannot. */
export type Walker<Kind> = (walk: Walk, instruction: Kind) => string | undefined;
