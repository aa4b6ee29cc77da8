import { runNetwork } from "../run/run-network.ts";
import type { PlannedStep } from "./plan.ts";
import type { Draft } from "./draft.ts";
import { formatPlatform } from "./platform.ts";

/**
 * Finds the vertices that a target's files hang on, and gives equal ones one name: two stages with one base and the same
 * first steps share them. BuildKit keeps the name that it writes last; it writes what a vertex needs before the vertex.
 *
 * @returns the names, each once, in the order of writing.
 */
export function shareVertices(target: Draft): readonly string[] {
  const names = new Map<string, string>();
  const keys = new Map<Draft, readonly string[]>();
  visit(target, names, keys, new Map());
  for (const [draft, [base = "", ...steps]] of keys) {
    draft.vertex = names.get(base) ?? draft.vertex;
    draft.steps = draft.steps.map((step, i) => ({ ...step, name: names.get(steps[i] ?? "") ?? step.name }));
  }
  return [...names.values()];
}

/** Writes a draft's vertices; gives their keys: the one it starts from, then one a step. */
function visit(
  draft: Draft,
  names: Map<string, string>,
  keys: Map<Draft, readonly string[]>,
  /** Short names of keys: a key holds the one below it, and would grow without bound. */
  short: Map<string, string>,
): readonly string[] {
  const known = keys.get(draft);
  if (known !== undefined) return known;
  let key = "";
  if (draft.base !== undefined) key = visit(draft.base, names, keys, short).at(-1) ?? "";
  else if (draft.vertex !== "") {
    key = `${draft.image} ${draft.platform === undefined ? "" : formatPlatform(draft.platform)}`;
    names.set(key, draft.vertex);
  }
  const own = [key];
  keys.set(draft, own);
  for (const step of draft.steps) {
    const sources =
      step.kind === "workdir"
        ? []
        : sourcesOf(draft, step).map((source) => visit(source, names, keys, short).at(-1));
    const long = JSON.stringify([key, operation(step), sources]);
    key = short.get(long) ?? `#${short.size}`;
    short.set(long, key);
    names.set(key, step.name);
    own.push(key);
  }
  return own;
}

function sourcesOf(draft: Draft, step: PlannedStep): readonly Draft[] {
  const command = draft.commands.find(({ instruction }) => instruction === step.instruction);
  return (command?.sources ?? []).filter((source) => source !== undefined);
}

/** What makes a step the same as another, apart from what it stands on. */
function operation(step: PlannedStep): unknown {
  switch (step.kind) {
    case "run":
      return [step.argv, step.env, step.directory, step.user, step.mounts, step.pipe, runNetwork(step)];
    case "copy": {
      const { sources, contents, destination, chown, chmod, instruction } = step;
      return [instruction.kind, instruction.exclude, sources, contents, destination, chown, chmod];
    }
    case "workdir":
      return ["WORKDIR", step.path, step.user];
  }
}
