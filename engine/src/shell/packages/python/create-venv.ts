import { Content } from "../../../vfs/content.ts";
import { basename, dirname, join } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import { fullVersion } from "./full-version.ts";
import { installedIn } from "./installed.ts";
import { installWheel } from "./install-wheel.ts";
import { makeDirectories } from "./make-directories.ts";
import type { PythonHome } from "./python-home.ts";
import { findWheel } from "./wheel-catalogue.ts";

/** Our own wording of the script that `. bin/activate` reads: same variables, same effect. */
const activate = (
  folder: string,
): string => `# This file must be used with "source bin/activate" from a POSIX shell
deactivate () {
    if [ -n "\${_OLD_VIRTUAL_PATH:-}" ] ; then
        PATH="\${_OLD_VIRTUAL_PATH:-}"
        export PATH
        unset _OLD_VIRTUAL_PATH
    fi
    unset VIRTUAL_ENV
    unset VIRTUAL_ENV_PROMPT
}
VIRTUAL_ENV='${folder}'
export VIRTUAL_ENV
_OLD_VIRTUAL_PATH="$PATH"
PATH="$VIRTUAL_ENV/bin:$PATH"
export PATH
VIRTUAL_ENV_PROMPT='(${folder.slice(folder.lastIndexOf("/") + 1)}) '
export VIRTUAL_ENV_PROMPT
`;

/** `python -m venv FOLDER`: links to this Python, a `pyvenv.cfg`, and pip of the same version. */
export function createVenv(
  process: Process,
  python: PythonHome,
  typed: string,
  options: { pip: boolean; systemSite: boolean; prompt?: string },
): number {
  const { files } = process;
  const folder = join(process.cwd, typed);
  const interpreter = `${python.prefix}/bin/python${python.prefix === "/usr" ? "3" : ""}`;
  const versioned = `python${python.version}`;
  const site = `${folder}/lib/${versioned}/site-packages`;
  if (python.prefix === "/usr" && !files.exists(`/usr/lib/${versioned}/ensurepip`) && options.pip) {
    process.stdout.write(
      `The virtual environment was not created successfully because ensurepip is not\navailable.  On Debian/Ubuntu systems, you need to install the python3-venv\npackage using the following command.\n\n    apt install ${versioned}-venv\n\nYou may need to use sudo with that command.  After installing the python3-venv\npackage, recreate your virtual environment.\n\nFailing command: ${folder}/bin/${basename(process.argv[0] ?? "python3")}\n\n`,
    );
    return 1;
  }
  for (const path of [site, `${folder}/bin`, `${folder}/include/${versioned}`]) {
    const failed = makeDirectories(files, path);
    if (failed) {
      process.stderr.write(`Error: [Errno 13] Permission denied: '${folder}'\n`);
      return 1;
    }
  }
  files.symlink("lib", `${folder}/lib64`);
  const links: [string, string][] = [
    [interpreter, "python"],
    ["python", "python3"],
    ["python", versioned],
  ];
  for (const [target, name] of links) files.symlink(target, `${folder}/bin/${name}`);
  files.write(
    `${folder}/pyvenv.cfg`,
    Content.of(
      `home = ${dirname(interpreter)}\ninclude-system-site-packages = ${options.systemSite}\nversion = ${fullVersion(process, python) ?? python.version}\nexecutable = ${python.prefix}/bin/${versioned}\ncommand = ${interpreter} -m venv ${folder}\n`,
    ),
  );
  files.write(`${folder}/bin/activate`, Content.of(activate(folder)));
  for (const [name, bytes] of [
    ["activate.csh", 920],
    ["activate.fish", 2200],
    ["Activate.ps1", 9000],
  ] as const) {
    files.write(`${folder}/bin/${name}`, Content.declared(bytes, `venv ${name}`));
  }
  const bundled = installedIn(files, python.path).find(({ key }) => key === "pip");
  const wheel = findWheel("pip");
  if (options.pip && wheel) {
    const version = bundled?.version ?? wheel.version;
    const own = { ...wheel, version, info: `pip-${version}.dist-info` };
    installWheel(
      process,
      own,
      { site, bin: `${folder}/bin`, python: `${folder}/bin/python3`, compile: true },
      true,
    );
    files.write(`${folder}/bin/pip${python.version}`, files.read(`${folder}/bin/pip`) as Content, 0o755);
  }
  // ensurepip unpacks and compiles pip: the time that making an environment takes.
  process.kernel.elapse(options.pip ? 3_500 : 200);
  return 0;
}
