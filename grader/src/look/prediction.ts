import type { BuildResult } from "@drydock/engine";
import { stepsOf } from "./build/step-pattern.ts";
import { shorten } from "./words/words.ts";

/** One thing that was predicted: what it is, what the build did, and whether the learner said so. */
export interface Predicted {
  readonly text: string;
  readonly state: string;
  readonly correct: boolean;
}

const asList = (answer: unknown): readonly string[] =>
  Array.isArray(answer) ? answer.slice(0, 1000).map(String) : [String(answer)];

/** Splits a prediction into its items. A step is answered as `"3/4"`, with its stage in front (`"build 3/4"`) where there are several. */
export function predictionItems(
  result: BuildResult,
  ask: "cached-steps" | "layers" | "context-files" | "outcome",
  answer: unknown,
): Predicted[] {
  if (ask === "cached-steps") {
    const said = new Set(asList(answer));
    return stepsOf(result).map(({ name, status, step }) => {
      const place = `${step.number}/${step.of}`;
      const cached = status === "CACHED";
      const marked = said.has(place) || said.has(`${step.stageName} ${place}`);
      return { text: shorten(name, 160), state: cached ? "cached" : "rerun", correct: marked === cached };
    });
  }
  if (ask === "context-files") {
    const said = new Set(asList(answer).map((path) => path.replace(/^\.?\//, "")));
    const sent = new Set(result.sent.map((path) => path.replace(/^\//, "")));
    return [...new Set([...sent, ...said])].sort().map((path) => ({
      text: shorten(path),
      state: sent.has(path) ? "sent" : "left out",
      correct: said.has(path) && sent.has(path),
    }));
  }
  if (ask === "layers") {
    const layers = result.image?.layers.filter(({ origin }) => origin).length;
    const state = layers === undefined ? "no image" : String(layers);
    return [{ text: "layers", state, correct: String(answer).trim() === state }];
  }
  return [{ text: "outcome", state: result.outcome, correct: String(answer) === result.outcome }];
}
