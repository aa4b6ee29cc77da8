import { notSimulated } from "../../core/engine-error.ts";
import type { File } from "../../vfs/entry.ts";
import { type Errno, strerror } from "../../vfs/errno.ts";
import { mayOverwrite } from "./ask-overwrite.ts";
import { gnuQuote } from "../text/gnu-quote.ts";
import { complain } from "../options/options.ts";
import type { Flavour, Process } from "../process.ts";
import { at, below, isEntry } from "./tree.ts";

/** How `cp` was asked to copy. */
export interface CopyStyle {
  readonly process: Process;
  readonly flavour: Flavour;
  readonly recursive: boolean;
  /** Mode, owner and time too. */
  readonly preserve: boolean;
  readonly follow: "all" | "named" | "none";
  readonly force: boolean;
  readonly noClobber: boolean;
  readonly update: boolean;
  /** Asks before it writes over a file. */
  readonly ask: boolean;
  readonly verbose: boolean;
  readonly link: "hard" | "symbolic" | undefined;
  failed: boolean;
}

function tell(style: CopyStyle, gnu: string, busybox: string): void {
  style.failed = true;
  complain(style.process, style.flavour, style.flavour === "gnu" ? gnu : busybox);
}

function keep(
  style: CopyStyle,
  target: string,
  from: { mode: number; uid: number; gid: number; mtime: number },
): void {
  if (!style.preserve) return;
  const { files } = style.process;
  files.chown(target, from.uid, from.gid);
  files.chmod(target, from.mode);
  files.touch(target, from.mtime);
}

function copyFile(style: CopyStyle, source: string, target: string, entry: File): void {
  const { process, force } = style;
  const { files } = process;
  const to = at(process, target);
  const cannot = (errno: Errno): void => {
    const words = strerror[errno === "EISDIR" && target.endsWith("/") ? "ENOTDIR" : errno];
    tell(
      style,
      `cannot create regular file ${gnuQuote(target)}: ${errno === "EISDIR" ? "Not a directory" : words}`,
      `can't create '${target}': ${words}`,
    );
  };
  const content = files.read(at(process, source));
  if (typeof content === "string")
    return tell(
      style,
      `cannot open ${gnuQuote(source)} for reading: ${strerror[content]}`,
      `can't open '${source}': ${strerror[content]}`,
    );
  const there = files.lstat(to);
  if (force && isEntry(there) && there.kind !== "directory" && !files.access(to, 2)) files.unlink(to);
  if (style.link) {
    if (force && isEntry(there)) files.unlink(to);
    const errno = style.link === "hard" ? files.link(at(process, source), to) : files.symlink(source, to);
    if (errno)
      tell(
        style,
        `cannot create ${style.link === "hard" ? "hard" : "symbolic"} link ${gnuQuote(target)} to ${gnuQuote(source)}: ${strerror[errno]}`,
        `can't create link '${target}': ${strerror[errno]}`,
      );
    return;
  }
  const errno = files.write(to, content, entry.mode & 0o777 & (style.preserve ? 0o777 : ~process.umask));
  if (errno) return cannot(errno);
  keep(style, to, entry);
}

