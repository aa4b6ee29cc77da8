import { strerror } from "../vfs/errno.ts";
import { complain } from "./options.ts";
import type { Flavour, Process } from "./process.ts";
import { readText } from "./streams/open-file.ts";

export interface InputFile {
  readonly name: string;
  readonly text: string;
}

/** What a filter reads: its operands, `-` for standard input, or that alone. A file that cannot be read is told. */
export function inputFiles(
  process: Process,
  flavour: Flavour,
  operands: readonly string[],
  failure: Failure = nameAndReason,
): { files: InputFile[]; failed: boolean } {
  const files: InputFile[] = [];
  let failed = false;
  for (const name of operands.length === 0 ? ["-"] : operands) {
    const read = name === "-" ? { text: process.stdin.rest() } : readText(process, name);
    if (typeof read !== "string") {
      files.push({ name, text: read.text });
      continue;
    }
    failed = true;
    complain(process, flavour, failure(name, read));
  }
  return { files, failed };
}

/** What a program says about a file that it cannot read. */
export type Failure = (name: string, errno: keyof typeof strerror) => string;

/** As most programs say it: the name and the reason. */
export const nameAndReason: Failure = (name, errno) => `${name}: ${strerror[errno]}`;

/** As GNU's head, tail and tac say it. */
export const cannotOpen: Failure = (name, errno) =>
  errno === "EISDIR"
    ? `error reading '${name}': ${strerror[errno]}`
    : `cannot open '${name}' for reading: ${strerror[errno]}`;

/** As busybox's cat, tail, uniq and md5sum say it. */
export const cantOpen: Failure = (name, errno) =>
  errno === "EISDIR" ? `read error: ${strerror[errno]}` : `can't open '${name}': ${strerror[errno]}`;

/** Lines of a text without their line feeds; a last line feed ends the last line. */
export function linesOf(text: string, ending = "\n"): string[] {
  if (text === "") return [];
  const lines = text.split(ending);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
