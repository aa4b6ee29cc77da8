import { requireNetwork } from "../require-network.ts";
import { notSimulated } from "../../../core/engine-error.ts";
import { isoTime } from "../../../core/iso-time.ts";
import { Content } from "../../../vfs/content.ts";
import { newInode } from "../../../vfs/entry.ts";
import { dirname } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import { type ApkPackage, readApkDatabase, writeApkDatabase } from "../apk-database.ts";
import { programName } from "../program-name.ts";
import { makeDirectories } from "../python/make-directories.ts";
import { findApk, isAbsentApk } from "./apk-catalogue.ts";
import { isMet, readConstraint } from "./constraint.ts";

const WORLD = "/etc/apk/world";
const INDEX = "/var/cache/apk";
/** Stands where apk prints a version that the catalogue does not hold. */
const UNKNOWN = "version unknown to Drydock";
/** Sizes of the two index files: estimates. */
const INDEX_BYTES = [500_000, 2_100_000] as const;

const textOf = (process: Process, path: string): string => {
  const content = process.files.read(path);
  return typeof content === "string" ? "" : (content.text ?? "");
};
const repositories = (process: Process): string[] =>
  textOf(process, "/etc/apk/repositories")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
const readWorld = (process: Process): Set<string> =>
  new Set(textOf(process, WORLD).split("\n").filter(Boolean));
const writeWorld = (process: Process, names: ReadonlySet<string>): void =>
  void process.files.write(
    WORLD,
    Content.of(
      [...names]
        .sort()
        .map((name) => `${name}\n`)
        .join(""),
    ),
  );

/**
 * What apk 2.14 says of repositories whose host nobody resolves: the words of apk-tools' `add_repository` as issue threads quote them,
 * not tried here. Alpine 3.23 and later have apk 3, whose words are others.
 */
function tellUnreachable(process: Process, keep: boolean, quiet: boolean): void {
  const release = /^(\d+)\.(\d+)/.exec(textOf(process, "/etc/alpine-release"));
  if (!release || Number(release[2]) > 22) requireNetwork(process, "apk");
  for (const address of repositories(process)) {
    if (!quiet) process.stdout.write(`fetch ${address}/x86_64/APKINDEX.tar.gz\n`);
    process.stderr.write(
      `WARNING: ${keep ? "updating and opening" : "fetching"} ${address}: temporary error (try again later)\n`,
    );
    process.kernel.elapse(5_000);
  }
}

function fetchIndex(process: Process, keep: boolean, quiet: boolean): void {
  for (const [at, address] of repositories(process).entries()) {
    if (!quiet) process.stdout.write(`fetch ${address}/x86_64/APKINDEX.tar.gz\n`);
    const bytes = INDEX_BYTES[Math.min(at, 1)] ?? 0;
    process.kernel.elapse(250 + bytes / 5_000);
    if (keep) {
      makeDirectories(process.files, INDEX);
      process.files.write(
        `${INDEX}/APKINDEX.${at === 0 ? "main" : `part${at}`}.tar.gz`,
        Content.declared(bytes, `${address} index`),
      );
    }
  }
}

const summary = (process: Process, all: readonly ApkPackage[]): void => {
  const bytes = all.reduce((sum, it) => sum + it.bytes, 0);
  process.stdout.write(`OK: ${Math.round(bytes / (1 << 20))} MiB in ${all.length} packages\n`);
};

/** Where the files that nobody lists are counted. */
const folderOf = (name: string): string => `/usr/lib/${name}`;

function put(process: Process, name: string): ApkPackage {
  const offer = findApk(name);
  if (!offer)
    throw notSimulated(
      `apk add ${name}: the package is not in Drydock's catalogue`,
      "look for it in Alpine's repositories",
    );
  const { files, kernel } = process;
  for (const path of offer.programs) {
    makeDirectories(files, dirname(path));
    if (!files.exists(path))
      files.write(
        path,
        Content.declared(50_000, `apk ${path}`, programName(path.slice(path.lastIndexOf("/") + 1))),
        0o755,
      );
    files.chmod(path, 0o755);
  }
  const bytes = Math.max(0, offer.bytes - offer.programs.length * 50_000);
  if (!files.exists(folderOf(name))) {
    makeDirectories(files, "/usr/lib");
    files.place(folderOf(name), {
      kind: "directory",
      inode: newInode(),
      mode: 0o755,
      uid: 0,
      gid: 0,
      mtime: kernel.now() / 1000,
      children: new Map(),
      bulk: { files: Math.max(1, Math.round(bytes / 30_000)), bytes },
    });
  }
  kernel.elapse(120 + offer.bytes / 20_000);
  return { name, version: UNKNOWN, bytes: offer.bytes, summary: "", depends: [] };
}

