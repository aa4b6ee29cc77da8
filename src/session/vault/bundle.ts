import { type FileState, isText, listOf } from "@drydock/engine";
import { isFileState } from "./is-file-state.ts";
import type { Work } from "./work.ts";

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isTexts = listOf(isText);

/** Characters of a bundle that everybody takes: graders refuse more than 20 MiB. */
const MOST = 18_000_000;

/**
 * The bundle that the grader takes as a submission. The machine goes with it for whoever opens it in a page, with all that is on
 * it: files, logins, memories of programs. No verdict looks at it; where it would be too much, what was typed is typed again.
 */
export const bundleOf = (work: Work, machine?: string): string => {
  const text = (all: object): string => `${JSON.stringify(all, undefined, 2)}\n`;
  const whole = text({ ...work, machine });
  return whole.length <= MOST ? whole : text(work);
};

/** Reads a bundle that somebody hands in here. What is wrong with it is said in words. */
export const readBundle = (
  text: string,
): { readonly work: Work; readonly machine: string | undefined } | { readonly error: string } => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { error: "This file is not JSON. A file of work is what “Download your work” saves." };
  }
  if (!isObject(value) || value["format"] !== 1)
    return { error: "This is not a file of work: it has no “format”: 1 at its top." };
  const {
    lesson,
    version,
    files,
    snapshots = {},
    commands = [],
    hints = {},
    hintsRead = {},
    answers = {},
  } = value;
  if (!isFileState(files)) return { error: "This file holds no files: “files” is missing or damaged." };
  if (typeof lesson !== "string") return { error: "This file does not say which lesson it belongs to." };
  if (!isObject(snapshots) || !Object.values(snapshots).every(isFileState))
    return { error: "This file is damaged: its “snapshots” are not states of files." };
  const lines = Array.isArray(commands) ? (commands as readonly unknown[]) : undefined;
  if (!lines?.every((command): command is Json => isObject(command) && typeof command["line"] === "string"))
    return { error: "This file is damaged: its “commands” are not lines." };
  const states = snapshots as Readonly<Record<string, FileState>>;
  const machine = value["machine"];
  return {
    machine: typeof machine === "string" ? machine : undefined,
    work: {
      format: 1,
      lesson,
      version: typeof version === "string" ? version : "",
      commands: lines.map((command) => ({
        line: String(command["line"]),
        ...(isTexts(command["typed"]) ? { typed: command["typed"] } : {}),
        ...(typeof command["files"] === "string" && command["files"] in states
          ? { files: command["files"] }
          : {}),
      })),
      snapshots: states,
      answers: isObject(answers) ? answers : {},
      hints: isObject(hints)
        ? Object.fromEntries(
            Object.entries(hints).filter((hint): hint is [string, number] => Number.isInteger(hint[1])),
          )
        : {},
      hintsRead: isObject(hintsRead)
        ? Object.fromEntries(
            Object.entries(hintsRead).filter((read): read is [string, readonly string[]] => isTexts(read[1])),
          )
        : {},
      revealed: value["revealed"] === true,
      files,
    },
  };
};
