import { notSimulated } from "../../core/engine-error.ts";
import type { Entry } from "../../vfs/entry.ts";
import { type Errno, strerror } from "../../vfs/errno.ts";
import { gnuQuote } from "../text/gnu-quote.ts";
import { complain, missingOperand, type Options } from "../options/options.ts";
import type { Flavour, Process, Program } from "../process.ts";
import { tool } from "../options/tool.ts";
import { at, below, isEntry, lstatOf } from "../tree/tree.ts";

interface Removal {
  readonly process: Process;
  readonly flavour: Flavour;
  readonly verbose: boolean;
  /** Asks before each file. */
  readonly ask: boolean;
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

const kindOf = (entry: Entry): string =>
  entry.kind === "file"
    ? entry.content.size === 0
      ? "regular empty file"
      : "regular file"
    : entry.kind === "symlink"
      ? "symbolic link"
      : entry.kind === "directory"
        ? "directory"
        : "character special file";

/** Asks on standard error; only an answer that begins with y is a yes. */
function agreed(removal: Removal, name: string, entry: Entry, descend = false): boolean {
  const { process, flavour, ask } = removal;
  if (!ask) return true;
  const words =
    flavour === "gnu"
      ? descend
        ? `rm: descend into directory ${gnuQuote(name)}? `
        : `rm: remove ${kindOf(entry)} ${gnuQuote(name)}? `
      : descend
        ? `rm: descend into directory '${name}'? `
        : `rm: remove ${entry.kind === "directory" ? "directory " : ""}'${name}'? `;
  process.stderr.write(words);
  return /^[yY]/.test(process.stdin.line() ?? "");
}

/** Removes a directory and all below it, deepest first. */
function removeTree(removal: Removal, name: string): void {
  const { process } = removal;
  const path = at(process, name).replace(/(.)\/$/, "$1");
  const entry = process.files.lstat(path);
  if (!isEntry(entry)) return told(removal, name, entry);
  process.kernel.spend(1);
  if (entry.kind === "directory") {
    const names = process.files.readdir(path);
    if (typeof names === "string") return told(removal, name, names);
    if ((names.length > 0 || removal.flavour === "busybox") && !agreed(removal, name, entry, true)) return;
    for (const child of names) removeTree(removal, below(name, child));
  }
  if (!agreed(removal, name, entry)) return;
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

/** The last of -f, -i and -I counts; -I asks once, before it takes much. */
function asks(options: Options): boolean {
  const last = options.order.findLast((letter) => "fiI".includes(letter));
  if (last === "I" && (options.operands.length > 3 || options.has("r") || options.has("R")))
    throw notSimulated("rm -I", "ask once whether to go on");
  return last === "i";
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
      "preserve-root": "K",
      "no-preserve-root": "N",
      "one-file-system": "x",
    },
  },
  (process, options, flavour) => {
    const force = options.order.findLast((letter) => "fiI".includes(letter)) === "f";
    if (options.operands.length === 0) return force ? 0 : missingOperand(process, flavour);
    const removal: Removal = {
      process,
      flavour,
      verbose: options.has("v"),
      ask: asks(options),
      failed: false,
    };
    const recursive = options.has("r") || options.has("R");
    for (const typed of options.operands) {
      // busybox cuts slashes off the end before it looks.
      const name = flavour === "busybox" ? typed.replace(/(.)\/+$/, "$1") : typed;
      const entry = lstatOf(process, name);
      if (/(^|\/)\.\.?\/*$/.test(name) && (recursive || flavour === "busybox")) {
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
      } else if (at(process, name) === "/" && flavour === "gnu" && !options.has("N")) {
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
      else if (agreed(removal, name, entry)) {
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
