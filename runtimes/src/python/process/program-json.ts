import { dirname, fullVersion, joinPath, type Process, type PythonProgram, userBase } from "@drydock/engine";

/** `sys.path`: the program's own folder, PYTHONPATH, the standard library, the packages (site.py, getpath.py of CPython). */
function searchPath(process: Process, { home, mode, target, flags }: PythonProgram, base: string): string[] {
  const isolated = /[EI]/.test(flags);
  const named = isolated ? "" : (process.env.get("PYTHONPATH") ?? "");
  const own =
    flags.includes("I") || flags.includes("P")
      ? []
      : mode === "script"
        ? [scriptFolder(process, target)]
        : [mode === "module" ? process.cwd : ""];
  const library = `${base}/lib/python${home.version}`;
  return [
    ...own,
    ...named
      .split(":")
      .filter(Boolean)
      .map((folder) => joinPath(process.cwd, folder)),
    `${base}/lib/python${home.version.replace(".", "")}.zip`,
    library,
    `${library}/lib-dynload`,
    ...userSite(process, home, flags),
    ...(flags.includes("S") ? [] : home.path.filter((folder) => process.files.exists(folder))),
  ];
}

/** Packages of the user who runs it, where there are any; a venv has none (site.py, check_enableusersite). */
function userSite(process: Process, home: PythonProgram["home"], flags: string): string[] {
  const off =
    /[SsI]/.test(flags) || (!flags.includes("E") && (process.env.get("PYTHONNOUSERSITE") ?? "") !== "");
  const folder = `${userBase(process)}/lib/python${home.version}/site-packages`;
  return off || home.venv || !process.files.exists(folder) ? [] : [folder];
}

/** Symlinks of the script itself are followed, as CPython does for `sys.path[0]`. */
function scriptFolder(process: Process, target: string): string {
  const real = process.files.realpath(target.startsWith("/") ? target : `${process.cwd}/${target}`);
  return dirname(typeof real === "string" ? target : real.path);
}

/** The prefix of the Python that a venv was made from, else the Python's own. */
function basePrefix(process: Process, program: PythonProgram): string {
  const { home } = program;
  if (!home.venv) return home.prefix;
  const config = process.files.read(`${home.prefix}/pyvenv.cfg`);
  const bin = /^home = (.*)\/bin$/m.exec(typeof config === "string" ? "" : (config.text ?? ""))?.[1];
  return bin ?? home.prefix;
}

/** The argument of `_boot.main`. */
export function programJson(process: Process, program: PythonProgram): string {
  const { home, mode, target } = program;
  const base = basePrefix(process, program);
  return JSON.stringify({
    argv: program.arguments,
    executable: process.argv[0],
    mode,
    target,
    env: Object.fromEntries(process.env),
    cwd: process.cwd,
    prefix: home.prefix,
    base,
    version: fullVersion(process, home) ?? home.version,
    path: searchPath(process, program, base),
    libc: home.libc,
    isatty: false,
    flags: program.flags,
  });
}
