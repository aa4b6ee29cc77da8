import { notSimulated } from "../../../core/engine-error.ts";
import { basename, join } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import type { LocalWheel } from "../python/candidate.ts";
import type { PythonHome } from "../python/python-home.ts";
import { canonicalName } from "../python/requirement.ts";
import { compareVersions } from "../python/version.ts";
import { unpackProject } from "./project-archive.ts";
import { findWheels } from "../python/wheel-catalogue.ts";

/** A wheel's file name in its parts (binary distribution format): name, version, tags of Python, ABI and platform. */
const NAME = /^([^-]+)-([^-]+)(?:-\d[^-]*)?-([^-]+)-([^-]+)-([^-]+)\.whl$/;

/** Does this Python take wheels with these tags? */
function supported(
  pythons: string,
  abis: string,
  platforms: string,
  { tag, libc, version }: PythonHome,
): boolean {
  const minor = Number(version.split(".")[1]);
  const stable = /^cp3(\d+)$/.exec(pythons);
  const mine = pythons.split(".").some((it) => it === tag || it === "py3" || it === `py${tag.slice(2)}`);
  const abi3 = abis === "abi3" && stable !== null && Number(stable[1]) <= minor;
  const platform = platforms
    .split(".")
    .some(
      (it) =>
        it === "any" ||
        it === "linux_x86_64" ||
        (it.endsWith("_x86_64") && it.startsWith(libc === "musl" ? "musllinux" : "manylinux")),
    );
  return (mine || abi3) && platform;
}

/**
 * A wheel as a file: name and version are those of its file name, what is in it that version of the catalogue.
 *
 * @returns pip's own words where this Python does not take it.
 * @throws {EngineError} NOT_SIMULATED for a file that is no wheel, or one that the catalogue does not know.
 */
export function wheelInFile(
  process: Process,
  path: string,
  python: PythonHome,
): (LocalWheel & { readonly name: string }) | { readonly error: string } {
  const [, stem = "", version = "", pythons = "", abis = "", platforms = ""] =
    NAME.exec(basename(path)) ?? [];
  if (stem === "") return { error: `ERROR: ${basename(path)} is not a valid wheel filename.` };
  const content = process.files.read(path);
  if (typeof content === "string") {
    process.stderr.write(
      `WARNING: Requirement '${path}' looks like a filename, but the file does not exist\n`,
    );
    return {
      error: `ERROR: Could not install packages due to an OSError: [Errno 2] No such file or directory: '${path}'\n`,
    };
  }
  if (!supported(pythons, abis, platforms, python))
    return {
      error: `ERROR: ${basename(path)} is not a supported wheel on this platform.`,
    };
  const project = unpackProject(content, path, true);
  if (project) return { path, version, wheel: project, name: project.name };
  const wheel = findWheels(stem).find((it) => compareVersions(it.version, version) === 0);
  if (!wheel || content.text !== undefined)
    throw notSimulated(`pip install ${path}: a wheel that is not in Drydock's catalogue`, "unpack it");
  return { path, version, wheel, name: wheel.name };
}

/** Wheels for this Python in folders of `--find-links`, by canonical name. */
export function wheelsIn(
  process: Process,
  folders: readonly string[],
  python: PythonHome,
): Map<string, LocalWheel[]> {
  const found = new Map<string, LocalWheel[]>();
  for (const folder of folders) {
    if (folder.includes("://") && !folder.startsWith("file://"))
      throw notSimulated(`pip with --find-links ${folder}`, "look there for packages");
    const path = join(process.cwd, folder.replace(/^file:\/\//, ""));
    const names = process.files.list(path);
    if (typeof names === "string") {
      process.stderr.write(
        `WARNING: Location '${folder}' is ignored: it is either a non-existing path or lacks a specific scheme.\n`,
      );
      continue;
    }
    for (const name of names) {
      const [, stem = "", version = "", pythons = "", abis = "", platforms = ""] = NAME.exec(name) ?? [];
      if (stem === "" || !supported(pythons, abis, platforms, python)) continue;
      const content = process.files.read(`${path}/${name}`);
      const wheel =
        typeof content !== "string" && content.text === undefined
          ? (unpackProject(content, `${path}/${name}`, false) ??
            findWheels(stem).find((it) => compareVersions(it.version, version) === 0))
          : undefined;
      const key = canonicalName(stem);
      found.set(key, [...(found.get(key) ?? []), { path: `${path}/${name}`, version, wheel }]);
    }
  }
  return found;
}
