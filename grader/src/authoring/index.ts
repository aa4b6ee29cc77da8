/** For authors, the site's build and the command line: everything that reads YAML. Never part of a page. */
export {
  type CheckExample,
  exampleCase,
  exampleFiles,
  gradeExample,
  readCheckExamples,
} from "./check-example.ts";
export { type CheckParameter, checkParameters } from "./check-parameters.ts";
export { factOf } from "./fact-of.ts";
export { type LessonHead, lessonHead } from "./lesson-head.ts";
export { type Prediction, predictionOf } from "./prediction-of.ts";
export { type LessonProblem, problemWords, readYaml } from "./read-yaml.ts";
export { type ReadBehaviour, readBehaviour } from "./read-behaviour.ts";
export { type ReadRubric, readRubric } from "./read-rubric.ts";
export { rubricJsonSchema } from "./rubric-json-schema.ts";