/** Copies one source to exactly `target`. */
export function copyTree(style: CopyStyle, source: string, target: string, named = true): void {
  const { process } = style;
  const { files } = process;
  process.kernel.spend(3);
  const follow = style.follow === "all" || (style.follow === "named" && named);
  const entry = follow
    ? files.stat(at(process, source))
    : files.lstat(at(process, source).replace(/(.)\/$/, "$1"));
  if (!isEntry(entry))
    return tell(
      style,
      `cannot stat ${gnuQuote(source)}: ${strerror[entry]}`,
      `can't stat '${source}': ${strerror[entry]}`,
    );
  const to = at(process, target);
  const there = files.stat(to);
  if (entry.kind === "directory") {
    if (!style.recursive)
      return tell(
        style,
        `-r not specified; omitting directory ${gnuQuote(source)}`,
        `omitting directory '${source}'`,
      );
    const real = files.realpath(at(process, source));
    const dest = files.realpath(to);
    if (
      typeof real !== "string" &&
      typeof dest !== "string" &&
      `${dest.path}/`.startsWith(`${real.path === "/" ? "" : real.path}/`)
    ) {
      if (real.path === dest.path)
        return tell(
          style,
          `${gnuQuote(source)} and ${gnuQuote(target)} are the same file`,
          `recursion detected, omitting directory '${source}'`,
        );
      if (style.flavour === "gnu")
        throw notSimulated(
          `cp of ${source} into itself`,
          "copy what it comes upon before it comes upon the copy, and then complain",
        );
      return tell(
        style,
        `cannot copy a directory, ${gnuQuote(source)}, into itself, ${gnuQuote(target)}`,
        `recursion detected, omitting directory '${source}'`,
      );
    }
    if (isEntry(there) && there.kind !== "directory")
      return tell(
        style,
        `cannot overwrite non-directory ${gnuQuote(target)} with directory ${gnuQuote(source)}`,
        `target '${target}' is not a directory`,
      );
    if (!isEntry(there)) {
      const errno = files.mkdir(to.replace(/(.)\/$/, "$1"), (entry.mode & ~process.umask) | 0o700);
      if (errno)
        return tell(
          style,
          `cannot create directory ${gnuQuote(target)}: ${strerror[errno]}`,
          `can't create directory '${target}': ${strerror[errno]}`,
        );
      if (style.verbose) process.stdout.write(`${gnuQuote(source)} -> ${gnuQuote(target)}\n`);
    }
    const names = files.readdir(at(process, source));
    if (typeof names === "string")
      return tell(
        style,
        `cannot open directory ${gnuQuote(source)}: ${strerror[names]}`,
        `can't open '${source}': ${strerror[names]}`,
      );
    // GNU's goes by inodes, so the oldest comes first; busybox takes what `readdir` gives.
    if (style.flavour === "gnu") names.reverse();
    for (const name of names) copyTree(style, below(source, name), below(target, name), false);
    if (!isEntry(there)) files.chmod(to, entry.mode & ~(style.preserve ? 0 : process.umask) & 0o7777);
    return keep(style, to, entry);
  }
  if (isEntry(there) && there.kind === "directory")
    return tell(
      style,
      `cannot overwrite directory ${gnuQuote(target)} with non-directory`,
      `can't create '${target}': Is a directory`,
    );
  if (isEntry(there) && (style.noClobber || (style.update && there.mtime >= entry.mtime))) return;
  if (isEntry(there) && style.ask && !mayOverwrite(process, style.flavour, target)) return;
  if (isEntry(there) && there.kind === entry.kind && there.inode === entry.inode && !style.link) {
    return tell(
      style,
      `${gnuQuote(source)} and ${gnuQuote(target)} are the same file`,
      `'${source}' and '${target}' are the same file`,
    );
  }
  // GNU's tells what it is about to do, busybox's what it has done.
  const line = `${gnuQuote(source)} -> ${gnuQuote(target)}\n`;
  if (style.verbose && style.flavour === "gnu") process.stdout.write(line);
  if (entry.kind === "symlink") {
    if (isEntry(files.lstat(to))) files.unlink(to);
    const errno = files.symlink(entry.target, to);
    if (errno)
      return tell(
        style,
        `cannot create symbolic link ${gnuQuote(target)}: ${strerror[errno]}`,
        `can't create symlink '${target}' to '${entry.target}': ${strerror[errno]}`,
      );
    if (style.preserve) files.chown(to, entry.uid, entry.gid, false);
  } else if (entry.kind === "device")
    files.write(to, files.read(at(process, source)) as never, 0o666 & ~process.umask);
  else copyFile(style, source, target, entry);
  if (style.verbose && style.flavour === "busybox" && !style.failed) process.stdout.write(line);
}
