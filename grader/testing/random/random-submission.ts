import type { FileState } from "@drydock/engine";
import type { Lesson, Session, Submission } from "../../src/lesson.ts";
import type { Dice } from "./dice.ts";
import { randomCommand } from "./random-command.ts";
import { bytes, garbage, mutated } from "./random-text.ts";

/** Something that was handed in: a mutant of the solution or of the start, bytes of any kind, or a list of commands. */
export function randomSubmission(dice: Dice, lesson: Lesson, id: string): Submission {
  const files = dice.one([lesson.solution, lesson.start]);
  switch (dice.below(4)) {
    case 0:
      return { id, files: mutant(dice, files) };
    case 1:
      return { id, files: anything(dice, files), session: session(dice, files) };
    case 2:
      return { id, files, session: session(dice, files) };
    default:
      return { id, files: mutant(dice, files), session: session(dice, files) };
  }
}

function mutant(dice: Dice, files: FileState): FileState {
  const names = Object.keys(files);
  const name = dice.below(3) === 0 && names.length > 0 ? dice.one(names) : "Dockerfile";
  const text = files[name];
  return { ...files, [name]: mutated(dice, typeof text === "string" ? text : "FROM busybox\n") };
}

const NAMES = [
  "Dockerfile",
  ".dockerignore",
  "app.py",
  "a/b/c",
  "é",
  "a b",
  "-",
  "__proto__",
  "constructor",
  "requirements.txt",
  "*",
];

function anything(dice: Dice, files: FileState): FileState {
  const out: Record<string, FileState[string]> = { ...files };
  for (let i = dice.below(4); i >= 0; i--) {
    const name = i === 0 ? "Dockerfile" : dice.one(NAMES);
    const value = dice.one<() => FileState[string]>([
      () => ({ base64: bytes(dice, 400) }),
      () => garbage(dice, 40),
      () => ({ link: dice.one(["/etc/passwd", "..", "a", "Dockerfile", name]) }),
      () => ({ text: garbage(dice, 10), mode: dice.one(["0755", "0000", "0644"]) }),
    ])();
    Object.defineProperty(out, name, { value, enumerable: true, configurable: true, writable: true });
  }
  return out;
}

function session(dice: Dice, files: FileState): Session {
  const snapshots = { a: mutant(dice, files), b: files };
  const states = ["a", "b", "c", "__proto__"];
  return {
    format: 1,
    snapshots,
    commands: dice.some(6, () => ({
      line: randomCommand(dice),
      ...(dice.below(3) === 0 ? { files: dice.one(states) } : {}),
      ...(dice.below(4) === 0 ? { typed: dice.some(3, () => `${randomCommand(dice)}\n`) } : {}),
    })),
    answers: Object.fromEntries(
      dice.some(3, () => [dice.one(NAMES), dice.one([1, "2/4", [], null, {}, ["a"], -1e99])]),
    ),
    hints: { [dice.one(NAMES)]: dice.one([1, -1, 1e99]) },
  };
}
