import { runGit } from "../src/shell/git/git-program.ts";
import { runJq } from "../src/shell/jq/jq-program.ts";
import { programParts } from "../src/shell/program-parts.ts";

/** Brings every program that is a part, for Node and tests. A page loads them one by one: `load-part.ts`. */
export function bringPrograms(): void {
  programParts.git.bring(runGit);
  programParts.jq.bring(runJq);
}
