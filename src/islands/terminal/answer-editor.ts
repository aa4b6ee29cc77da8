import type { Ran } from "../../session/machine/machine.ts";
import type { Key } from "./key.ts";
import { edit } from "./line-editor.ts";
import { emptyLine, type LineState } from "./line-state.ts";

/** What comes of a key beside the new line: an answer, the end of the input, or nothing of either. */
type AnswerEffect =
  | { readonly kind: "reply"; readonly line: string }
  | { readonly kind: "end" }
  /** The command is given up. */
  | { readonly kind: "give-up" }
  /** The line alone is: a shell goes on with another one. */
  | { readonly kind: "discard" };

interface Answered {
  readonly state: LineState;
  readonly effect?: AnswerEffect;
}

/** A paste is typed line by line, as a terminal does. */
export const typedKeys = (key: Key): readonly Key[] =>
  key.kind === "paste"
    ? key.text
        .split("\n")
        .flatMap((text, at): readonly Key[] => [
          ...(at > 0 ? [{ kind: "press", name: "Enter" } as const] : []),
          ...(text === "" ? [] : [{ kind: "text", text } as const]),
        ])
    : [key];

/** One key further in a line that a running command asks for. */
export const editAnswer = (state: LineState, key: Key, wants: Ran["wants"]): Answered => {
  const name = key.kind === "press" ? key.name : undefined;
  if (name === "Enter" && state.search === undefined) {
    const { text, history } = state;
    // A shell remembers; what answers a question is nobody's business afterwards.
    const kept = wants === "command" && text.trim() !== "" ? [...history, text] : history;
    return { state: emptyLine(kept), effect: { kind: "reply", line: text } };
  }
  if (name === "EndOfInput" && state.text === "") return { state, effect: { kind: "end" } };
  if (name === "Interrupt")
    return {
      state: emptyLine(state.history),
      effect: { kind: wants === "command" ? "discard" : "give-up" },
    };
  const { state: edited } = edit(state, key, (_, cursor) => ({ start: cursor, choices: [] }));
  return { state: edited };
};