function take(process: Process, it: ApkPackage, left: readonly ApkPackage[]): void {
  const still = new Set(left.flatMap(({ name }) => findApk(name)?.programs ?? []));
  for (const path of findApk(it.name)?.programs ?? []) if (!still.has(path)) process.files.unlink(path);
  const entry = process.files.lstat(folderOf(it.name));
  if (typeof entry === "string" || entry.kind !== "directory") return;
  process.files.place(folderOf(it.name), { ...entry, children: new Map(), bulk: undefined });
  process.files.rmdir(folderOf(it.name));
}

/** What is there without anybody in the world asking for it, directly or through a virtual package. */
function orphans(
  all: readonly ApkPackage[],
  world: ReadonlySet<string>,
  base: ReadonlySet<string>,
): ApkPackage[] {
  const needed = new Set<string>([...[...world].map((word) => readConstraint(word).name), ...base]);
  for (const it of all) if (needed.has(it.name)) for (const name of it.depends) needed.add(name);
  return all.filter(({ name }) => !needed.has(name));
}

/** Names that no repository has. @returns how many, which is the exit status */
function refuse(process: Process, missing: readonly string[]): number {
  process.stderr.write(
    `ERROR: unable to select packages:\n${missing.map((name) => `  ${name} (no such package):\n    required by: world[${name}]\n`).join("")}`,
  );
  return missing.length;
}

function add(
  process: Process,
  names: readonly string[],
  flags: ReadonlySet<string>,
  virtual: string | undefined,
): number {
  const all = readApkDatabase(process.files);
  if (!all) throw notSimulated("apk without a database that Drydock knows", "install packages");
  const cached = process.files.list(INDEX);
  const haveIndex = typeof cached !== "string" && cached.some((name) => name.startsWith("APKINDEX"));
  const fresh = ["no-cache", "update-cache", "update", "U"].some((flag) => flags.has(flag));
  const there = new Set(all.map(({ name }) => name));
  const wanted = names.map((word) => readConstraint(word).name);
  const quiet = flags.has("quiet") || flags.has("q");
  if (fresh && process.kernel.network.address === null) {
    tellUnreachable(process, !flags.has("no-cache"), quiet);
    const missing = wanted.filter((name) => !there.has(name));
    if (missing.length > 0 && (flags.has("no-cache") || !haveIndex)) return refuse(process, missing);
    requireNetwork(process, "apk add with what is installed already");
  }
  if (fresh) fetchIndex(process, !flags.has("no-cache"), quiet);
  if (!fresh && !haveIndex && wanted.some((name) => !there.has(name))) {
    for (const address of repositories(process))
      process.stderr.write(
        `WARNING: opening from cache ${address}/x86_64/APKINDEX.tar.gz: No such file or directory\n`,
      );
    return refuse(
      process,
      wanted.filter((name) => !there.has(name)),
    );
  }
  const absent = wanted.filter((name) => !there.has(name) && isAbsentApk(name));
  if (absent.length > 0 && wanted.every((name) => there.has(name) || isAbsentApk(name) || findApk(name)))
    return refuse(process, absent);
  for (const name of names)
    isMet(readConstraint(name), all.find((it) => it.name === readConstraint(name).name)?.version);
  const world = readWorld(process);
  const fetched = wanted.filter((name) => !there.has(name));
  if (fetched.length > 0) requireNetwork(process, "apk add with a kept index");
  const total = fetched.length + (virtual === undefined ? 0 : 1);
  const next = [...all];
  for (const [at, name] of fetched.entries()) {
    process.stdout.write(`(${at + 1}/${total}) Installing ${name} (${UNKNOWN})\n`);
    next.push(put(process, name));
  }
  if (virtual !== undefined) {
    process.stdout.write(`(${total}/${total}) Installing ${virtual} (${stamp(process)})\n`);
    next.push({
      name: virtual,
      version: stamp(process),
      bytes: 0,
      summary: "virtual meta package",
      depends: wanted,
    });
    world.add(virtual);
  } else
    for (const word of names) {
      const { name } = readConstraint(word);
      for (const old of world) if (readConstraint(old).name === name) world.delete(old);
      world.add(word);
    }
  if (total > 0) {
    const busybox = all.find(({ name }) => name === "busybox");
    if (busybox) process.stdout.write(`Executing busybox-${busybox.version}.trigger\n`);
  }
  writeApkDatabase(process.files, next);
  writeWorld(process, world);
  summary(process, next);
  return 0;
}

