import type { Stage } from "../../dockerfile/dockerfile.ts";
import { expandWord } from "../../dockerfile/expand.ts";
import type { Expansion, ExpansionError } from "../../dockerfile/expand.ts";
import { nearest, suggest } from "../../dockerfile/suggest.ts";
import type { FromFact, UndefinedName } from "../../lint/facts.ts";
import type { PlanError } from "./plan.ts";
import { createDraft } from "./draft.ts";
import { planError } from "./plan-error.ts";
import type { Failure, Planning } from "./planning.ts";
import { type Platform, parsePlatform } from "./platform.ts";

/** Makes a draft of every stage: its image and platform expanded, its base found among the stages before it. */
export function openStages(planning: Planning): Failure {
  for (const stage of planning.dockerfile.stages) {
    const failure = openStage(planning, stage);
    if (failure !== undefined) return failure;
  }
  return undefined;
}

function openStage(planning: Planning, stage: Stage): Failure {
  const { globals, facts, drafts, byName } = planning;
  const { from, index } = stage;
  const { escape } = planning.dockerfile;
  const image = expandWord(from.image, globals, escape);
  const platformText = from.platform === undefined ? undefined : expandWord(from.platform, globals, escape);
  const imageFails = "error" in image || image.value === "";
  const platformSeen = imageFails ? undefined : platformText;
  facts.froms.push({
    from,
    undeclared: [
      ...undeclared(planning, image),
      ...(platformSeen === undefined ? [] : undeclared(planning, platformSeen)),
    ],
    platform: platformSeen === undefined || "error" in platformSeen ? undefined : platformSeen,
    constantPlatform:
      platformSeen === undefined || "error" in platformSeen ? undefined : constant(platformSeen),
  });
  if ("error" in image) return planError(image.error, from.range);
  if (image.value === "") return planError(`base name (${from.image}) should not be blank`, from.range);
  const platform = readPlatform(planning, stage, platformText);
  if (platform !== undefined && "message" in platform) return platform;

  const base = byName.get(image.value);
  const draft = createDraft({
    mounted: false,
    index: drafts.length,
    stage,
    range: from.range,
    name: from.name || `stage-${index}`,
    image: image.value,
    base,
    platform,
  });
  drafts.push(draft);
  if (from.name !== "") byName.set(from.name, draft);
  draft.total = image.value !== "scratch" && base === undefined ? 1 : 0;
  for (const { kind } of stage.instructions) {
    if (kind === "RUN" || kind === "COPY" || kind === "ADD" || kind === "WORKDIR") draft.total++;
  }
  return undefined;
}

/** What a `--platform` without variables says; undefined if it says nothing that a platform could be. */
function constant({ value, matched, unmatched }: Expansion): FromFact["constantPlatform"] {
  if (matched.size > 0 || unmatched.size > 0) return undefined;
  const platform = parsePlatform(value);
  return "error" in platform
    ? undefined
    : { text: value, os: platform.os, architecture: platform.architecture };
}

function readPlatform(
  planning: Planning,
  { from }: Stage,
  text: Expansion | ExpansionError | undefined,
): Platform | PlanError | undefined {
  if (text === undefined) return undefined;
  if ("error" in text)
    return planError(`failed to process arguments for platform : ${text.error}`, from.range);
  const hinted = (message: string): string => {
    for (const name of text.unmatched) {
      const better = suggest(message, name, planning.globals.keys());
      if (better !== message) return better;
    }
    return message;
  };
  if (text.value === "")
    return planError(hinted(`empty platform value from expression ${from.platform}`), from.range);
  const platform = parsePlatform(text.value);
  if (!("error" in platform)) return platform;
  // The place is told twice [measured on Docker 28.5.2].
  const message = `failed to parse platform ${from.platform}: ${hinted(platform.error)}`;
  return planError(message, from.range, from.range);
}

/** Names without a value that no global ARG declares. */
function undeclared(
  planning: Planning,
  { unmatched }: { readonly unmatched: ReadonlySet<string> },
): UndefinedName[] {
  if (unmatched.size === 0) return [];
  const known = new Set(planning.globals.keys());
  for (const { pairs } of planning.dockerfile.args) for (const { key } of pairs) known.add(key);
  return [...unmatched]
    .filter((name) => !known.has(name))
    .map((name) => ({ name, hint: nearest(name, known) }));
}
