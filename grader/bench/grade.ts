/** How long a verdict takes that needs two builds, on the base image that the lessons use. */
import type { FileState } from "@drydock/engine";
import { loadBase } from "@drydock/engine/bases/load.ts";
import { grade, type Lesson } from "../src/index.ts";
import { type Timing, measure } from "../../engine/bench/measure.ts";

const APP = "from flask import Flask\n\napp = Flask(__name__)\n";

const START: FileState = {
  "app.py": APP,
  "requirements.txt": "flask==3.1.3\n",
  Dockerfile:
    'FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\nRUN pip install --no-cache-dir -r requirements.txt\nCMD ["python", "app.py"]\n',
};

const LESSON: Lesson = {
  id: "bench",
  version: `sha256:${"0".repeat(64)}`,
  rubric: {
    version: 1,
    image: { tag: "bench", context: ".", file: "Dockerfile", target: null, args: {}, secrets: {} },
    protect: [],
    accepts: [],
    tolerates: [],
    criteria: [
      {
        id: "cached",
        title: "An edit to app.py leaves the pip step cached",
        points: 1,
        bonus: false,
        given: false,
        when: null,
        because: "",
        hints: [],
        test: { check: "staysCached", with: { edit: "app.py", step: "pip install" } },
      },
      {
        id: "reruns",
        title: "An edit to requirements.txt runs pip again",
        points: 1,
        bonus: false,
        given: false,
        when: null,
        because: "",
        hints: [],
        test: { check: "reruns", with: { edit: "requirements.txt", step: "pip install" } },
      },
    ],
    questions: [],
  },
  start: START,
  solution: START,
};

/** The same lesson with its first criterion alone. */
const TWO: Lesson = { ...LESSON, rubric: { ...LESSON.rubric, criteria: LESSON.rubric.criteria.slice(0, 1) } };

/** Verdicts on texts that nobody has seen before. */
async function verdicts(lesson: Lesson): Promise<Timing> {
  const base = await loadBase("python-3.13-slim");
  if (!base) throw new Error("the base image is not there");
  return measure(200, (round) => () => {
    const files = { ...START, "app.py": `${APP}# ${round}\n` };
    const report = grade(lesson, { id: String(round), files }, { bases: [base] });
    if (report.status !== "failed") throw new Error(`the verdict is ${report.status}`);
  });
}

/** Two builds, the first with pip. */
export const gradeSubmission = (): Promise<Timing> => verdicts(TWO);

/** Three builds, two of them with pip. */
export const gradeWithThreeBuilds = (): Promise<Timing> => verdicts(LESSON);
