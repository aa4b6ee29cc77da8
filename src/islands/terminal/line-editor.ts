import type { Completion } from "./complete.ts";
import type { Key, KeyName } from "./key.ts";
import { emptyLine, type LineState } from "./line-state.ts";
import { isOpen } from "./open-input.ts";
import { search } from "./history-search.ts";

/** What the terminal has to do beside drawing the new line. */
export type Effect =
  | { readonly kind: "submit"; readonly line: string }
  | { readonly kind: "interrupt" }
  | { readonly kind: "clear" }
  | { readonly kind: "bell" }
  | { readonly kind: "list"; readonly choices: readonly string[] };

export interface Edited {
  readonly state: LineState;
  readonly effect?: Effect;
}

export type Complete = (text: string, cursor: number) => Completion;

const bell: Effect = { kind: "bell" };

const wordLeft = (text: string, cursor: number): number =>
  /[A-Za-z0-9_]*[^A-Za-z0-9_]*$/.exec(text.slice(0, cursor))?.index ?? 0;
const wordRight = (text: string, cursor: number): number =>
  cursor + (/^[^A-Za-z0-9_]*[A-Za-z0-9_]*/.exec(text.slice(cursor))?.[0].length ?? 0);
/** ^W goes by spaces, as in bash. */
const spaceLeft = (text: string, cursor: number): number => /\S*\s*$/.exec(text.slice(0, cursor))?.index ?? 0;
const lineStart = (text: string, cursor: number): number => text.lastIndexOf("\n", cursor - 1) + 1;
const lineEnd = (text: string, cursor: number): number => {
  const end = text.indexOf("\n", cursor);
  return end < 0 ? text.length : end;
};
/** Surrogate pairs move and go as one. */
const before = (text: string, cursor: number): number =>
  cursor - (/[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(0, cursor)) ? 2 : Math.min(1, cursor));
const after = (text: string, cursor: number): number =>
  cursor + (/^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(cursor)) ? 2 : cursor < text.length ? 1 : 0);

const insert = (state: LineState, text: string): LineState => ({
  ...state,
  text: state.text.slice(0, state.cursor) + text + state.text.slice(state.cursor),
  cursor: state.cursor + text.length,
});

const remove = (state: LineState, start: number, end: number, keep: boolean): LineState => ({
  ...state,
  text: state.text.slice(0, start) + state.text.slice(end),
  cursor: start,
  killed: keep && end > start ? state.text.slice(start, end) : state.killed,
});

const showHistory = (state: LineState, place: number): LineState => {
  const draft = state.place === state.history.length ? state.text : state.draft;
  const text = place === state.history.length ? draft : (state.history[place] ?? "");
  return { ...state, place, draft, text, cursor: text.length };
};

const submit = (state: LineState): Edited => {
  const { text, history } = state;
  const remembered = text.trim() === "" || text === history.at(-1) ? history : [...history, text];
  return {
    state: { ...emptyLine(remembered), killed: state.killed },
    effect: { kind: "submit", line: text },
  };
};

const completeAt = (state: LineState, complete: Complete): Edited => {
  const { start, choices } = complete(state.text, state.cursor);
  const typed = state.text.slice(start, state.cursor);
  const first = choices[0];
  if (first === undefined) return { state, effect: bell };
  if (choices.length === 1) {
    const ending = /[/:=]$/.test(first) ? "" : " ";
    return { state: insert(remove(state, start, state.cursor, false), first + ending) };
  }
  let shared = first;
  for (const choice of choices) while (!choice.startsWith(shared)) shared = shared.slice(0, -1);
  if (shared.length > typed.length)
    return { state: insert(remove(state, start, state.cursor, false), shared) };
  return { state, effect: { kind: "list", choices } };
};

const press = (state: LineState, name: KeyName, complete: Complete): Edited => {
  const { text, cursor, history, place } = state;
  const moved = (to: number): Edited => ({ state: { ...state, cursor: to } });
  switch (name) {
    case "Enter":
      return isOpen(text) ? { state: insert({ ...state, cursor: text.length }, "\n") } : submit(state);
    case "Interrupt":
      return { state: { ...emptyLine(history), killed: state.killed }, effect: { kind: "interrupt" } };
    case "Clear":
      return { state, effect: { kind: "clear" } };
    case "EndOfInput":
      return text === ""
        ? { state, effect: bell }
        : { state: remove(state, cursor, after(text, cursor), false) };
    case "Tab":
      return completeAt(state, complete);
    case "Search":
      return {
        state: {
          ...state,
          search: { query: "", place: history.length, failed: false, before: { text, cursor } },
        },
      };
    case "Left":
      return moved(before(text, cursor));
    case "Right":
      return moved(after(text, cursor));
    case "WordLeft":
      return moved(wordLeft(text, cursor));
    case "WordRight":
      return moved(wordRight(text, cursor));
    case "Home":
      return moved(lineStart(text, cursor));
    case "End":
      return moved(lineEnd(text, cursor));
    case "Up":
      return place > 0 ? { state: showHistory(state, place - 1) } : { state, effect: bell };
    case "Down":
      return place < history.length ? { state: showHistory(state, place + 1) } : { state, effect: bell };
    case "Backspace":
      return { state: remove(state, before(text, cursor), cursor, false) };
    case "Delete":
      return { state: remove(state, cursor, after(text, cursor), false) };
    case "KillLeft":
      return { state: remove(state, lineStart(text, cursor), cursor, true) };
    case "KillRight":
      return { state: remove(state, cursor, lineEnd(text, cursor), true) };
    case "KillWordLeft":
      return { state: remove(state, spaceLeft(text, cursor), cursor, true) };
    case "KillWordRight": {
      const end = wordRight(text, cursor);
      return { state: remove(state, cursor, end, true) };
    }
    case "Yank":
      return { state: insert(state, state.killed) };
    case "Transpose": {
      const at = cursor === text.length ? cursor - 1 : cursor;
      if (at < 1) return { state, effect: bell };
      const swapped = text.slice(0, at - 1) + text.charAt(at) + text.charAt(at - 1) + text.slice(at + 1);
      return { state: { ...state, text: swapped, cursor: at + 1 } };
    }
    case "Escape":
      return { state };
  }
};

/** One key further: emacs keys as in bash, without any terminal. `complete` is asked on Tab. */
export const edit = (state: LineState, key: Key, complete: Complete): Edited => {
  if (state.search !== undefined) {
    const found = search(state, state.search, key);
    if (found.done)
      return key.kind === "press" ? press(found.state, key.name, complete) : edit(found.state, key, complete);
    return { state: found.state, ...(found.bell ? { effect: bell } : {}) };
  }
  if (key.kind === "press") return press(state, key.name, complete);
  return { state: insert(state, key.kind === "paste" ? key.text.replace(/\n+$/, "") : key.text) };
};
