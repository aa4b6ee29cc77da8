import { expandWord } from "../../dockerfile/expand.ts";
import type { LexerOptions } from "../../dockerfile/expand.ts";
import type { Draft } from "./draft.ts";

/** `[name 2/4] `; takes the next number. Nothing where a stage has no steps to count. */
export function stepPrefix(draft: Draft, onbuild: boolean): string {
  if (draft.total === 0) return "";
  draft.numbered++;
  const width = Math.trunc(1 + Math.log10(draft.total));
  const stage = draft.name === "" ? "" : `${draft.name} `;
  return `[${stage}${String(draft.numbered).padStart(width)}/${draft.total}] ${onbuild ? "ONBUILD " : ""}`;
}

/** An instruction's text as it is printed: keyword in capitals, variables replaced where that works. */
export function stepText(
  text: string,
  variables: ReadonlyMap<string, string>,
  escape: string,
  options?: LexerOptions,
): string {
  const expanded = expandWord(text, variables, escape, options);
  const shown = "error" in expanded ? text : expanded.value;
  const space = shown.indexOf(" ");
  return space < 0 ? shown.toUpperCase() : shown.slice(0, space).toUpperCase() + shown.slice(space);
}
