import { strerror } from "../../vfs/errno.ts";
import { complain } from "../options/options.ts";
import type { Flavour, Process } from "../process.ts";
import { readText } from "../streams/open-file.ts";

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
    const words = failure(name, read);
    if (words === undefined) {
      files.push({ name, text: "" });
      continue;
    }
    failed = true;
    complain(process, flavour, words);
  }
  return { files, failed };
}

/** What a program says about a file that it cannot read; undefined: nothing, and the file counts as empty. */
export type Failure = (name: string, errno: keyof typeof strerror) => string | undefined;

/** As applets say it that read with stdio: a folder opens, and fails when it is read. */
export const nameOrReadError: Failure = (name, errno) =>
  `${name}: ${errno === "EISDIR" ? "Input/output error" : strerror[errno]}`;

/** As GNU's encoders say it, which name no file that they could open. */
export const orReadError: Failure = (name, errno) =>
  errno === "EISDIR" ? `read error: ${strerror[errno]}` : nameAndReason(name, errno);

/** As applets say it that do not ask whether reading failed: a folder is empty. */
export const foldersAreEmpty: Failure = (name, errno) =>
  errno === "EISDIR" ? undefined : nameAndReason(name, errno);

/** As most programs say it: the name and the reason. */
export const nameAndReason = (name: string, errno: keyof typeof strerror): string =>
  `${name}: ${strerror[errno]}`;

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
