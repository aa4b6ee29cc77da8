import { type FileState, Workstation } from "@drydock/engine";
import { bases } from "@drydock/engine/bases/index.ts";
import { lineFacts, type LineFacts, seconds, size } from "../session/line-facts.ts";
import { hull } from "../islands/layers/hull.ts";
import { platesOf } from "../islands/layers/plates-of.ts";
import { colour, type Piece } from "../islands/editor/colour.ts";

/** One of the two builds that the home page compares. */
export interface Shown {
  readonly lines: readonly {
    readonly pieces: readonly Piece[];
    readonly said: string;
    readonly tone: string;
    readonly bad: boolean;
  }[];
  /** HTML. */
  readonly hull: string;
  readonly passes: boolean;
  readonly took: string;
  readonly missed: number | undefined;
}

const app =
  'from flask import Flask\n\napp = Flask(__name__)\n\n\n@app.get("/")\ndef timetable():\n    return "06:12 High water 4.1 m\\n"\n\n\napp.run(host="0.0.0.0", port=5000)\n';
const requirements = "flask==3.1.3\n";
const start = ["FROM python:3.13-slim", "WORKDIR /app"];
const end = 'CMD ["python", "app.py"]';
const pip = "RUN pip install -r requirements.txt";

const dockerfiles = {
  asItIs: [...start, "COPY . .", pip, end],
  split: [...start, "COPY requirements.txt .", pip, "COPY . .", end],
} as const;

const words = (fact: LineFacts | undefined): readonly [string, string] => {
  if (!fact) return ["", ""];
  switch (fact.state) {
    case "base":
      return [size(fact.bytes ?? 0), "quiet-text"];
    case "cached":
      return ["CACHED", "ok-text"];
    case "first-miss":
      return ["first miss", "miss-text"];
    case "again":
      return [`${seconds(fact.cost)} again`, "miss-text"];
    default:
      return [seconds(fact.duration), "quiet-text"];
  }
};

/** Builds a Dockerfile twice, with a word changed in app.py in between, and tells what the second build did. */
export const showcase = (which: keyof typeof dockerfiles): Shown => {
  const text = `${dockerfiles[which].join("\n")}\n`;
  const files: FileState = { Dockerfile: text, "app.py": app, "requirements.txt": requirements };
  const machine = new Workstation({ bases, seed: "home", files });
  machine.build({ tags: ["timetable"] });
  machine.write("app.py", app.replace("High water", "High tide"));
  const result = machine.build({ tags: ["timetable"] });
  if (result.error) throw new Error(`the home page's build fails: ${result.error.message}`);
  const facts = lineFacts(result, text);
  const ran = facts.filter(({ state }) => state === "first-miss" || state === "again");
  return {
    lines: colour(text).map((pieces, at) => {
      const fact = facts.find(({ line }) => line === at + 1);
      const [said, tone] = words(fact);
      return { pieces, said, tone, bad: fact?.state === "first-miss" && ran.length > 1 };
    }),
    hull: hull(
      platesOf(result, text).map((plate) => ({ ...plate, name: `line ${plate.line}` })),
      218,
    ),
    passes: ran.every(({ name }) => !name.startsWith("RUN")),
    took: seconds(ran.reduce((sum, { duration }) => sum + duration, 0)),
    missed: ran[0]?.line,
  };
};