/** apk names a virtual package's version by the time: `20261102.080000`. */
function stamp(process: Process): string {
  const [, date = "", clock = ""] = /^(.{10})T(.{8})/.exec(isoTime(process.kernel.now())) ?? [];
  return `${date.replaceAll("-", "")}.${clock.replaceAll(":", "")}`;
}

function del(process: Process, names: readonly string[]): number {
  const all = readApkDatabase(process.files);
  if (!all) throw notSimulated("apk without a database that Drydock knows", "remove packages");
  const world = readWorld(process);
  // What was part of the image stays: its dependencies are not known here.
  const base = new Set(
    all
      .filter(({ version }) => version !== UNKNOWN && !/^\d{8}\.\d{6}$/.test(version))
      .map(({ name }) => name),
  );
  for (const name of names) {
    for (const word of world) if (readConstraint(word).name === name) world.delete(word);
    if (base.has(name))
      throw notSimulated(`apk del ${name}, a package of the base image`, "remove it and what needs it");
  }
  const gone = orphans(all, world, base);
  const left = all.filter((it) => !gone.includes(it));
  for (const [at, it] of [...gone].reverse().entries()) {
    process.stdout.write(`(${at + 1}/${gone.length}) Purging ${it.name} (${it.version})\n`);
    take(process, it, left);
  }
  if (gone.length > 0)
    process.stdout.write(
      `Executing busybox-${all.find(({ name }) => name === "busybox")?.version ?? ""}.trigger\n`,
    );
  writeApkDatabase(process.files, left);
  writeWorld(process, world);
  summary(process, left);
  return 0;
}

/** `apk add`, `del`, `update`, `info`, `version` of itself. */
export function runApk(process: Process, args: readonly string[]): number {
  const flags = new Set<string>();
  const words: string[] = [];
  let virtual: string | undefined;
  let verbose = 0;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? "";
    if (arg === "-t" || arg === "--virtual") virtual = args[++at];
    else if (arg.startsWith("--virtual=")) virtual = arg.slice(10);
    else if (arg === "--repository" || arg === "-X")
      throw notSimulated("apk with another repository", "take packages from there");
    else if (arg.startsWith("--")) flags.add(arg.slice(2));
    else if (arg.startsWith("-") && arg.length > 1)
      for (const letter of arg.slice(1)) {
        flags.add(letter);
        if (letter === "v") verbose++;
      }
    else words.push(arg);
  }
  const [command = "", ...names] = words;
  if (flags.has("version") || flags.has("V")) {
    const own = readApkDatabase(process.files)?.find(({ name }) => name === "apk-tools");
    if (own) {
      process.stdout.write(`apk-tools ${own.version.replace(/-r\d+$/, "")}, compiled for x86_64.\n`);
      return 0;
    }
  }
  if (flags.has("print-arch")) {
    process.stdout.write("x86_64\n");
    return 0;
  }
  const changes = command === "add" || command === "del" || command === "update" || command === "upgrade";
  if (changes && process.credentials.uid !== 0) {
    process.stderr.write(
      "ERROR: Unable to lock database: Permission denied\nERROR: Failed to open apk database: Permission denied\n",
    );
    return 99;
  }
  switch (command) {
    case "add":
      return add(process, names, flags, virtual);
    case "del":
      return del(process, names);
    case "update":
      requireNetwork(process, "apk update");
      fetchIndex(process, true, flags.has("quiet") || flags.has("q"));
      // The real one closes with the number of packages in the index, which the catalogue does not hold.
      return 0;
    case "info": {
      const all = readApkDatabase(process.files) ?? [];
      if (names.length > 0 && !flags.has("e"))
        throw notSimulated(`apk info ${names.join(" ")}`, "describe the package");
      const shown =
        flags.has("e") || flags.has("installed") ? all.filter(({ name }) => names.includes(name)) : all;
      for (const it of [...shown].sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const full = `${it.name}-${it.version}`;
        if (verbose > 0 && it.version === UNKNOWN)
          throw notSimulated(`the version of ${it.name}`, "print it");
        process.stdout.write(
          verbose === 0 ? `${it.name}\n` : verbose === 1 ? `${full}\n` : `${full} - ${it.summary}\n`,
        );
      }
      return names.length > 0 && shown.length < names.length ? 1 : 0;
    }
    case "fix":
      // Everything is as its package left it, unless somebody names one to be done again.
      if (names.length > 0) break;
      summary(process, readApkDatabase(process.files) ?? []);
      return 0;
    case "cache":
      if (names.length !== 1 || !["clean", "download", "sync"].includes(names[0] ?? "")) break;
      if (process.files.exists("/etc/apk/cache")) break;
      process.stderr.write("ERROR: Package cache is not enabled.\n");
      return 2;
  }
  throw notSimulated(`apk ${[command, ...names].join(" ")}`, "run that command");
}
