import { bases } from "@drydock/engine/bases/index.ts";
import { type Prediction, predictionOf } from "@drydock/grader/authoring";
import { lessonData } from "./lesson-data.ts";

/** A lesson's question about a build, as its page asks it. @throws {Error} where there is no such question */
export const prediction = (lessonId: string, question: string): Prediction =>
  predictionOf(lessonData(lessonId), question, bases);
