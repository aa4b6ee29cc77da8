/** A key or a paste, as the line editor sees it. */
export type Key =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "paste"; readonly text: string }
  | { readonly kind: "press"; readonly name: KeyName };

export type KeyName =
  | "Enter"
  | "Backspace"
  | "Delete"
  | "Tab"
  | "Escape"
  | "Left"
  | "Right"
  | "Up"
  | "Down"
  | "Home"
  | "End"
  | "WordLeft"
  | "WordRight"
  | "KillWordLeft"
  | "KillWordRight"
  | "KillLeft"
  | "KillRight"
  | "Yank"
  | "Transpose"
  | "Interrupt"
  | "EndOfInput"
  | "Clear"
  | "Search";

const names: Readonly<Record<string, KeyName>> = {
  "\r": "Enter",
  "\n": "Enter",
  "\x7f": "Backspace",
  "\b": "Backspace",
  "\t": "Tab",
  "\x1b": "Escape",
  "\x01": "Home",
  "\x05": "End",
  "\x02": "Left",
  "\x06": "Right",
  "\x10": "Up",
  "\x0e": "Down",
  "\x15": "KillLeft",
  "\x0b": "KillRight",
  "\x17": "KillWordLeft",
  "\x19": "Yank",
  "\x14": "Transpose",
  "\x03": "Interrupt",
  "\x04": "EndOfInput",
  "\x0c": "Clear",
  "\x12": "Search",
  "\x1b[A": "Up",
  "\x1b[B": "Down",
  "\x1b[C": "Right",
  "\x1b[D": "Left",
  "\x1bOA": "Up",
  "\x1bOB": "Down",
  "\x1bOC": "Right",
  "\x1bOD": "Left",
  "\x1b[H": "Home",
  "\x1b[F": "End",
  "\x1bOH": "Home",
  "\x1bOF": "End",
  "\x1b[1~": "Home",
  "\x1b[4~": "End",
  "\x1b[3~": "Delete",
  "\x1bb": "WordLeft",
  "\x1bf": "WordRight",
  "\x1bd": "KillWordRight",
  "\x1b\x7f": "KillWordLeft",
  "\x1b[1;5D": "WordLeft",
  "\x1b[1;5C": "WordRight",
  "\x1b[1;3D": "WordLeft",
  "\x1b[1;3C": "WordRight",
};

const pasteStart = "\x1b[200~";
const pasteEnd = "\x1b[201~";

/** Length of the escape sequence at the start of `data`: CSI, SS3, or Escape with one character. */
const sequenceLength = (data: string): number => {
  if (data.length < 2) return 1;
  if (data[1] === "O") return Math.min(3, data.length);
  if (data[1] !== "[") return 2;
  let end = 2;
  while (end < data.length && /[0-9;?]/.test(data[end] ?? "")) end += 1;
  return Math.min(end + 1, data.length);
};

/** Splits what a terminal sends into keys. Sequences that mean nothing here are dropped. */
export const readKeys = (data: string): readonly Key[] => {
  const keys: Key[] = [];
  let at = 0;
  while (at < data.length) {
    if (data.startsWith(pasteStart, at)) {
      const end = data.indexOf(pasteEnd, at);
      const text = data.slice(at + pasteStart.length, end < 0 ? undefined : end);
      keys.push({ kind: "paste", text: text.replace(/\r\n?/g, "\n") });
      at = end < 0 ? data.length : end + pasteEnd.length;
      continue;
    }
    const character = data[at] ?? "";
    if (character === "\x1b") {
      const sequence = data.slice(at, at + sequenceLength(data.slice(at, at + 16)));
      const name = names[sequence];
      if (name !== undefined) keys.push({ kind: "press", name });
      at += sequence.length;
      continue;
    }
    const name = names[character];
    if (name !== undefined) {
      keys.push({ kind: "press", name });
      at += 1;
      continue;
    }
    let end = at;
    while (end < data.length && (data[end] ?? "") >= " " && data[end] !== "\x7f") end += 1;
    if (end > at) keys.push({ kind: "text", text: data.slice(at, end) });
    at = Math.max(end, at + 1);
  }
  return keys;
};
