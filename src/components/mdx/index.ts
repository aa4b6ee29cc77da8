import Exercise from "./Exercise.astro";
import Fact from "./Fact.astro";
import Keep from "./Keep.astro";
import Output from "./Output.astro";
import Predict from "./Predict.astro";
import Run from "./Run.astro";
import Wild from "./Wild.astro";

/** What an author can use in `lesson.mdx` beside Markdown. */
export const lessonComponents = { Exercise, Fact, Keep, Output, Predict, Run, Wild };
