import type { Process } from "../../process.ts";
import type { PythonHome } from "../python/python-home.ts";
import type { PipOptions } from "./pip-options.ts";

/** pip's warning to root outside a virtual environment (pip/_internal/cli/req_command.py, warn_if_run_as_root). */
export function warnRootUser(process: Process, python: PythonHome, options: PipOptions): void {
  if (
    process.credentials.uid !== 0 ||
    python.venv ||
    options.value("root-user-action") === "ignore" ||
    options.quiet > 1
  )
    return;
  process.stderr.write(
    "WARNING: Running pip as the 'root' user can result in broken permissions and conflicting behaviour with the system package manager, possibly rendering your system unusable. It is recommended to use a virtual environment instead: https://pip.pypa.io/warnings/venv. Use the --root-user-action option if you know what you are doing and want to suppress this warning.\n",
  );
}
