import type { Dockerfile } from "../../dockerfile/dockerfile.ts";
import { expandWord } from "../../dockerfile/expand.ts";
import { suggest } from "../../dockerfile/suggest.ts";
import { goQuote } from "../../dockerfile/go-quote.ts";
import { parseCheckOptions } from "../../lint/check-options.ts";
import { lint } from "../../lint/lint.ts";
import type { Plan, PlanError, PlannedStage } from "./plan.ts";
import type { Draft } from "./draft.ts";
import { predefinedArgs, withGlobalArgs } from "./global-args.ts";
import { linkStages, reachable } from "./link-stages.ts";
import { openStages } from "./open-stages.ts";
import { planError } from "./plan-error.ts";
import type { FactsDraft, FindConfig, PlanOptions, Planning } from "./planning.ts";
import { type Platform, formatPlatform, normalPlatform, parsePlatform } from "./platform.ts";
import { sourceDateEpoch } from "./source-date-epoch.ts";
import { shareVertices } from "./share-vertices.ts";
import { resolveBases } from "./resolve-bases.ts";
import { walkStages } from "./walk-stages.ts";
import type { BuildWarning } from "../result.ts";

const HOST: Platform = { os: "linux", architecture: "amd64", variant: "" };

/** A plan, or why there is none; warnings come either way, as far as BuildKit had got. */
export type PlanResult =
  | { readonly plan: Plan; readonly warnings: readonly BuildWarning[] }
  | { readonly error: PlanError; readonly warnings: readonly BuildWarning[] };

/**
 * Reads a Dockerfile to its end with all variables in place, as BuildKit 0.25's frontend does before anything runs.
 * Only stages that the target needs are planned; with `check` and no target all are walked.
 *
 * @throws {EngineError} `LIMIT` when a value grows beyond all bounds.
 */
export function makePlan(dockerfile: Dockerfile, options: PlanOptions, findConfig: FindConfig): PlanResult {
  const buildArgs = new Map(Object.entries(options.args ?? {}));
  if (dockerfile.source === "") return { error: planError("the Dockerfile cannot be empty"), warnings: [] };
  const directive = dockerfile.directives.find(({ name }) => name === "check")?.value.split(" ", 1)[0];
  const checks = parseCheckOptions(buildArgs.get("BUILDKIT_DOCKERFILE_CHECK") ?? directive ?? "");
  if ("error" in checks) {
    return { error: planError(`failed to parse check options: ${checks.error}`), warnings: [] };
  }
  const facts: FactsDraft = {
    defaults: [],
    froms: [],
    foreign: [],
    walked: [],
    targetPlatform: "",
    ignore: options.ignore,
  };
  const made = plan(dockerfile, options, buildArgs, facts, findConfig);
  const warnings = lint(dockerfile, facts, checks);
  if ("message" in made) return { error: made, warnings };
  if (checks.fails && warnings.length > 0) {
    const rules = [...new Set(warnings.map(({ rule }) => rule))].toSorted().join(", ");
    return { error: onBases(planError(`lint violation found for rules: ${rules}`)), warnings };
  }
  const empty = made.stages.some(({ steps }) =>
    steps.some((step) => step.kind === "run" && step.argv.length === 0),
  );
  if (empty && options.check !== true)
    return {
      error: onBases(planError("failed to marshal LLB definition: arguments are required")),
      warnings,
    };
  return { plan: { ...made, warnings }, warnings };
}

function plan(
  dockerfile: Dockerfile,
  options: PlanOptions,
  buildArgs: ReadonlyMap<string, string>,
  facts: FactsDraft,
  findConfig: FindConfig,
): Plan | PlanError {
  const [problem] = dockerfile.problems;
  const last = dockerfile.stages.at(-1);
  if (problem !== undefined) return planError(problem.message, problem.told ?? problem.range);
  if (last === undefined) return planError("dockerfile contains no stages to build");
  const asked = options.platform === undefined ? HOST : parsePlatform(options.platform);
  if ("error" in asked)
    return planError(`failed to parse target platform ${options.platform}: ${asked.error}`);
  const targetPlatform = normalPlatform(asked);

  const predefined = predefinedArgs(HOST, targetPlatform, options.target || last.from.name, buildArgs);
  noteDefaults(dockerfile, predefined, facts);
  facts.targetPlatform = predefined.get("TARGETPLATFORM") ?? "";
  const globals = withGlobalArgs(predefined, dockerfile.args, buildArgs, dockerfile.escape);
  if (!(globals instanceof Map)) return globals;

  const epoch = sourceDateEpoch(buildArgs);
  const planning: Planning = {
    dockerfile,
    options,
    findConfig,
    buildArgs,
    globals,
    targetPlatform,
    epoch,
    facts,
    allStages: options.check === true && !options.target,
    drafts: [],
    byName: new Map(),
    metadata: new Set(),
    ports: 0,
  };
  const opened = openStages(planning);
  if (opened !== undefined) return opened;
  const target = options.target ? planning.byName.get(options.target.toLowerCase()) : planning.drafts.at(-1);
  if (target === undefined) {
    const { target: name = "" } = options;
    const names = planning.drafts.map((draft) => draft.name);
    return planError(suggest(`target stage ${goQuote(name)} could not be found`, name, names));
  }
  const failure = linkStages(planning) ?? resolveBases(planning, target);
  if (failure !== undefined) return failure;
  const stopped = walkStages(planning, reachable(target));
  return stopped ? onBases(stopped) : finish(planning, target);
}

const onBases = (error: PlanError): PlanError => ({ ...error, based: true });

/** What FROM would name if no build arg were given. BuildKit gives up silently where that cannot be expanded. */
function noteDefaults(
  dockerfile: Dockerfile,
  predefined: ReadonlyMap<string, string>,
  facts: FactsDraft,
): void {
  const defaults = withGlobalArgs(predefined, dockerfile.args, new Map(), dockerfile.escape);
  if (!(defaults instanceof Map)) return;
  for (const { from } of dockerfile.stages) {
    const image = expandWord(from.image, defaults, dockerfile.escape);
    if ("error" in image) return;
    facts.defaults.push({ from, image: image.value });
  }
}

function finish(planning: Planning, target: Draft): Plan {
  const { labels = {}, platform } = planning.options;
  if (Object.keys(labels).length > 0) {
    target.config = { ...target.config, Labels: { ...target.config.Labels, ...labels } };
  }
  const needed = reachable(target);
  const vertices = shareVertices(target);
  const stages = planning.drafts
    .filter((draft) => draft.stage !== undefined && needed.has(draft))
    .map(plannedStage);
  const actual =
    platform === undefined ? (target.platform ?? planning.targetPlatform) : planning.targetPlatform;
  return {
    target: target.index,
    stages,
    vertices,
    metadata: [...planning.metadata],
    platform: formatPlatform(normalPlatform(actual)),
    warnings: [],
  };
}

function plannedStage(draft: Draft): PlannedStage {
  const { index, name, steps, config, author, history, base, image, vertex, range } = draft;
  const start: PlannedStage["start"] =
    base !== undefined
      ? { kind: "stage", index: base.index }
      : image === "scratch"
        ? { kind: "scratch" }
        : { kind: "image", reference: image, vertex, range };
  return { index, name, start, steps, config, author, history };
}
