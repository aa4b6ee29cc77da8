import { notSimulated } from "../../core/engine-error.ts";
import { createVenv } from "../packages/python/create-venv.ts";
import { runPip } from "../packages/pip/run-pip.ts";
import { type PythonHome, pythonOf } from "../packages/python/python-home.ts";
import type { Process, Program } from "../process.ts";

/** Micro version, where the image's environment tells it. */
const fullVersion = (process: Process, { version }: PythonHome): string => {
  const told = process.env.get("PYTHON_VERSION");
  if (told?.startsWith(`${version}.`)) return told;
  throw notSimulated("python --version of this Python", "print its exact version");
};

/**
 * `python3` as far as it manages packages: `-m pip`, `-m venv`, `--version`. Programs in Python are run by a real
 * interpreter elsewhere, never made up here.
 */
export const python3: Program = {
  name: "python3",
  run(process) {
    const python = pythonOf(process);
    const args = process.argv.slice(1);
    // Options that change nothing of what is modelled.
    while (/^-[uBsEIO]+$/.test(args[0] ?? "")) args.shift();
    const [option, module, ...rest] = args;
    if (python && (option === "--version" || option === "-V")) {
      process.stdout.write(`Python ${fullVersion(process, python)}\n`);
      return 0;
    }
    if (python && option === "-m" && module === "pip") {
      if (python.path.some((folder) => process.files.exists(`${folder}/pip`)))
        return runPip(process, python, rest);
      process.stderr.write(
        `${python.prefix}/bin/python${python.venv || python.prefix === "/usr" ? "3" : ""}: No module named pip\n`,
      );
      return 1;
    }
    if (python && option === "-m" && module === "venv") {
      const folders = rest.filter((one) => !one.startsWith("-"));
      const flags = new Set(rest.filter((one) => one.startsWith("-")));
      const known = [
        "--without-pip",
        "--system-site-packages",
        "--copies",
        "--symlinks",
        "--clear",
        "--upgrade-deps",
      ];
      if (folders.length > 0 && [...flags].every((flag) => known.includes(flag))) {
        for (const folder of folders) {
          const status = createVenv(process, python, folder, {
            pip: !flags.has("--without-pip"),
            systemSite: flags.has("--system-site-packages"),
          });
          if (status !== 0) return status;
        }
        return 0;
      }
    }
    throw notSimulated("running Python yet", `run \`${process.argv.join(" ")}\` here`);
  },
};
