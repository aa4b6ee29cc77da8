import { type Errno, strerror } from "../../vfs/errno.ts";
import { gnuQuote } from "../gnu-quote.ts";
import { complain, missingOperand } from "../options.ts";
import type { Flavour, Process, Program } from "../process.ts";
import { tool } from "../tool.ts";
import { at, below, isEntry, lstatOf } from "../tree.ts";

interface Removal {
  readonly process: Process;
  readonly flavour: Flavour;
  readonly verbose: boolean;
  failed: boolean;
}

function told(removal: Removal, name: string, errno: Errno): void {
  removal.failed = true;
  const { process, flavour } = removal;
  complain(
    process,
    flavour,
    flavour === "gnu"
      ? `cannot remove ${gnuQuote(name)}: ${strerror[errno]}`
      : `can't remove '${name}': ${strerror[errno]}`,
  );
}

/** Removes a directory and all below it, deepest first. */
function removeTree(removal: Removal, name: string): void {
  const { process } = removal;
  const path = at(process, name).replace(/(.)\/$/, "$1");
  const entry = process.files.lstat(path);
  if (!isEntry(entry)) return told(removal, name, entry);
  process.kernel.spend(1);
  if (entry.kind === "directory") {
    const names = process.files.list(path);
    if (typeof names === "string") return told(removal, name, names);
    for (const child of names) removeTree(removal, below(name, child));
  }
  // What a catalogue counts without listing goes with its folder.
  if (entry.kind === "directory" && entry.bulk)
    process.files.place(path, { ...entry, children: new Map(), bulk: undefined });
  const errno = entry.kind === "directory" ? process.files.rmdir(path) : process.files.unlink(path);
  if (errno) return told(removal, name, errno);
  if (removal.verbose)
    process.stdout.write(
      entry.kind === "directory" ? `removed directory '${name}'\n` : `removed '${name}'\n`,
    );
}

export const rm: Program = tool(
  "rm",
  {
    flags: "rRfvidI",
    long: {
      recursive: "r",
      force: "f",
      verbose: "v",
      dir: "d",
      "preserve-root": "i",
      "no-preserve-root": "I",
    },
  },
  (process, options, flavour) => {
    const force = options.has("f");
    if (options.operands.length === 0) return force ? 0 : missingOperand(process, flavour);
    const removal: Removal = { process, flavour, verbose: options.has("v"), failed: false };
    const recursive = options.has("r") || options.has("R");
    for (const name of options.operands) {
      const entry = lstatOf(process, name);
      if (/(^|\/)\.\.?\/*$/.test(name) && recursive) {
        removal.failed = true;
        complain(
          process,
          flavour,
          flavour === "gnu"
            ? `refusing to remove '.' or '..' directory: skipping ${gnuQuote(name)}`
            : `can't remove '.' or '..'`,
        );
      } else if (!isEntry(entry)) {
        if (!(force && (entry === "ENOENT" || entry === "ENOTDIR"))) told(removal, name, entry);
      } else if (at(process, name) === "/" && flavour === "gnu" && !options.has("I")) {
        removal.failed = true;
        process.stderr.write(
          "rm: it is dangerous to operate recursively on '/'\nrm: use --no-preserve-root to override this failsafe\n",
        );
      } else if (entry.kind === "directory" && !recursive && !options.has("d")) {
        removal.failed = true;
        complain(
          process,
          flavour,
          flavour === "gnu" ? `cannot remove ${gnuQuote(name)}: Is a directory` : `'${name}' is a directory`,
        );
      } else if (entry.kind === "directory" && recursive) removeTree(removal, name);
      else {
        const errno =
          entry.kind === "directory"
            ? process.files.rmdir(at(process, name))
            : process.files.unlink(at(process, name));
        if (errno) told(removal, name, errno);
        else if (removal.verbose) process.stdout.write(`removed ${gnuQuote(name)}\n`);
      }
    }
    return removal.failed ? 1 : 0;
  },
);
