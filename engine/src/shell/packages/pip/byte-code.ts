import { Content } from "../../../vfs/content.ts";
import { type Directory, newInode } from "../../../vfs/entry.ts";
import type { Process } from "../../process.ts";
import type { PythonHome } from "../python/python-home.ts";

/**
 * Byte code that a run of pip leaves behind: the official images ship without any. Measured on a slim image with Python
 * 3.11: a layer of `pip install itsdangerous` (0.1 MB) weighs 8.92 MB; of the standard library, importing http.server
 * compiles 1.79 MB. How the 8.82 MB are divided is an estimate.
 */
const STANDARD_LIBRARY = 3_300_000;
const PIP = 5_520_000;

/** Writes what Python compiles while pip runs. @returns whether there was anything to compile. */
export function writePipByteCode(process: Process, python: PythonHome): boolean {
  if ((process.env.get("PYTHONDONTWRITEBYTECODE") ?? "") !== "") return false;
  const { files, credentials } = process;
  const pip = python.path.map((folder) => `${folder}/pip`).find((path) => files.exists(path));
  let compiled = false;
  const put = (folder: string, count: number, bytes: number, name: string): void => {
    if (!files.exists(folder) || files.exists(`${folder}/__pycache__`) || !files.access(folder, 2)) return;
    const mtime = process.kernel.now() / 1000;
    const file = {
      kind: "file",
      inode: newInode(),
      mode: 0o644,
      uid: credentials.uid,
      gid: credentials.gid,
      mtime,
      links: 1,
    } as const;
    const first = Math.round(bytes / count);
    const directory: Directory = {
      kind: "directory",
      inode: newInode(),
      mode: 0o755,
      uid: credentials.uid,
      gid: credentials.gid,
      mtime,
      children: new Map([
        [
          `${name}.cpython-${python.tag.slice(2)}.pyc`,
          { ...file, content: Content.declared(first, `${python.version} ${name}.pyc`) },
        ],
      ]),
      bulk: { files: count - 1, bytes: bytes - first },
    };
    if (!files.place(`${folder}/__pycache__`, directory)) compiled = true;
  };
  if (!python.venv) put(`${python.prefix}/lib/python${python.version}`, 190, STANDARD_LIBRARY, "os");
  if (pip) put(pip, 330, PIP, "__init__");
  return compiled;
}
