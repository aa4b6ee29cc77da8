import type { PlannedStep } from "./plan.ts";
import { stepPrefix, stepText } from "./vertex-name.ts";
import type { LexerOptions } from "../../dockerfile/expand.ts";
import type { Draft } from "./draft.ts";
import type { Walk } from "./walk.ts";

type Common = Omit<PlannedStep & { kind: "workdir" }, "kind" | "instruction" | "path" | "time" | "history">;

/** What every step carries. Takes the next number; `text` is the instruction as it is printed. */
export function plannedStep(
  walk: Walk,
  text: string,
  variables: ReadonlyMap<string, string>,
  options?: LexerOptions,
): Common {
  const { draft, command } = walk;
  const name = stepPrefix(draft, command.onbuild) + stepText(text, variables, walk.escape, options);
  return {
    name,
    number: draft.numbered,
    of: draft.total,
    onbuild: command.onbuild,
    env: environmentOf(draft),
    user: draft.user,
    directory: draft.directory,
  };
}

/** `NAME=value` of each variable. Steps between two changes share one list. */
function environmentOf(draft: Draft): readonly string[] {
  draft.environment ??= Array.from(draft.variables, ([name, value]) => `${name}=${value}`);
  return draft.environment;
}
