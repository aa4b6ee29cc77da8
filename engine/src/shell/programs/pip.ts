import { notSimulated } from "../../core/engine-error.ts";
import { runPip } from "../packages/pip/run-pip.ts";
import { pythonOf } from "../packages/python/python-home.ts";
import type { Program } from "../process.ts";

/** `pip`: packages of the Python that its script belongs to. */
export const pip: Program = {
  name: "pip",
  run(process) {
    const python = pythonOf(process);
    if (!python) throw notSimulated(`${process.argv[0]} without a Python that Drydock knows`, "run");
    return runPip(process, python, process.argv.slice(1));
  },
};
