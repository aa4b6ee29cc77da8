import { expect, it } from "vitest";
import { editAnswer, typedKeys } from "./answer-editor.ts";
import { type Key, readKeys } from "./key.ts";
import { emptyLine } from "./line-state.ts";

const typed = (data: string, wants: "line" | "secret" | "command", history: readonly string[] = []) => {
  let state = emptyLine(history);
  const effects: unknown[] = [];
  for (const key of readKeys(data).flatMap(typedKeys)) {
    const edited = editAnswer(state, key, wants);
    state = edited.state;
    if (edited.effect) effects.push(edited.effect);
  }
  return { effects, text: state.text, history: state.history };
};

it("hands in what was typed, however it was edited; an open quote is no reason to wait", () => {
  expect(typed("it's\x7f d\r", "line").effects).toEqual([{ kind: "reply", line: "it' d" }]);
  expect(typed("\r", "line").effects).toEqual([{ kind: "reply", line: "" }]);
});

it("ends the input at the start of a line only, and gives up a question, not a shell", () => {
  expect(typed("ab\x04\x15\x04", "line").effects).toEqual([{ kind: "end" }]);
  expect(typed("ab\x03", "secret")).toMatchObject({ effects: [{ kind: "give-up" }], text: "" });
  expect(typed("ab\x03cd", "command")).toMatchObject({ effects: [{ kind: "discard" }], text: "cd" });
});

it("keeps commands for the arrow keys, and never an answer", () => {
  expect(typed("ls\r\r\x1b[A", "command", ["cd /"])).toMatchObject({ history: ["cd /", "ls"], text: "ls" });
  expect(typed("s3cret\r\x1b[A", "secret")).toMatchObject({ history: [], text: "" });
});

it("types a paste line by line", () => {
  const press: Key = { kind: "press", name: "Enter" };
  expect(typedKeys({ kind: "paste", text: "a\n\nb\n" })).toEqual([
    { kind: "text", text: "a" },
    press,
    press,
    { kind: "text", text: "b" },
    press,
  ]);
});
