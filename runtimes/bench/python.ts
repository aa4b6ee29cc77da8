/** How long a Flask container takes to start and to answer, with the interpreter warm. In Node alone: it comes from disk. */
import { ContainerStage, pythonRuntime, Workstation } from "@drydock/engine";
import { bringCatalogues } from "@drydock/engine/bases/catalogues.ts";
import { loadBase } from "@drydock/engine/bases/load.ts";
import { measure, type Timing } from "../../engine/bench/measure.ts";
import { loadPythonFromDisk } from "../src/python/load-node.ts";

const APP = `from flask import Flask

app = Flask(__name__)

@app.route("/")
def home():
    return "Ahoy"

if __name__ == "__main__":
    app.run(host="0.0.0.0", port=8000)
`;

const ROUNDS = 20;

/** A container of the app's image, not started yet. */
async function image(): Promise<Parameters<typeof stage>[0]> {
  const data = await loadBase("python-3.13-slim");
  if (!data) throw new Error("the base of the benchmark is missing");
  bringCatalogues();
  pythonRuntime.bringLater(loadPythonFromDisk);
  const station = new Workstation({ bases: [data], seed: "bench" });
  station.write("app.py", APP);
  station.write(
    "Dockerfile",
    'FROM python:3.13-slim\nWORKDIR /app\nRUN pip install flask\nCOPY . .\nCMD ["python", "app.py"]\n',
  );
  const built = station.build();
  if (!built.image) throw new Error("the image of the benchmark is not built");
  return built.image;
}

const stage = (of: ConstructorParameters<typeof ContainerStage>[0]): ContainerStage =>
  new ContainerStage(of, { seed: "bench", publish: new Map([[8000, 8000]]) });

/** From `docker run` to the program's first wait for requests. */
export async function startFlaskContainer(): Promise<Timing> {
  const made = await image();
  return measure(ROUNDS, () => () => void stage(made));
}

/** One request and its answer. */
export async function askFlaskContainer(): Promise<Timing> {
  const server = stage(await image());
  server.elapse(1000);
  return measure(ROUNDS, () => () => {
    const answer = server.request("host", 8000, { method: "GET", path: "/", headers: new Map(), body: "" });
    if (typeof answer !== "object" || answer.body !== "Ahoy") throw new Error("the server does not answer");
  });
}
