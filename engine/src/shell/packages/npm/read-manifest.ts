import { notSimulated } from "../../../core/engine-error.ts";
import { join } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";

/** What npm reads of package.json. */
export interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly workspaces?: unknown;
}

/** Reads package.json in the working folder. @returns npm's words where that fails. */
export function readManifest(process: Process): Manifest | { error: readonly string[] } {
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
