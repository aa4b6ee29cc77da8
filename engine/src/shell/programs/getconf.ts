import type { Program } from "../process.ts";
import { notSimulated } from "../../core/engine-error.ts";
import { SIMULATED_MACHINE } from "../simulated-machine.ts";

/** What glibc answers on Linux for x86-64 and arm64 alike (getconf -a). */
const VALUES: Readonly<Record<string, string>> = {
  ARG_MAX: "2097152",
  CHAR_BIT: "8",
  CLK_TCK: "100",
  HOST_NAME_MAX: "64",
  INT_MAX: "2147483647",
  LONG_BIT: "64",
  NAME_MAX: "255",
  PAGESIZE: "4096",
  PAGE_SIZE: "4096",
  PATH: "/bin:/usr/bin",
  PATH_MAX: "4096",
  PIPE_BUF: "4096",
  _NPROCESSORS_CONF: String(SIMULATED_MACHINE.cpus),
  _NPROCESSORS_ONLN: String(SIMULATED_MACHINE.cpus),
  _POSIX_VERSION: "200809",
};
const USAGE =
  "Usage: getconf [-v SPEC] VAR\n  or:  getconf [-v SPEC] PATH_VAR PATH\n\nGet the configuration value for variable VAR, or for variable PATH_VAR\nfor path PATH.  If SPEC is given, give values for compilation\nenvironment SPEC.\n\nFor bug reporting instructions, please see:\n<https://www.debian.org/Bugs/>.\n";

export const getconf: Program = {
  name: "getconf",
  run(process) {
    const [name, path] = process.argv.slice(1);
    if (name === undefined || process.argv.length > 3) {
      process.stderr.write(USAGE.split("\n\n", 1)[0] + "\n");
      return 2;
    }
    if (name.startsWith("-")) throw notSimulated(`getconf ${name}`, "list the variables it knows");
    const value = VALUES[name];
    if (value !== undefined && (path !== undefined) === ["NAME_MAX", "PATH_MAX", "PIPE_BUF"].includes(name)) {
      process.stdout.write(`${value}\n`);
      return 0;
    }
    if (/^_?[A-Z0-9][A-Z0-9_]{3,}$/.test(name) && value === undefined && name.includes("_"))
      throw notSimulated(`getconf ${name}`, "answer, or say that it knows no such variable");
    process.stderr.write(`getconf: Unrecognized variable \`${name}'\n`);
    return 2;
  },
};
