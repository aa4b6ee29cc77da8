import type { Process } from "../../process.ts";
import type { PythonHome } from "../python/python-home.ts";

/** Debian's own text, as python3.x puts it into EXTERNALLY-MANAGED. */
const DEBIAN = `To install Python packages system-wide, try apt install
python3-xyz, where xyz is the package you are trying to
install.

If you wish to install a non-Debian-packaged Python package,
create a virtual environment using python3 -m venv path/to/venv.
Then use path/to/venv/bin/python and path/to/venv/bin/pip. Make
sure you have python3-full installed.

If you wish to install a non-Debian packaged Python application,
it may be easiest to use pipx install xyz, which will manage a
virtual environment for you. Make sure you have pipx installed.

See /usr/share/doc/python3.VERSION/README.venv for more information.`;

/** pip's refusal where the distribution keeps its Python to itself (PEP 668; words of pip/_internal/exceptions.py). */
export function externallyManaged(process: Process, python: PythonHome): string {
  const content = process.files.read(`${python.prefix}/lib/python${python.version}/EXTERNALLY-MANAGED`);
  const own =
    typeof content === "string"
      ? undefined
      : /^Error=((?:.|\n[ \t]|\n\n(?=[ \t]))*)/m.exec(content.text ?? "")?.[1]?.replaceAll(/\n[ \t]+/g, "\n");
  const text = (own ?? DEBIAN.replace("python3.VERSION", `python${python.version}`)).split("\n");
  return [
    "error: externally-managed-environment",
    "",
    "× This environment is externally managed",
    `╰─> ${text[0]}`,
    ...text.slice(1).map((line) => (line === "" ? "    " : `    ${line}`)),
    "",
    "note: If you believe this is a mistake, please contact your Python installation or OS distribution provider. You can override this, at the risk of breaking your Python installation or OS, by passing --break-system-packages.",
    "hint: See PEP 668 for the detailed specification.",
  ].join("\n");
}
