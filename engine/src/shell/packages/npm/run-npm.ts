import { notSimulated } from "../../../core/engine-error.ts";
import { Content } from "../../../vfs/content.ts";
import { newInode } from "../../../vfs/entry.ts";
import { join } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import { makeDirectories } from "../python/make-directories.ts";
import { findNpmTree, type NpmTree } from "./npm-catalogue.ts";
import { satisfiesRange } from "./semver-range.ts";

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const CI_NEEDS_LOCK = [
  "code EUSAGE",
  "",
  "The `npm ci` command can only install with an existing package-lock.json or",
  "npm-shrinkwrap.json with lockfileVersion >= 1. Run an install with npm@5 or",
  "later to generate a package-lock.json file, then try again.",
];

/** What npm says before each line of an error, since version 10.9. */
const fail = (process: Process, lines: readonly string[]): 1 => {
  process.stderr.write(lines.map((line) => `npm error${line === "" ? "" : ` ${line}`}\n`).join(""));
  return 1;
};

/** Reads package.json in the working folder. @returns npm's words where that fails. */
function manifest(process: Process): Manifest | { error: readonly string[] } {
  const path = join(process.cwd, "package.json");
  const content = process.files.read(path);
  if (typeof content === "string") {
    return {
      error: [
        "code ENOENT",
        "syscall open",
        `path ${path}`,
        "errno -2",
        `enoent Could not read package.json: Error: ENOENT: no such file or directory, open '${path}'`,
        "enoent This is related to npm not being able to find a file.",
        "enoent",
      ],
    };
  }
  try {
    return JSON.parse(content.text ?? "") as Manifest;
  } catch {
    throw notSimulated("npm with a package.json that is not JSON", "say where the file breaks");
  }
}

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

/** `npm ci` and `npm install` for what the catalogue holds. */
export function runNpm(process: Process, args: readonly string[]): number {
  const flags = new Set(args.filter((arg) => arg.startsWith("-")));
  const [command = "", ...names] = args.filter((arg) => !arg.startsWith("-"));
  const clean = ["ci", "clean-install", "ic"].includes(command);
  if (!clean && !["install", "i", "add"].includes(command))
    throw notSimulated(`npm ${command}`, "run that command");
  if (names.length > 0 || flags.has("-g") || flags.has("--global"))
    throw notSimulated(`npm ${args.join(" ")}`, "install those packages");
  const read = manifest(process);
  if ("error" in read) return fail(process, read.error);
  if (clean && !process.files.exists(join(process.cwd, "package-lock.json")))
    return fail(process, CI_NEEDS_LOCK);
  const development = !(
    flags.has("--omit=dev") ||
    flags.has("--production") ||
    flags.has("--only=production") ||
    process.env.get("NODE_ENV") === "production"
  );
  const trees = treesOf({ ...read.dependencies, ...(development ? read.devDependencies : {}) });
  const began = process.kernel.now();
  process.kernel.elapse(700);
  const failed = fill(process, trees);
  if (failed !== undefined) {
    return fail(process, [
      "code EACCES",
      "syscall mkdir",
      `path ${failed}`,
      "errno -13",
      `Error: EACCES: permission denied, mkdir '${failed}'`,
    ]);
  }
  const packages = trees.reduce((sum, tree) => sum + tree.packages, 0);
  const seconds = (process.kernel.now() - began) / 1000;
  const time = seconds < 1 ? `${Math.round(seconds * 1000)}ms` : `${Math.round(seconds)}s`;
  const count = (number: number): string => `${number} package${number === 1 ? "" : "s"}`;
  // npm also counts packages that look for funding; the catalogue does not know them.
  if (!flags.has("--silent") && !flags.has("-s")) {
    const audit = flags.has("--no-audit") ? "" : `, and audited ${count(packages + 1)}`;
    process.stdout.write(
      packages === 0
        ? `\nup to date${audit.replace("and ", "")} in ${time}\n`
        : `\nadded ${count(packages)}${audit} in ${time}\n`,
    );
    if (audit !== "") process.stdout.write("\nfound 0 vulnerabilities\n");
  }
  return 0;
}
