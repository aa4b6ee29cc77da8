import { expect, test } from "vitest";
import { alignRuns } from "./align-runs.ts";
import type { StepInputs } from "./step-inputs.ts";

const run = (text: string): StepInputs => ({
  text,
  printed: text,
  parent: "",
  below: undefined,
  base: { reference: "", digest: "" },
  operation: text,
  env: [],
  settings: { user: "", workdir: "", shell: "", mount: "", network: "" },
  sources: [],
  failed: false,
});
const align = (before: string[], after: string[]): (string | undefined)[] =>
  alignRuns(before.map(run), after).map((found) => found?.text);

test.each([
  [
    ["RUN a", "RUN b"],
    ["RUN a", "RUN b"],
    ["RUN a", "RUN b"],
  ],
  [
    ["RUN a", "RUN c"],
    ["RUN a", "RUN b", "RUN c"],
    ["RUN a", undefined, "RUN c"],
  ],
  [
    ["RUN a", "RUN b", "RUN c"],
    ["RUN a", "RUN c"],
    ["RUN a", "RUN c"],
  ],
  [
    ["RUN a", "COPY x y", "RUN c"],
    ["RUN a", "COPY x z", "RUN c"],
    ["RUN a", "COPY x y", "RUN c"],
  ],
  [
    ["RUN a", "COPY x y"],
    ["RUN a", "RUN b"],
    ["RUN a", undefined],
  ],
  [
    ["RUN 1", "RUN 2"],
    ["RUN 2", "RUN 1"],
    ["RUN 2", undefined],
  ],
  [[], ["RUN a"], [undefined]],
])("%j before, %j now", (before, after, expected) => {
  expect(align(before, after)).toEqual(expected);
});
