import { isBuildOutput } from "./build-output.ts";
import { compareBuild } from "./compare-build.ts";
import { type SameIds, unnumbered } from "./same-ids.ts";
import type { Command, Difference } from "./transcript.ts";

/** Our answer to a typed line, volatile text marked. */
export type Answer = Pick<Command, "stdout" | "stderr" | "exitCode">;

export function compareCommand(want: Answer, got: Answer, ids: SameIds): Difference[] {
  const differences: Difference[] = [];
  if (want.exitCode !== got.exitCode)
    differences.push({ facet: "exit", told: `exit ${got.exitCode}, in Docker ${want.exitCode}` });
  differences.push(...compareText("stdout", want, got, ids));
  if (isBuildOutput(want.stderr)) differences.push(...compareBuild(want.stderr, got.stderr));
  else differences.push(...compareText("stderr", want, got, ids));
  return differences;
}

function compareText(facet: "stdout" | "stderr", want: Answer, got: Answer, ids: SameIds): Difference[] {
  const [theirs, ours] = [want[facet], got[facet]];
  if (unnumbered(theirs) !== unnumbered(ours))
    return [{ facet, told: `${facet} is\n${ours}\nin Docker\n${theirs}` }];
  const wrong = ids.check(theirs, ours);
  return wrong === undefined ? [] : [{ facet, told: `${facet}: ${wrong}` }];
}
