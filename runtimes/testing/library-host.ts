import { bases } from "@drydock/engine/bases/index.ts";
import { type LineResult, pythonRuntime, Workstation } from "@drydock/engine";
import { loadPythonFromDisk } from "../src/python/load-node.ts";

/** A workstation whose Python has Drydock's whole library. */
export class LibraryHost {
  readonly station: Workstation;

  constructor() {
    pythonRuntime.bring(loadPythonFromDisk());
    this.station = new Workstation({ bases, seed: "python", terminal: false });
  }

  run(line: string): LineResult {
    return this.station.run(line);
  }

  /** Builds the image `t` from these files below `/app`; `packages` are installed with pip. */
  build(files: Readonly<Record<string, string>>, packages = ""): void {
    const install = packages ? `RUN pip install -q ${packages}\n` : "";
    this.station.write(
      "Dockerfile",
      `FROM python:3.12-slim\nWORKDIR /app\n${install}COPY . .\nCMD ["python", "app.py"]\n`,
    );
    for (const [name, text] of Object.entries(files)) this.station.write(name, text);
    const built = this.run("docker build -q -t t .");
    if (built.exitCode !== 0) throw new Error(built.stderr);
  }

  /** Runs a program as `/app/app.py`. */
  python(program: string): LineResult {
    this.build({ "app.py": program });
    return this.run("docker run --rm t");
  }
}
