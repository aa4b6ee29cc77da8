import { Content } from "../vfs/content.ts";
import type { FileSystem } from "../vfs/file-system.ts";

const VERSION = "3.13.14";
const PIP = "25.3";
const LIBRARY = "/usr/local/lib/python3.13";

const metadata = (name: string, version: string): string =>
  `Metadata-Version: 2.4\nName: ${name}\nVersion: ${version}\n`;

/**
 * The workstation's Python, of the release that python:3.13 holds: what `python3 -m venv` and `pip freeze` need before an image
 * takes over. Its version stands where a real one has it, in `patchlevel.h`.
 */
export function placePython(files: FileSystem): void {
  for (const path of [
    "/usr/local",
    "/usr/local/bin",
    "/usr/local/include",
    "/usr/local/include/python3.13",
    "/usr/local/lib",
    LIBRARY,
    `${LIBRARY}/ensurepip`,
    `${LIBRARY}/site-packages`,
    `${LIBRARY}/site-packages/pip-${PIP}.dist-info`,
  ])
    files.mkdir(path);
  files.write("/usr/local/include/python3.13/patchlevel.h", Content.of(`#define PY_VERSION "${VERSION}"\n`));
  files.write(`${LIBRARY}/site-packages/pip-${PIP}.dist-info/METADATA`, Content.of(metadata("pip", PIP)));
  files.write("/usr/local/bin/python3.13", Content.declared(40_000, "host python3.13", "python3"), 0o755);
  files.symlink("python3.13", "/usr/local/bin/python3");
  files.symlink("python3", "/usr/local/bin/python");
  files.write("/usr/local/bin/pip3", Content.declared(240, "host pip3", "pip"), 0o755);
  files.symlink("pip3", "/usr/local/bin/pip");
}
