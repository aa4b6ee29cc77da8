import type { Draft } from "./draft.ts";
import { DEFAULT_PATH } from "./default-path.ts";
import { walkInstruction } from "./instructions/index.ts";
import { placeIn } from "./instructions/workdir.ts";
import { planError } from "./plan-error.ts";
import type { Failure, Planning } from "./planning.ts";
import { Walk } from "./walk.ts";

/** Goes through the instructions of all stages that are needed, in order of the file. */
export function walkStages(planning: Planning, needed: ReadonlySet<Draft>): Failure {
  const ignoreError = planning.options.ignore?.error;
  if (ignoreError !== undefined)
    return planError(ignoreError.replace(/^invalid excludepatterns: \[[^]*\]: /, ""));
  for (const draft of planning.drafts) {
    if (draft.stage === undefined || !(planning.allStages || needed.has(draft))) continue;
    begin(planning, draft);
    for (const command of draft.commands) {
      const walk = new Walk(planning, draft, command);
      const shell = (draft.config.Shell ?? []).length > 0;
      const { placed } = draft;
      const problem = walkInstruction(walk, command.instruction);
      const message = walk.failure ?? problem;
      const { instruction } = command;
      planning.facts.walked.push({
        stage: draft.index,
        instruction,
        range: instruction.range,
        undefined: walk.undefined,
        words: walk.words,
        failed: message !== undefined,
        shell,
        placed,
      });
      if (message !== undefined) return planError(message, instruction.range);
    }
    if (draft.labels.size > 0) draft.config = { ...draft.config, Labels: Object.fromEntries(draft.labels) };
  }
  return undefined;
}

/** Takes over what the base leaves. */
function begin(planning: Planning, draft: Draft): void {
  const { base } = draft;
  draft.walked = true;
  if (base !== undefined) {
    const { OnBuild: _, ...config } = base.config;
    draft.config = config;
    draft.author = base.author;
    draft.os = base.os;
    draft.platform = base.platform;
    draft.variables = base.variables;
    draft.args = [...base.args];
    draft.declared = new Set(base.declared);
    draft.placed = base.placed;
  }
  draft.labels = new Map(Object.entries(draft.config.Labels ?? {}));
  draft.platform ??= planning.targetPlatform;
  const env = draft.config.Env ?? [];
  if (!env.some((pair) => pair.startsWith("PATH="))) {
    draft.config = { ...draft.config, Env: [...env, `PATH=${DEFAULT_PATH}`] };
  }
  const variables = new Map(draft.variables);
  for (const pair of draft.config.Env ?? []) {
    const at = pair.indexOf("=");
    const name = at < 0 ? pair : pair.slice(0, at);
    variables.delete(name);
    variables.set(name, at < 0 ? "" : pair.slice(at + 1));
  }
  draft.variables = variables;
  const { WorkingDir = "", User = "" } = draft.config;
  if (WorkingDir !== "") draft.directory = placeIn("/", WorkingDir);
  draft.user = User;
}
