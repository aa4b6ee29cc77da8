import type { Program } from "../process.ts";
import { programParts } from "../program-parts.ts";

/**
 * `git`: its configuration, clones of the repositories that a lesson declares, and what their history tells. Nothing is committed,
 * and of the outside nothing else can be reached.
 */
export const git: Program = {
  name: "git",
  run: (process, flavour) => programParts.git.data(process, flavour),
};
