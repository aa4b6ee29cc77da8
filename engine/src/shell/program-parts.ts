import { Part } from "../core/part.ts";
import type { Program } from "./process.ts";

/** Programs that weigh much and that few lessons need: their code is a part, and comes when one of them first runs. */
export const programParts: Readonly<Record<"git" | "jq", Part<Program["run"]>>> = {
  git: new Part("program:git"),
  jq: new Part("program:jq"),
};
