import {
  type BaseImageData,
  type BuildResult,
  type FileState,
  parseDockerfile,
  Workstation,
} from "@drydock/engine";
import { seconds, size } from "../facts/amounts.ts";
import { type BuildFacts, buildFacts } from "../facts/build-facts.ts";
import type { LineFacts } from "../facts/line-facts.ts";

const app =
  'from flask import Flask\n\napp = Flask(__name__)\n\n\n@app.get("/")\ndef timetable():\n    return "06:12 High water 4.1 m\\n"\n\n\napp.run(host="0.0.0.0", port=5000)\n';
const requirements = "flask==3.1.3\n";

/** The second build of a Dockerfile, after a word was changed in app.py, in the words of the home page. */
export interface Compared {
  readonly build: BuildFacts;
  readonly passes: boolean;
  readonly verdict: string;
  readonly why: string;
  readonly took: string;
  /** By line from 1: what stands at its right, in which tone, and whether it is to blame. */
  readonly said: ReadonlyMap<
    number,
    { readonly words: string; readonly tone: string; readonly bad: boolean }
  >;
}

const words = (fact: LineFacts): readonly [string, string] => {
  switch (fact.state) {
    case "base":
      return [fact.bytes === undefined ? "base" : size(fact.bytes), "quiet-text"];
    case "cached":
      return ["CACHED", "ok-text"];
    case "first-miss":
      return ["first miss", "miss-text"];
    case "again":
      return [`${seconds(fact.cost)} again`, "miss-text"];
    case "failed":
      return ["failed", "miss-text"];
    case "not-reached":
      return ["not reached", "quiet-text"];
    case "ran":
      return [seconds(fact.duration), "quiet-text"];
  }
};

const judge = (
  text: string,
  result: BuildResult,
  ran: readonly LineFacts[],
): Pick<Compared, "passes" | "verdict" | "why"> => {
  const problem =
    parseDockerfile(text).problems[0] ??
    (result.error && { message: result.error.message, range: result.error.range });
  if (problem) {
    const line = problem.range?.start.line;
    return {
      passes: false,
      verdict: line === undefined ? "There is no image." : `Line ${line} stops the build.`,
      why: problem.message,
    };
  }
  const [first, ...dragged] = ran;
  const slow = dragged.find(({ name }) => name.startsWith("RUN"));
  if (first && slow)
    return {
      passes: false,
      verdict: `Line ${first.line} makes line ${slow.line} run again.`,
      why: `\`${first.name}\` takes app.py along, so it misses the cache, and every step after a miss runs too.`,
    };
  return {
    passes: true,
    verdict: "An edit to app.py leaves the slow work alone.",
    why: first
      ? `The first miss is line ${first.line}, after the slow work.`
      : "No step looks at app.py, so every one of them is CACHED.",
  };
};

/** Builds the text, changes a word in app.py, builds again, and tells what the second build did and why. */
export const compareBuilds = (bases: readonly BaseImageData[], text: string): Compared => {
  const files: FileState = { Dockerfile: text, "app.py": app, "requirements.txt": requirements };
  const machine = new Workstation({ bases, seed: "home", files });
  machine.build({ tags: ["timetable"] });
  machine.write("app.py", app.replace("High water", "High tide"));
  const result = machine.build({ tags: ["timetable"] });
  const build = buildFacts(result, text);
  const ran = build.lines.filter(({ state }) => state === "first-miss" || state === "again");
  const judged = judge(text, result, ran);
  return {
    ...judged,
    build,
    took: seconds(ran.reduce((sum, { duration }) => sum + duration, 0)),
    said: new Map(
      build.lines.map((fact) => {
        const [said, tone] = words(fact);
        return [
          fact.line,
          {
            words: said,
            tone,
            bad: fact.state === "failed" || (fact.state === "first-miss" && !judged.passes),
          },
        ];
      }),
    ),
  };
};
