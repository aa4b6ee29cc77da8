import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { bases } from "@drydock/engine/bases/index.ts";
import { type LineResult, pythonRuntime, Workstation } from "@drydock/engine";
import { loadPython } from "../src/python/load.ts";

const wasm = readFileSync(
  createRequire(import.meta.url).resolve("@micropython/micropython-webassembly-pyscript/micropython.wasm"),
);
const boot = readFileSync(new URL("small-boot.py", import.meta.url), "utf8");

/** A workstation whose Python has no library but the least. `python` runs a program in a fresh container and gives what it did. */
export class PythonHost {
  readonly station: Workstation;

  constructor() {
    pythonRuntime.bring(loadPython({ wasm, library: { "boot.py": boot } }));
    this.station = new Workstation({ bases, seed: "python", terminal: false });
    this.station.write(
      "Dockerfile",
      'FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\nCMD ["python", "app.py"]\n',
    );
  }

  run(line: string): LineResult {
    return this.station.run(line);
  }

  /** Builds the image `t` with this program as `app.py`. */
  build(program: string): void {
    this.station.write("app.py", program);
    const built = this.run("docker build -q -t t .");
    if (built.exitCode !== 0) throw new Error(built.stderr);
  }

  /** Builds and runs it. */
  python(program: string, flags = ""): LineResult {
    this.build(program);
    return this.run(`docker run --rm ${flags} t`);
  }
}
