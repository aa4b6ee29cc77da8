import type { Range } from "../../core/position.ts";
import { expandWord } from "../../dockerfile/expand.ts";
import type { Instruction } from "../../dockerfile/instruction.ts";
import { mountSource } from "../../dockerfile/mount.ts";
import { type Command, type Draft, type StageInstruction, createDraft } from "./draft.ts";
import { planError } from "./plan-error.ts";
import type { Failure, Planning } from "./planning.ts";

const NO_VARIABLES =
  "variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround";

/** Finds what every instruction takes files from, and refuses circles. */
export function linkStages(planning: Planning): Failure {
  for (const draft of planning.drafts) {
    for (const instruction of draft.stage?.instructions ?? []) {
      const command = linkInstruction(planning, draft, instruction, false);
      if ("message" in command) return command;
      draft.commands.push(command);
    }
  }
  const failure = findCircle(planning.drafts);
  const [only] = planning.drafts;
  if (planning.drafts.length === 1 && only !== undefined) only.name = "";
  return failure;
}

export function linkInstruction(
  planning: Planning,
  draft: Draft,
  instruction: StageInstruction,
  onbuild: boolean,
): Command | Exclude<Failure, undefined> {
  const sources: (Draft | undefined)[] = [];
  if (instruction.kind === "COPY" && instruction.from !== undefined) {
    const source = copySource(planning, instruction.from, instruction.range);
    if ("message" in source) return source;
    sources.push(source);
  } else if (instruction.kind === "RUN") {
    // Every mount has a source, if only an empty one: it counts as a further stage when steps are named.
    for (const mount of instruction.mounts) {
      sources.push(findOrAdd(planning, mountSource(mount) ?? "scratch", instruction.range, true));
    }
  }
  for (const source of sources) if (source !== undefined) draft.needs.set(source, instruction);
  return { instruction, onbuild, sources };
}

function copySource(planning: Planning, from: string, range: Range): Draft | Exclude<Failure, undefined> {
  const expanded = expandWord(from, new Map(), planning.dockerfile.escape);
  if ("error" in expanded) return planError(expanded.error);
  if (expanded.value !== from) return planError(NO_VARIABLES);
  if (!/^[+-]?\d+$/.test(from)) return findOrAdd(planning, from, range);
  return planning.drafts[Number(from)] ?? planError(`invalid stage index ${Number(from)}`);
}

function findOrAdd(planning: Planning, name: string, range: Range, mounted = false): Draft {
  const stage = planning.byName.get(name.toLowerCase());
  if (stage !== undefined) return stage;
  const index = planning.drafts.length;
  const base = planning.byName.get(name);
  const draft = createDraft({
    index,
    stage: undefined,
    range,
    mounted,
    name: "",
    image: name,
    base,
    platform: undefined,
  });
  planning.drafts.push(draft);
  return draft;
}

function findCircle(drafts: readonly Draft[]): Failure {
  const visited = new Set<Draft>();
  const path = new Set<Draft>();
  const visit = (draft: Draft, way: readonly Instruction[]): readonly Instruction[] | undefined => {
    if (visited.has(draft)) return undefined;
    visited.add(draft);
    path.add(draft);
    for (const [needed, instruction] of draft.needs) {
      const longer = [...way, instruction];
      const circle = path.has(needed) ? longer : visit(needed, longer);
      if (circle !== undefined) return circle;
    }
    path.delete(draft);
    return undefined;
  };
  for (const draft of drafts) {
    const circle = visit(draft, []);
    if (circle === undefined) continue;
    return planError(
      `circular dependency detected on stage: ${draft.name}`,
      ...circle.map(({ range }) => range),
    );
  }
  return undefined;
}

/** A draft with all that it is built from and takes files from. */
export function reachable(target: Draft): ReadonlySet<Draft> {
  const found = new Set<Draft>([target]);
  for (const draft of found) {
    if (draft.base !== undefined) found.add(draft.base);
    for (const needed of draft.needs.keys()) found.add(needed);
  }
  return found;
}
