import { isBzip2 } from "../../archive/bzip2.ts";
import { decompress } from "../../archive/decompress.ts";
import { isXz } from "../../archive/xz.ts";
import { findProgram } from "../start/find-program.ts";
import { notSimulated } from "../../core/engine-error.ts";
import { gunzip, gzip, isGzip } from "../../archive/gzip.ts";
import { readTar, type TarMember } from "../../archive/tar.ts";
import { Content } from "../../vfs/content.ts";
import { type Errno, strerror } from "../../vfs/errno.ts";
import { dirname, join } from "../../vfs/path.ts";
import { bytesOf, textOf } from "../text/bytes-text.ts";
import { formatTime } from "../time/civil-time.ts";
import { matchesPattern } from "../expand/pattern.ts";
import { permissions } from "../tree/listing.ts";
import { complain, type Options, readOptions, Refusal } from "../options/options.ts";
import { groupName, userName } from "../accounts/owner.ts";
import type { Flavour, Process, Program } from "../process.ts";
import { readText } from "../streams/open-file.ts";
import { linesOf } from "../text/input-files.ts";
import { packTree } from "../tree/pack-tree.ts";
import { at } from "../tree/tree.ts";

const LONG = {
  create: "c",
  extract: "x",
  get: "x",
  list: "t",
  append: "r",
  update: "u",
  file: "f",
  gzip: "z",
  gunzip: "z",
  verbose: "v",
  directory: "C",
  "strip-components": "S",
  exclude: "X",
  "no-same-owner": "o",
  "same-owner": "s",
  "preserve-permissions": "p",
  "same-permissions": "p",
  touch: "m",
  xz: "J",
  bzip2: "j",
  zstd: "Z",
  "auto-compress": "a",
  dereference: "h",
  "keep-old-files": "k",
  overwrite: "O",
  "to-stdout": "O",
  "numeric-owner": "n",
  warning: "w",
  owner: "g",
  group: "G",
  "no-same-permissions": "n",
  wildcards: "n",
};

/** `xzf a` is `-xzf a`; the old way of writing letters with values takes them from the next words in order. */
function modern(args: readonly string[]): string[] {
  const [first = "", ...rest] = args;
  if (first.startsWith("-") || first === "") return [...args];
  const out: string[] = [];
  for (const letter of first) {
    out.push(`-${letter}`);
    if ("fCXb".includes(letter)) out.push(rest.shift() ?? "");
  }
  return [...out, ...rest];
}

interface Job {
  readonly process: Process;
  readonly flavour: Flavour;
  readonly options: Options;
  readonly base: string;
  failed: boolean;
}

const fatal = (job: Job, words: string): number => {
  complain(job.process, job.flavour, words);
  if (job.flavour === "gnu") complain(job.process, job.flavour, "Error is not recoverable: exiting now");
  return job.flavour === "gnu" ? 2 : 1;
};

/** An archive that cannot be opened; where GNU's tar has gzip at its side, that one opens it. */
function unopened(job: Job, name: string, errno: Errno, byChild: boolean): number {
  const { process, flavour } = job;
  if (flavour === "busybox") return fatal(job, `can't open '${name}': ${strerror[errno]}`);
  const words = `${name}: Cannot open: ${strerror[errno]}`;
  if (!byChild) return fatal(job, words);
  process.stderr.write(`tar (child): ${words}\ntar (child): Error is not recoverable: exiting now\n`);
  return fatal(job, "Child returned status 2");
}

function create(job: Job): number {
  const { process, options, flavour } = job;
  if (options.operands.length === 0 && !options.has("T")) {
    complain(
      process,
      flavour,
      flavour === "gnu"
        ? "Cowardly refusing to create an empty archive\nTry 'tar --help' or 'tar --usage' for more information."
        : "empty archive",
    );
    return flavour === "gnu" ? 2 : 1;
  }
  const excluded = options.values("X");
  const listed = options.values("T").flatMap((file) => {
    const read = file === "-" ? { text: process.stdin.rest() } : readText(process, file);
    return typeof read === "string" ? [] : linesOf(read.text).filter((line) => line !== "");
  });
  const operands = [...options.operands, ...listed];
  if (operands.some((name) => name.startsWith("/")))
    complain(
      process,
      flavour,
      flavour === "gnu" ? "Removing leading `/' from member names" : "removing leading '/' from member names",
    );
  const { bytes, names, problems } = packTree(
    process,
    job.base,
    operands,
    (name) =>
      excluded.some(
        (glob) => matchesPattern(glob, name) || name.split("/").some((part) => matchesPattern(glob, part)),
      ),
    flavour === "gnu" ? 10_240 : 0,
  );
  for (const { name, errno } of problems) {
    job.failed = true;
    complain(
      process,
      flavour,
      flavour === "gnu" ? `${name}: Cannot stat: ${strerror[errno]}` : `${name}: ${strerror[errno]}`,
    );
  }
  if (job.failed)
    complain(
      process,
      flavour,
      flavour === "gnu"
        ? "Exiting with failure status due to previous errors"
        : "error exit delayed from previous errors",
    );
  const target = options.value("f") ?? "-";
  const packs = options.has("z") || (options.has("a") && /\.t?gz$/.test(target));
  if (packs) process.kernel.spend(500 + (bytes.length >> 3));
  const packed = packs ? gzip(bytes) : bytes;
  const listing = names.map((name) => `${name}\n`).join("");
  if (options.has("v")) (target === "-" ? process.stderr : process.stdout).write(listing);
  if (target === "-") process.stdout.write(textOf(packed));
  else {
    const errno = process.files.write(at(process, target), Content.of(packed), 0o666 & ~process.umask);
    if (errno) return unopened(job, target, errno, options.has("z"));
  }
  return job.failed ? (flavour === "gnu" ? 2 : 1) : 0;
}

