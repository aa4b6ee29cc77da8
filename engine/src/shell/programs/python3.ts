import { notSimulated } from "../../core/engine-error.ts";
import { fullVersion } from "../packages/python/full-version.ts";
import { createVenv } from "../packages/python/create-venv.ts";
import { runPip } from "../packages/pip/run-pip.ts";
import { type PythonHome, pythonOf } from "../packages/python/python-home.ts";
import { isCommandInput } from "../interactive/command-input.ts";
import type { Process, Program } from "../process.ts";
import { pythonRuntime } from "../python-runtime.ts";

/** The version in full; told where nothing of the image says it. */
function knownVersion(process: Process, python: PythonHome): string {
  const version = fullVersion(process, python);
  if (version === undefined) throw notSimulated("python --version of this Python", "print its exact version");
  return version;
}

/** Options of CPython that change nothing of what is modelled, and those that do. */
const SINGLE = /^-[bBdEhiIOPqsSuvVx?]+$/;

/** `python3`: what manages packages is the engine's, programs in Python are run by a real interpreter, never made up. */
export const python3: Program = {
  name: "python3",
  run(process) {
    const python = pythonOf(process);
    const args = process.argv.slice(1);
    let flags = "";
    for (let word = args[0]; word !== undefined; word = args[0]) {
      const valued = /^-([bBdEIOPqsSuvx]*)([WX])(.*)$/.exec(word);
      if (valued && word !== "-") {
        flags += valued[1] ?? "";
        args.splice(0, valued[3] === "" ? 2 : 1);
        continue;
      }
      // `-uc TEXT` and `-Im NAME`: flags that stand in one word with the last option.
      const joined = /^-([bBdEIOPqsSuvx]+)([cm].*)$/.exec(word);
      if (joined) {
        flags += joined[1] ?? "";
        args[0] = `-${joined[2]}`;
        break;
      }
      if (!SINGLE.test(word) || /[hV?i]/.test(word)) break;
      flags += word.slice(1);
      args.shift();
    }
    if (!python)
      throw notSimulated(
        `${process.argv[0]}, of whose library the image lacks all`,
        "say that it cannot start",
      );
    const [option = "", module, ...rest] = args;
    if (option === "--version" || option === "-V") {
      process.stdout.write(`Python ${knownVersion(process, python)}\n`);
      return 0;
    }
    if (option === "-m" && module === "pip") return pip(process, python, rest);
    if (option === "-m" && module === "venv" && isKnownVenv(rest)) return venv(process, python, rest);
    const library = `${python.prefix}/lib/python${python.version}`;
    if (!python.venv && process.files.stat(library) === "ENOENT")
      throw notSimulated(`a Python without ${library}`, "end with `No module named 'encodings'`");
    const program = read(args);
    if (!program) throw notSimulated(`python ${args.join(" ")}`, `run \`${process.argv.join(" ")}\` here`);
    if (program.mode === "stdin" && isCommandInput(process.stdin))
      throw notSimulated(
        `the prompt of ${process.argv[0]}`,
        "ask for one statement after the other, with `>>> ` before each",
      );
    const unbuffered = flags.includes("u") || (process.env.get("PYTHONUNBUFFERED") ?? "") !== "";
    return pythonRuntime.data.run(process, { ...program, home: python, unbuffered, flags });
  },
};

/** What is left of the command line: the program and its arguments. */
function read(
  args: readonly string[],
):
  | { mode: "script" | "command" | "module" | "stdin"; target: string; arguments: readonly string[] }
  | undefined {
  const [option, ...rest] = args;
  if (option === undefined || option === "-")
    return { mode: "stdin", target: "", arguments: option === undefined ? [""] : ["-", ...rest] };
  const joined = /^-([cm])(.+)$/s.exec(option);
  const words = joined ? [`-${joined[1]}`, joined[2] ?? "", ...rest] : args;
  const [first = "", target, ...others] = words;
  if (first === "-c" && target !== undefined)
    return { mode: "command", target, arguments: ["-c", ...others] };
  if (first === "-m" && target !== undefined) return { mode: "module", target, arguments: ["-m", ...others] };
  if (first.startsWith("-")) return undefined;
  return { mode: "script", target: first, arguments: words };
}

function pip(process: Process, python: PythonHome, args: string[]): number {
  if (python.path.some((folder) => process.files.exists(`${folder}/pip`)))
    return runPip(process, python, args);
  process.stderr.write(
    `${python.prefix}/bin/python${python.venv || python.prefix === "/usr" ? "3" : ""}: No module named pip\n`,
  );
  return 1;
}

const VENV_FLAGS: readonly string[] = [
  "--without-pip",
  "--system-site-packages",
  "--copies",
  "--symlinks",
  "--clear",
  "--upgrade-deps",
];

const isKnownVenv = (args: readonly string[]): boolean =>
  args.some((one) => !one.startsWith("-")) &&
  args.every((one) => !one.startsWith("-") || VENV_FLAGS.includes(one));

function venv(process: Process, python: PythonHome, args: readonly string[]): number {
  const options = {
    pip: !args.includes("--without-pip"),
    systemSite: args.includes("--system-site-packages"),
  };
  for (const folder of args.filter((one) => !one.startsWith("-"))) {
    const status = createVenv(process, python, folder, options);
    if (status !== 0) return status;
  }
  return 0;
}
