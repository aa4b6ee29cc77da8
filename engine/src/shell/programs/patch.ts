import { notSimulated } from "../../core/engine-error.ts";
import { strerror } from "../../vfs/errno.ts";
import { dirname, join } from "../../vfs/path.ts";
import { contentOf } from "../text/bytes-text.ts";
import { readOptions, Refusal } from "../options/options.ts";
import { type Applied, applyHunks, type FileLines } from "../patch/apply-hunks.ts";
import { type FilePatch, type Hunk, readPatch, reversed } from "../patch/read-patch.ts";
import type { Process, Program } from "../process.ts";
import { readText } from "../streams/open-file.ts";
import { isEntry, statOf } from "../tree/tree.ts";

const SPEC = {
  flags: "RNsfDbEtuZT",
  values: "pido",
  long: {
    strip: "p",
    input: "i",
    reverse: "R",
    forward: "N",
    silent: "s",
    quiet: "s",
    "dry-run": "D",
    force: "f",
    directory: "d",
    backup: "b",
    batch: "t",
    output: "o",
  },
  lacks: "*",
} as const;

/** `patch` of GNU for unified diffs. Where it would ask somebody, that is told. */
export const patch: Program = {
  name: "patch",
  run(process, flavour) {
    if (flavour === "busybox") throw notSimulated("busybox's patch", "change the files");
    try {
      return run(process, readOptions(process, flavour, SPEC));
    } catch (stop) {
      if (stop instanceof Refusal) return 2;
      throw stop;
    }
  },
};

function run(process: Process, options: ReturnType<typeof readOptions>): number {
  const folder = options.value("d");
  const [operand, second] = options.operands;
  const input = options.value("i") ?? second;
  const fatal = (words: string): number => {
    process.stderr.write(`patch: **** ${words}\n`);
    return 2;
  };
  if (options.has("o")) throw notSimulated("patch -o", "write the outcome elsewhere");
  const inputPath = input === undefined || input === "-" ? undefined : join(process.cwd, input);
  if (folder !== undefined) {
    const there = statOf(process, folder);
    if (!isEntry(there) || there.kind !== "directory")
      return fatal(`Can't change to directory ${folder} : No such file or directory`);
    process.cwd = join(process.cwd, folder);
  }
  const read =
    inputPath === undefined
      ? { text: process.stdin.rest() }
      : readText(
          process,
          options.has("d") && input !== undefined && !input.startsWith("/")
            ? join(process.cwd, input)
            : inputPath,
        );
  if (typeof read === "string") return fatal(`Can't open patch file ${input ?? ""} : ${strerror[read]}`);
  process.kernel.spend(read.text.length >> 6);
  const { patches, broken } = readPatch(read.text);
  if (patches.length === 0)
    return /\S/.test(read.text) ? fatal("Only garbage was found in the patch input.") : 0;
  let status = 0;
  for (const one of patches) {
    // Of a file whose patch breaks off nothing is changed.
    const whole = broken && one === patches.at(-1) ? { ...one, hunks: [] } : one;
    status = Math.max(
      status,
      applyTo(process, options, options.has("R") ? reversed(whole) : whole, operand, one),
    );
  }
  if (broken) return fatal(`malformed patch at line ${broken.line}: ${broken.text}\n`);
  return status;
}

/** A name without its first folders; without `-p` only the last part counts. */
function stripped(name: string, count: number | undefined): string {
  if (count === undefined) return name.slice(name.lastIndexOf("/") + 1);
  const parts = name.split(/\/+/);
  return parts.length > count ? parts.slice(count).join("/") : "";
}

/** The file that is meant: of the names that exist, the one with the fewest folders, the shorter one, the first (POSIX, patch). */
function target(process: Process, one: FilePatch, count: number | undefined): string | undefined {
  const names = [one.oldName, one.newName]
    .filter((name) => name !== "/dev/null")
    .map((name) => stripped(name, count))
    .filter((name) => name !== "");
  const there = names.filter((name) => isEntry(statOf(process, name)));
  const folders = (name: string): number => name.split("/").length;
  const [best] = (there.length > 0 ? there : one.oldName === "/dev/null" ? names : []).toSorted(
    (a, b) =>
      folders(a) - folders(b) ||
      a.slice(a.lastIndexOf("/") + 1).length - b.slice(b.lastIndexOf("/") + 1).length ||
      a.length - b.length,
  );
  return best;
}

