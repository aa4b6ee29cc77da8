import { notSimulated } from "../../../core/engine-error.ts";
import { Content } from "../../../vfs/content.ts";
import { newInode } from "../../../vfs/entry.ts";
import { join } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import { makeDirectories } from "../python/make-directories.ts";
import { lockedPackages, lockProblems, readLock } from "./check-lock.ts";
import { cleanCache, fillCache } from "./npm-cache.ts";
import { npmError } from "./npm-error.ts";
import { readManifest } from "./read-manifest.ts";
import { listScripts, runScript } from "./run-script.ts";
import { findNpmTree, type NpmTree } from "./npm-catalogue.ts";
import { satisfiesRange } from "./semver-range.ts";

const CI_NEEDS_LOCK = [
  "code EUSAGE",
  "",
  "The `npm ci` command can only install with an existing package-lock.json or",
  "npm-shrinkwrap.json with lockfileVersion >= 1. Run an install with npm@5 or",
  "later to generate a package-lock.json file, then try again.",
];

/** The trees of these dependencies. @throws {EngineError} NOT_SIMULATED for what the catalogue lacks. */
function treesOf(dependencies: Readonly<Record<string, string>>): NpmTree[] {
  const trees = new Map<string, NpmTree>();
  for (const [name, range] of Object.entries(dependencies)) {
    const tree = findNpmTree(name);
    if (!tree)
      throw notSimulated(
        `npm install of ${name}: the package is not in Drydock's catalogue`,
        "ask the npm registry for it",
      );
    if (satisfiesRange(tree.version, range) !== true)
      throw notSimulated(
        `npm install of ${name}@${range}: Drydock's catalogue has ${tree.version}`,
        "take the version that fits",
      );
    trees.set(tree.names.join(" "), tree);
  }
  return [...trees.values()];
}

/** Fills node_modules. What one package brings is counted in the folder of the named one: how trees overlap is not known. */
function fill(process: Process, trees: readonly NpmTree[]): string | undefined {
  const { files, kernel, credentials } = process;
  const modules = join(process.cwd, "node_modules");
  const failed = makeDirectories(files, modules);
  if (failed) return failed.path;
  for (const { names, version, bytes, files: count } of trees) {
    for (const [at, name] of names.entries()) {
      const folder = `${modules}/${name}`;
      makeDirectories(files, folder.slice(0, folder.lastIndexOf("/")));
      const text = `${JSON.stringify({ name, version }, undefined, 2)}\n`;
      const metadata = { uid: credentials.uid, gid: credentials.gid, mtime: kernel.now() / 1000 };
      const child = {
        ...metadata,
        kind: "file",
        inode: newInode(),
        mode: 0o644,
        content: Content.of(text),
        links: 1,
      } as const;
      const bulk = at === 0 ? { files: count, bytes: Math.max(0, bytes - text.length) } : undefined;
      files.place(folder, {
        ...metadata,
        kind: "directory",
        inode: newInode(),
        mode: 0o755,
        children: new Map([["package.json", child]]),
        bulk,
      });
    }
    // About 4 MB a second with many small files: a model, not a measurement.
    kernel.elapse(300 + bytes / 4_000);
  }
  return undefined;
}

const isDevelopment = (process: Process, flags: ReadonlySet<string>): boolean =>
  !(
    flags.has("--omit=dev") ||
    flags.has("--production") ||
    flags.has("--only=production") ||
    process.env.get("NODE_ENV") === "production"
  ) || flags.has("--include=dev");

const count = (number: number): string => `${number} package${number === 1 ? "" : "s"}`;

/** npm's last lines. npm also counts packages that look for funding; the catalogue does not know them. */
function report(
  process: Process,
  flags: ReadonlySet<string>,
  done: string,
  audited: number,
  began: number,
): void {
  if (flags.has("--silent") || flags.has("-s")) return;
  const seconds = (process.kernel.now() - began) / 1000;
  const time = seconds < 1 ? `${Math.round(seconds * 1000)}ms` : `${Math.round(seconds)}s`;
  const quiet = flags.has("--no-audit") || flags.has("--audit=false");
  const audit = quiet ? "" : `, ${done === "up to date" ? "" : "and "}audited ${count(audited)}`;
  process.stdout.write(`\n${done}${audit} in ${time}\n`);
  if (!quiet) process.stdout.write("\nfound 0 vulnerabilities\n");
}