/** GNU's tar calls the program that unpacks; busybox can do it alone. @throws {EngineError} NOT_SIMULATED where it is not installed */
function needsProgram(process: Process, name: string): void {
  const path = process.env.get("PATH");
  if (typeof findProgram(process.files, process.cwd, name, path) !== "string") return;
  if (typeof findProgram(process.files, process.cwd, "busybox", path) !== "string") return;
  throw notSimulated(`tar without ${name}`, `say that it cannot start ${name}, and fail`);
}

function readArchive(job: Job): TarMember[] | number {
  const { process, options, flavour } = job;
  const source = options.value("f") ?? "-";
  const read = source === "-" ? { text: process.stdin.rest() } : readText(process, source);
  if (typeof read === "string") return unopened(job, source, read, options.has("z"));
  let bytes = bytesOf(read.text);
  if (isGzip(bytes)) {
    if (source === "-" && !options.has("z") && flavour === "gnu")
      return fatal(job, "Archive is compressed. Use -z option");
    const plain = gunzip(bytes);
    if (!(plain instanceof Uint8Array)) return fatal(job, "Child returned status 1");
    process.kernel.spend(500 + (plain.length >> 6));
    bytes = plain;
  } else if (options.has("z")) {
    if (flavour === "busybox")
      return complain(process, flavour, "invalid magic") && complain(process, flavour, "short read");
    process.stderr.write("\ngzip: stdin: not in gzip format\n");
    complain(process, flavour, "Child returned status 1");
    complain(process, flavour, "Error is not recoverable: exiting now");
    return 2;
  }
  if (isXz(bytes) || isBzip2(bytes)) {
    const [name, letter] = isXz(bytes) ? (["xz", "J"] as const) : (["bzip2", "j"] as const);
    if (source === "-" && !options.has(letter) && flavour === "gnu")
      return fatal(job, `Archive is compressed. Use -${letter} option`);
    needsProgram(process, name);
    const plain = decompress(bytes);
    if (!(plain instanceof Uint8Array)) return fatal(job, "Child returned status 1");
    process.kernel.spend(500 + (plain.length >> 6));
    bytes = plain;
  }
  const members = bytes.length === 0 ? undefined : readTar(bytes);
  if (Array.isArray(members)) return members;
  if (flavour === "busybox") return fatal(job, bytes.length < 512 ? "short read" : "invalid tar magic");
  complain(process, flavour, "This does not look like a tar archive");
  complain(process, flavour, "Exiting with failure status due to previous errors");
  return 2;
}

function describe({ process, flavour }: Job, member: TarMember): string {
  const kind = member.type === "link" ? "file" : member.type;
  const size = String(member.bytes.length);
  const owner = `${userName(process, member.uid) ?? member.uid}/${groupName(process, member.gid) ?? member.gid}`;
  const arrow =
    member.type === "symlink"
      ? ` -> ${member.target}`
      : member.type === "link"
        ? ` link to ${member.target}`
        : "";
  return `${permissions({ kind, mode: member.mode })} ${owner} ${size.padStart(19 - owner.length - 1)} ${formatTime(flavour === "gnu" ? "%Y-%m-%d %H:%M" : "%Y-%m-%d %H:%M:%S", member.mtime)} ${member.name}${arrow}`;
}

