import { notSimulated } from "../../../core/engine-error.ts";
import { basename, join } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import { canonicalName } from "../python/requirement.ts";
import { findWheel, type Wheel } from "../python/wheel-catalogue.ts";

/**
 * The catalogue's wheel that this file is: same name, version and size, as `pip wheel` and `pip download` leave it.
 * @throws {EngineError} NOT_SIMULATED for any other wheel: what is in it is not known.
 */
export function wheelInFile(process: Process, path: string): Wheel {
  const [, stem = "", version = ""] = /^(.+?)-([^-]+)-/.exec(basename(path)) ?? [];
  const wheel = findWheel(stem);
  const content = process.files.read(path);
  if (!wheel || wheel.version !== version || typeof content === "string" || content.size !== wheel.bytes) {
    throw notSimulated(`pip install ${path}: a wheel that is not in Drydock's catalogue`, "unpack it");
  }
  return wheel;
}

/** Wheels in folders of `--find-links`, by canonical name. */
export function wheelsIn(process: Process, folders: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
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
      if (!name.endsWith(".whl")) continue;
      found.set(canonicalName(name.slice(0, name.indexOf("-"))), `${path}/${name}`);
    }
  }
  return found;
}
