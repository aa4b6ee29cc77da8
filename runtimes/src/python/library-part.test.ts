import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { bases } from "@drydock/engine/bases/index.ts";
import { isEngineError, pythonRuntime, Workstation } from "@drydock/engine";
import { expect, it } from "vitest";
import { libraryInFolder } from "./library-in-folder.ts";
import { libraryParts } from "./library-part.ts";
import { loadPython } from "./load.ts";

const library = fileURLToPath(new URL("library", import.meta.url));
const first = (path: string): boolean => !/^(?:modules|web)\//.test(path);
const wasm = readFileSync(
  createRequire(import.meta.url).resolve("@micropython/micropython-webassembly-pyscript/micropython.wasm"),
);

const APP = `from flask import Flask
app = Flask(__name__)
@app.route("/")
def home():
    import uuid
    return uuid.UUID(int=7).hex
app.run(host="0.0.0.0", port=5000)
`;

it("comes part by part, and a program that needed one begins again as if it had been there", () => {
  pythonRuntime.bring(loadPython({ wasm, library: libraryInFolder(library, first) }));
  const station = new Workstation({ bases, seed: "python", terminal: false });
  const asked: string[] = [];
  /** What a page does: the part that is missing is brought, and the line is run again. */
  const run = (line: string): string => {
    const before = station.snapshot();
    try {
      return station.run(line).stdout;
    } catch (error) {
      if (!isEngineError(error, "NEEDS_PART")) throw error;
      const { part } = error.data;
      asked.push(part);
      station.restore(before);
      const [folder, brought] = part.endsWith("web")
        ? ["web", libraryParts.web]
        : ["modules", libraryParts.standard];
      brought.bring(libraryInFolder(`${library}/${folder}`));
      return run(line);
    }
  };
  station.write("app.py", APP);
  station.write(
    "Dockerfile",
    "FROM python:3.12-slim\nWORKDIR /app\nRUN pip install -q flask\nCOPY . .\nCMD python app.py\n",
  );
  run("docker build -q -t t .");
  expect(run("docker run --rm t python -c 'import os, sys, time; print(len(sys.argv), os.getcwd())'")).toBe(
    "1 /app\n",
  );
  expect(asked).toEqual([]);
  run("docker run -d -p 8000:5000 --name web t");
  expect(asked).toEqual(["runtime:python:web", "runtime:python:standard"]);
  expect(run("curl -s localhost:8000/")).toBe("00000000000000000000000000000007");
  expect(run("docker ps -q").split("\n").length).toBe(2);
});