/** `npm ci` and `npm install` for what the catalogue holds. */
function install(process: Process, flags: ReadonlySet<string>, clean: boolean): number {
  const read = readManifest(process);
  if ("error" in read) return npmError(process, read.error);
  const lock = readLock(process);
  if (clean) {
    if (!lock) return npmError(process, CI_NEEDS_LOCK);
    const problems = lockProblems(lock, read);
    if (problems.length > 0) return npmError(process, problems);
  }
  if (flags.has("--production") || flags.has("--only=production"))
    process.stderr.write(
      `npm warn config ${flags.has("--production") ? "production" : "only"} Use \`--omit=dev\` instead.\n`,
    );
  const development = isDevelopment(process, flags);
  const trees = treesOf({ ...read.dependencies, ...(development ? read.devDependencies : {}) });
  const began = process.kernel.now();
  process.kernel.elapse(700);
  const failed = fill(process, trees);
  if (failed !== undefined) {
    return npmError(process, [
      "code EACCES",
      "syscall mkdir",
      `path ${failed}`,
      "errno -13",
      `Error: EACCES: permission denied, mkdir '${failed}'`,
    ]);
  }
  fillCache(process, trees);
  const packages =
    (clean && lock ? lockedPackages(lock, development) : undefined) ??
    trees.reduce((sum, tree) => sum + tree.packages, 0);
  report(process, flags, packages === 0 ? "up to date" : `added ${count(packages)}`, packages + 1, began);
  return 0;
}

/** `npm prune`: without the packages for development, where they are to be left out. */
function prune(process: Process, flags: ReadonlySet<string>): number {
  const read = readManifest(process);
  if ("error" in read) return npmError(process, read.error);
  const began = process.kernel.now();
  process.kernel.elapse(500);
  const kept = treesOf(read.dependencies ?? {});
  const extra = isDevelopment(process, flags)
    ? []
    : treesOf(read.devDependencies ?? {}).filter(
        (tree) =>
          !kept.some(({ names }) => names[0] === tree.names[0]) &&
          process.files.exists(join(process.cwd, `node_modules/${tree.names[0]}`)),
      );
  for (const { names } of extra)
    process.spawn(["rm", "-rf", ...names.map((name) => join(process.cwd, `node_modules/${name}`))]);
  const gone = extra.reduce((sum, tree) => sum + tree.packages, 0);
  const left = kept.reduce((sum, tree) => sum + tree.packages, 0);
  report(process, flags, gone === 0 ? "up to date" : `removed ${count(gone)}`, left + 1, began);
  return 0;
}

const ALIASES: Readonly<Record<string, string>> = {
  "clean-install": "ci",
  ic: "ci",
  i: "install",
  add: "install",
  "run-script": "run",
  t: "test",
};

/** npm, as far as a Dockerfile needs it. Scripts run as sh runs them; what is JavaScript in them is not. */
export function runNpm(process: Process, args: readonly string[]): number {
  const end = args.indexOf("--");
  const own = end < 0 ? args : args.slice(0, end);
  const flags = new Set(own.filter((arg) => arg.startsWith("-")));
  const [typed = "", ...names] = own.filter((arg) => !arg.startsWith("-"));
  const command = ALIASES[typed] ?? typed;
  const passed = end < 0 ? [] : args.slice(end + 1);
  const silent = flags.has("--silent") || flags.has("-s");
  if (
    (command === "ci" || command === "install") &&
    (names.length > 0 || flags.has("-g") || flags.has("--global"))
  )
    throw notSimulated(`npm ${args.join(" ")}`, "install those packages");
  switch (command) {
    case "ci":
    case "install":
      return install(process, flags, command === "ci");
    case "prune":
      return prune(process, flags);
    case "cache":
      if (names[0] === "clean" || names[0] === "clear")
        return cleanCache(process, flags.has("--force") || flags.has("-f"));
      break;
    case "run":
      return names[0] === undefined
        ? listScripts(process)
        : runScript(process, names[0], [...names.slice(1), ...passed], silent);
    case "start":
    case "test":
    case "stop":
      return runScript(process, command, [...names, ...passed], silent);
  }
  throw notSimulated(`npm ${args.join(" ")}`, "run that command");
}