function applyTo(
  process: Process,
  options: ReturnType<typeof readOptions>,
  one: FilePatch,
  operand: string | undefined,
  typed: FilePatch,
): number {
  const say = (words: string): void => {
    if (!options.has("s")) process.stdout.write(words);
  };
  const strip = options.value("p");
  const name = operand ?? target(process, one, strip === undefined ? undefined : Number(strip));
  if (name === undefined)
    throw notSimulated(
      `patch where there is no file ${stripped(typed.newName, strip === undefined ? undefined : Number(strip))}`,
      "ask which file to patch",
    );
  const path = join(process.cwd, name);
  const entry = statOf(process, name);
  const found = isEntry(entry) ? readText(process, name) : { text: "" };
  if (typeof found === "string") throw notSimulated(`patch of ${name}, which cannot be read`, "say so");
  const file = linesOf(found.text);
  const { spend } = { spend: (steps: number): void => process.kernel.spend(steps) };
  const { file: made, results } = applyHunks(file, one.hunks, spend);
  const failed = one.hunks.filter((_, i) => results[i] === undefined);
  const dry = options.has("D");
  if (failed.length > 0 && results[0] === undefined) {
    const back = applyHunks(file, reversed(one).hunks, spend).results;
    const isDone = back[0] !== undefined && back[0].fuzz === 0;
    if (isDone && !options.has("N"))
      throw notSimulated(`a patch of ${name} that is applied already`, "ask whether to take it back");
    if (isDone) {
      say(`${dry ? "checking" : "patching"} file ${name}\n`);
      process.stdout.write("Reversed (or previously applied) patch detected!  Skipping patch.\n");
      const all = one.hunks.length;
      process.stdout.write(
        `${all} out of ${all} hunk${all === 1 ? "" : "s"} ignored${dry ? "" : ` -- saving rejects to file ${name}.rej`}\n`,
      );
      if (!dry)
        process.files.write(`${path}.rej`, contentOf(rejects(one, one.hunks)), 0o666 & ~process.umask);
      return 1;
    }
  }
  if (failed.length > 0 && options.has("s")) process.stdout.write("");
  say(`${dry ? "checking" : "patching"} file ${name}\n`);
  for (const [i, result] of results.entries()) told(process, options.has("s"), i + 1, one.hunks[i], result);
  const inexact = results.some((result) => result && (result.offset !== 0 || result.fuzz > 0));
  if (!dry) {
    const isGone = one.newName === "/dev/null" && made.lines.length === 0;
    if ((inexact || failed.length > 0 || options.has("b")) && isEntry(entry) && !isGone)
      process.files.write(`${path}.orig`, contentOf(found.text), entry.mode);
    if (isGone) {
      process.files.unlink(path);
      removeEmpty(process, dirname(path));
    } else if (failed.length < one.hunks.length) {
      makeFolders(process, dirname(path));
      const text = made.lines.join("\n") + (made.lines.length > 0 && !made.noEnd ? "\n" : "");
      process.files.write(path, contentOf(text), isEntry(entry) ? entry.mode : 0o666 & ~process.umask);
    }
  }
  if (failed.length === 0) return 0;
  process.stdout.write(
    `${failed.length} out of ${one.hunks.length} hunk${one.hunks.length === 1 ? "" : "s"} FAILED${dry ? "" : ` -- saving rejects to file ${name}.rej`}\n`,
  );
  if (!dry) process.files.write(`${path}.rej`, contentOf(rejects(one, failed)), 0o666 & ~process.umask);
  return 1;
}

function told(
  process: Process,
  quiet: boolean,
  number: number,
  hunk: Hunk | undefined,
  result: Applied | undefined,
): void {
  if (!result) {
    process.stdout.write(`Hunk #${number} FAILED at ${hunk?.oldStart ?? 0}.\n`);
    return;
  }
  if (quiet || (result.offset === 0 && result.fuzz === 0)) return;
  const fuzz = result.fuzz > 0 ? ` with fuzz ${result.fuzz}` : "";
  const lines = Math.abs(result.offset) === 1 ? "line" : "lines";
  const offset = result.offset === 0 ? "" : ` (offset ${result.offset} ${lines})`;
  process.stdout.write(`Hunk #${number} succeeded at ${result.at}${fuzz}${offset}.\n`);
}

function rejects(one: FilePatch, hunks: readonly Hunk[]): string {
  const body = hunks.map(({ oldStart, newStart, lines }) => {
    const count = (sign: string): number =>
      lines.filter((line) => line.sign === " " || line.sign === sign).length;
    const range = (start: number, size: number): string => (size === 1 ? String(start) : `${start},${size}`);
    const head = `@@ -${range(oldStart, count("-"))} +${range(newStart, count("+"))} @@\n`;
    return (
      head +
      lines
        .map(({ sign, text, noEnd }) => `${sign}${text}\n${noEnd ? "\\ No newline at end of file\n" : ""}`)
        .join("")
    );
  });
  return `${one.header.join("\n")}\n${body.join("")}`;
}

function linesOf(text: string): FileLines {
  if (text === "") return { lines: [], noEnd: false };
  const noEnd = !text.endsWith("\n");
  return { lines: (noEnd ? text : text.slice(0, -1)).split("\n"), noEnd };
}

function makeFolders(process: Process, folder: string): void {
  if (folder === "/" || process.files.exists(folder)) return;
  makeFolders(process, dirname(folder));
  process.files.mkdir(folder, 0o777 & ~process.umask);
}

function removeEmpty(process: Process, folder: string): void {
  const entry = process.files.stat(folder);
  if (
    folder === process.cwd ||
    typeof entry === "string" ||
    entry.kind !== "directory" ||
    entry.children.size > 0
  )
    return;
  if (process.files.rmdir(folder) === undefined) removeEmpty(process, dirname(folder));
}