function unpack(job: Job, members: readonly TarMember[]): number {
  const { process, options, flavour } = job;
  const { files } = process;
  const strip = Number(options.value("S") ?? 0);
  const wanted = options.operands;
  const seen = new Set<string>();
  const times: [string, number][] = [];
  for (const member of members) {
    process.kernel.spend(1);
    const plain = member.name.replace(/^\/+/, "").replace(/\/+$/, "");
    const asked = wanted.find(
      (name) => plain === name.replace(/\/+$/, "") || plain.startsWith(`${name.replace(/\/+$/, "")}/`),
    );
    if (wanted.length > 0 && asked === undefined) continue;
    if (asked !== undefined) seen.add(asked);
    if (options.values("X").some((glob) => matchesPattern(glob, plain))) continue;
    if (options.has("t")) {
      process.stdout.write(`${options.has("v") ? describe(job, member) : member.name}\n`);
      continue;
    }
    const name = plain.split("/").slice(strip).join("/");
    if (name === "" || plain.split("/").includes("..")) continue;
    if (options.has("v")) process.stdout.write(`${member.name}\n`);
    if (options.has("O")) {
      process.stdout.write(textOf(member.bytes));
      continue;
    }
    const path = join(job.base, name);
    for (const parent of parents(path))
      if (!files.exists(parent)) files.mkdir(parent, 0o777 & ~process.umask);
    const keeps = options.has("k") && member.type !== "directory" && typeof files.lstat(path) !== "string";
    const errno = keeps ? "EEXIST" : place(job, member, path);
    if (errno) {
      job.failed = true;
      complain(
        process,
        flavour,
        flavour === "gnu"
          ? `${member.name}: Cannot open: ${strerror[errno]}`
          : `can't open '${name}': ${strerror[errno]}`,
      );
      continue;
    }
    if (process.credentials.uid === 0 && !options.has("o")) files.chown(path, member.uid, member.gid, false);
    if (member.type !== "symlink")
      files.chmod(
        path,
        options.has("p") || process.credentials.uid === 0 ? member.mode : member.mode & ~process.umask,
      );
    if (!options.has("m")) times.push([path, member.mtime]);
  }
  for (const [path, time] of times.reverse())
    if (typeof files.lstat(path) !== "string") files.touch(path, time);
  for (const name of wanted) {
    if (seen.has(name)) continue;
    job.failed = true;
    complain(
      process,
      flavour,
      flavour === "gnu" ? `${name}: Not found in archive` : `${name}: not found in archive`,
    );
  }
  if (job.failed && flavour === "gnu")
    complain(process, flavour, "Exiting with failure status due to previous errors");
  return job.failed ? (flavour === "gnu" ? 2 : 1) : 0;
}

function place(job: Job, member: TarMember, path: string): Errno | undefined {
  const { files } = job.process;
  if (member.type === "directory") return files.exists(path) ? undefined : files.mkdir(path, 0o755);
  const old = files.lstat(path);
  if (typeof old !== "string" && old.kind !== "directory") files.unlink(path);
  if (member.type === "symlink") return files.symlink(member.target, path);
  if (member.type === "link") return files.link(join(job.base, member.target), path);
  return member.type === "file" ? files.write(path, Content.of(member.bytes), member.mode) : undefined;
}

const parents = (path: string): string[] =>
  path === "/" || dirname(path) === "/" ? [] : [...parents(dirname(path)), dirname(path)];

export const tar: Program = {
  name: "tar",
  run(process, flavour) {
    try {
      const options = readOptions(
        process,
        flavour,
        {
          flags: "cxtruzvpomJjZahkOsn",
          values: "fCXSbTwgG",
          long: LONG,
          refusal: flavour === "gnu" ? 64 : 1,
        },
        modern(process.argv.slice(1)),
      );
      const base = join(process.cwd, options.value("C") ?? ".");
      const job: Job = { process, flavour, options, base, failed: false };
      for (const letter of ["J", "j", "Z"])
        if (options.has(letter) && options.has("c"))
          throw notSimulated(`tar -${letter}`, "it would compress the archive in another way");
      if (options.has("r") || options.has("u") || (options.has("T") && !options.has("c")))
        throw notSimulated("tar -r, -u and -T", "it would change the archive");
      const modes = ["c", "x", "t"].filter(options.has);
      if (modes.length !== 1) {
        complain(
          process,
          flavour,
          flavour === "gnu"
            ? modes.length === 0
              ? "You must specify one of the '-Acdtrux', '--delete' or '--test-label' options"
              : "You may not specify more than one '-Acdtrux', '--delete' or  '--test-label' option"
            : "must specify one of -c, -t, -x".replace(/.*/, "tar: bad mode"),
        );
        if (flavour === "gnu")
          process.stderr.write("Try 'tar --help' or 'tar --usage' for more information.\n");
        return flavour === "gnu" ? 2 : 1;
      }
      const folder = process.files.stat(base);
      if (options.has("C") && (typeof folder === "string" || folder.kind !== "directory")) {
        const words = typeof folder === "string" ? strerror[folder] : strerror.ENOTDIR;
        return fatal(
          job,
          flavour === "gnu"
            ? `${options.value("C")}: Cannot open: ${words}`
            : `can't change directory to '${options.value("C")}': ${words}`,
        );
      }
      if (options.has("c")) return create(job);
      const members = readArchive(job);
      return typeof members === "number" ? members : unpack(job, members);
    } catch (stop) {
      if (stop instanceof Refusal) return stop.status;
      throw stop;
    }
  },
};
