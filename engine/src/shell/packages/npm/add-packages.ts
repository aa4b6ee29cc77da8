import { notSimulated } from "../../../core/engine-error.ts";
import { join } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import { askedVersion, idealTree } from "./ideal-tree.ts";
import { denied, reify } from "./install.ts";
import { readLock } from "./lock-file.ts";
import { tellUnreachable } from "./unreachable.ts";
import { fillNodeModules, presentVersion } from "./node-modules.ts";
import { fillCache } from "./npm-cache.ts";
import { npmError } from "./npm-error.ts";
import { type NpmFlags, npmSetting } from "./npm-flags.ts";
import { readManifest } from "./read-manifest.ts";
import { report } from "./report.ts";
import { type ManifestText, rangesOf, savedRange, saveManifest, withRanges } from "./save-manifest.ts";

/** `express@4` in its two parts. @throws {EngineError} NOT_SIMULATED for what is no name: a folder, a tarball, a repository */
function readSpec(word: string): { name: string; range: string } {
  const [, name = "", range = ""] = /^((?:@[\w.-]+\/)?[\w.-]+)(?:@(.*))?$/.exec(word) ?? [];
  if (name === "" || /^\.{0,2}\/|:/.test(word) || name.startsWith("."))
    throw notSimulated(`npm install ${word}`, "fetch and install it");
  if (/^[a-z]+$/i.test(range) && range !== "latest")
    throw notSimulated(`npm install ${word}`, "take the version that has this tag");
  return { name, range };
}

const KEYS = ["dependencies", "devDependencies", "optionalDependencies"];

/** `npm install NAME...`: into package.json and node_modules. */
export function addPackages(process: Process, flags: NpmFlags): number {
  const path = join(process.cwd, "package.json");
  const content = process.files.read(path);
  const before = typeof content === "string" ? "{}" : (content.text ?? "");
  const read = typeof content === "string" ? {} : readManifest(process);
  if ("error" in read) return npmError(process, read.error);
  let manifest = (typeof content === "string" ? {} : JSON.parse(before)) as ManifestText;
  const wanted = flags.has("D", "save-dev", "d") ? 1 : flags.has("O", "save-optional") ? 2 : 0;
  const exact = flags.has("E", "save-exact") || npmSetting(process, flags, "save-exact") === "true";
  const named: Record<string, string> = {};
  for (const word of flags.words) {
    const { name, range } = readSpec(word);
    if (process.kernel.network.address === null) return tellUnreachable(process, name.replace("/", "%2f"));
    const version = askedVersion(name, range);
    named[name] = version;
    const chosen = flags.has("P", "save-prod") || wanted > 0;
    const here = KEYS.find((key) => name in rangesOf(manifest, key));
    const key = (chosen ? undefined : here) ?? KEYS[wanted] ?? "";
    for (const other of KEYS)
      if (other !== key && name in rangesOf(manifest, other)) {
        const { [name]: _, ...rest } = rangesOf(manifest, other);
        manifest = withRanges(manifest, other, rest);
      }
    manifest = withRanges(manifest, key, {
      ...rangesOf(manifest, key),
      [name]: savedRange(range, version, exact),
    });
  }
  const lock = readLock(process, read);
  const saves = !flags.has("no-save") && flags.value("save") !== "false";
  if (!process.files.access(process.cwd, 2)) return denied(process, path);
  if (saves) saveManifest(process, manifest, before);
  return reify(process, flags, manifest, saves ? undefined : lock, saves, named);
}

/** `npm uninstall NAME...`. */
export function removePackages(process: Process, flags: NpmFlags): number {
  const read = readManifest(process);
  if ("error" in read) return npmError(process, read.error);
  const content = process.files.read(join(process.cwd, "package.json"));
  const before = typeof content === "string" ? "" : (content.text ?? "");
  let manifest = read as ManifestText;
  for (const word of flags.words)
    for (const key of KEYS) {
      const { [word]: gone, ...rest } = rangesOf(manifest, key);
      if (gone !== undefined) manifest = withRanges(manifest, key, rest);
    }
  const lock = readLock(process, read);
  const same = JSON.stringify(manifest) === JSON.stringify(read);
  if (!same) saveManifest(process, manifest, before);
  return reify(process, flags, manifest, same ? lock : undefined, !same || lock === undefined);
}

/** Where `-g` installs: the official images' and Debian's `/usr/local`, unless a setting says otherwise. */
export const globalPrefix = (process: Process, flags: NpmFlags): string =>
  npmSetting(process, flags, "prefix") ?? "/usr/local";

/** `npm install -g NAME...`: each with all it needs in a folder of its own, its commands on the PATH. */
export function addGlobal(process: Process, flags: NpmFlags): number {
  const prefix = globalPrefix(process, flags);
  const began = process.kernel.now();
  process.kernel.elapse(700);
  const sum = { added: 0, changed: 0, removed: 0 };
  for (const word of flags.words) {
    const { name, range } = readSpec(word);
    if (process.kernel.network.address === null) return tellUnreachable(process, name.replace("/", "%2f"));
    if (name === "npm") throw notSimulated("npm installing itself", "replace its own files");
    const version = askedVersion(name, range);
    const folder = `${prefix}/lib/node_modules/${name}`;
    const [top, ...others] = idealTree(process.kernel, { [name]: range });
    if (!top || presentVersion(process, folder) === version) continue;
    for (const [project, tree, bin] of [
      [`${prefix}/lib`, [top], `${prefix}/bin`],
      [folder, others, `${folder}/node_modules/.bin`],
    ] as const) {
      const done = fillNodeModules(process, project, tree, bin, project === folder);
      if (typeof done === "string") return denied(process, done);
      sum.added += done.added;
      sum.changed += done.changed;
      sum.removed += done.removed;
    }
    fillCache(process, [[name, version]]);
  }
  report(process, flags, { ...sum, audited: 0 }, began);
  return 0;
}
