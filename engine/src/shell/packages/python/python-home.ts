import { dirname, join } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import { findProgram } from "../../start/find-program.ts";

/** One Python of an image: where it keeps its packages. */
export interface PythonHome {
  /** `/usr/local`, `/usr`, `/opt/venv` */
  readonly prefix: string;
  /** `3.13` */
  readonly version: string;
  /** `cp313` */
  readonly tag: string;
  /** The C library that compiled wheels are for. */
  readonly libc: "glibc" | "musl";
  /** Where pip puts packages of this Python. */
  readonly site: string;
  /** All folders that this Python imports packages from, first one first. */
  readonly path: readonly string[];
  readonly venv: boolean;
  /** The distribution asks pip to keep out (PEP 668). */
  readonly managed: boolean;
}

const LINES = 100;

/**
 * Folders that .pth files of a site folder add (site.py, addpackage). Of the lines that Python would execute only those are known
 * that setuptools writes for an editable installation: they lead to the folder that holds the project's packages.
 */
function addedBy(process: Process, site: string): string[] {
  const names = process.files.list(site);
  const text = (path: string): string => {
    const content = process.files.read(path);
    return typeof content === "string" ? "" : (content.text ?? "");
  };
  return (typeof names === "string" ? [] : names.filter((name) => name.endsWith(".pth")).sort()).flatMap(
    (name) =>
      text(`${site}/${name}`)
        .split("\n", LINES)
        .flatMap((line) => {
          const finder = /^import (__editable___\w+_finder);/.exec(line)?.[1];
          if (finder !== undefined)
            return [...text(`${site}/${finder}.py`).matchAll(/'\w+': '([^']+)'/g)].map((found) =>
              dirname(found[1] ?? "/"),
            );
          const path = line.trim();
          if (path === "" || path.startsWith("#") || /^import[ \t]/.test(path)) return [];
          const folder = join(site, path);
          return process.files.exists(folder) ? folder : [];
        }),
  );
}

/** Reads the Python that stands in `prefix`. @returns undefined where there is none. */
function pythonAt(process: Process, prefix: string): PythonHome | undefined {
  const { files } = process;
  const names = files.list(`${prefix}/lib`);
  const versions = (typeof names === "string" ? [] : names)
    .flatMap((name) => /^python(3\.(\d+))$/.exec(name) ?? [])
    .filter((_, at) => at % 3 === 1)
    .sort((a, b) => Number(b.slice(2)) - Number(a.slice(2)));
  const version = versions[0];
  if (version === undefined) return undefined;
  const library = `${prefix}/lib/python${version}`;
  const libc = files.exists("/lib/ld-musl-x86_64.so.1") ? ("musl" as const) : ("glibc" as const);
  const home = { prefix, version, libc, tag: `cp${version.replace(".", "")}` };
  if (prefix === "/usr" && files.exists("/etc/debian_version")) {
    // Debian's own: packages of the distribution in one place, those of pip in /usr/local.
    const site = `/usr/local/lib/python${version}/dist-packages`;
    const managed = files.exists(`${library}/EXTERNALLY-MANAGED`);
    const folders = [site, "/usr/lib/python3/dist-packages"];
    const path = folders.flatMap((folder) => [folder, ...addedBy(process, folder)]);
    return { ...home, site, path, venv: false, managed };
  }
  const site = `${library}/site-packages`;
  return {
    ...home,
    site,
    path: [...new Set([site, ...addedBy(process, site)])],
    venv: files.exists(`${prefix}/pyvenv.cfg`),
    managed: files.exists(`${library}/EXTERNALLY-MANAGED`),
  };
}

/** The Python whose script `argv[0]` is: `/opt/venv/bin/pip` belongs to `/opt/venv`. */
export function pythonOf(process: Process): PythonHome | undefined {
  const found = findProgram(process.files, process.cwd, process.argv[0] ?? "", process.env.get("PATH"));
  const typed = typeof found === "string" ? (process.argv[0] ?? "") : found.path;
  const direct = prefixOf(typed);
  if (direct !== undefined && process.files.exists(`${direct}/pyvenv.cfg`)) return pythonAt(process, direct);
  const real = process.files.realpath(typed);
  const prefix = prefixOf(typeof real === "string" ? typed : real.path);
  return prefix === undefined ? undefined : pythonAt(process, prefix);
}

const prefixOf = (path: string): string | undefined => /^(.*)\/bin\/[^/]+$/.exec(path)?.[1];
