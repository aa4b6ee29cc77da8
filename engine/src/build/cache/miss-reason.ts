import { fileChange } from "./file-change.ts";
import type { MissReason } from "../result.ts";
import type { StepInputs } from "../solve/step-inputs.ts";

const SETTINGS = ["shell", "user", "workdir"] as const;

function variables(env: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const pair of env) {
    const at = pair.indexOf("=");
    found.set(at < 0 ? pair : pair.slice(0, at), at < 0 ? "" : pair.slice(at + 1));
  }
  return found;
}

/** The first variable that differs, of those that `counts` lets through. */
function variable(
  before: StepInputs,
  after: StepInputs,
  counts: (name: string) => boolean,
): MissReason | undefined {
  const old = variables(before.env);
  const now = variables(after.env);
  for (const name of new Set([...now.keys(), ...old.keys()])) {
    if (old.get(name) !== now.get(name) && counts(name)) {
      return { kind: "variable", name, before: old.get(name), after: now.get(name) };
    }
  }
  return undefined;
}

function setting(before: StepInputs, after: StepInputs): MissReason | undefined {
  const name = SETTINGS.find((each) => before.settings[each] !== after.settings[each]);
  return name && { kind: "setting", name, before: before.settings[name], after: after.settings[name] };
}

/** Why the operation itself is another one than before. */
function own(before: StepInputs, after: StepInputs): MissReason | undefined {
  if (before.operation === after.operation) return undefined;
  if (before.text !== after.text) return { kind: "instruction", before: before.text, after: after.text };
  const mentioned = (name: string): boolean => after.text.startsWith("RUN ") || after.text.includes(name);
  return (
    variable(before, after, mentioned) ??
    setting(before, after) ?? { kind: "instruction", before: before.printed, after: after.printed }
  );
}

const bare = (name: string): string => name.replace(/^\[[^\]]*\] /, "");

/** Why it stands on another result: a step below ran again, a step is gone or new there, or the base is another one. */
function parent(before: StepInputs, after: StepInputs, missed: string | undefined): MissReason | undefined {
  if (before.parent === after.parent) return undefined;
  if (missed !== undefined) return { kind: "parent", step: missed };
  const { below } = after;
  const gone = before.below !== undefined && (below === undefined || bare(before.below) !== bare(below));
  const rebased = before.base.reference !== after.base.reference || before.base.digest !== after.base.digest;
  const step = gone && !rebased ? before.below : below;
  if (step !== undefined) return { kind: "parent", step };
  const differs = before.base.reference !== after.base.reference;
  const told = ({ base }: StepInputs): string =>
    differs ? base.reference : `${base.reference}@${base.digest}`;
  return { kind: "base", before: told(before), after: told(after) };
}

/**
 * Why a step is not CACHED: the first input that differs from the nearest earlier run of its line.
 *
 * What the step builds on comes first, as it does in the key, then the operation, then the files.
 *
 * @param missed the first step below that was not CACHED in this build
 */
export function missReason(
  before: StepInputs | undefined,
  after: StepInputs,
  missed: string | undefined,
): MissReason {
  if (!before) return { kind: "first-build" };
  return (
    parent(before, after, missed) ??
    own(before, after) ??
    fileChange(before.sources, after.sources) ??
    (before.failed ? { kind: "failed" } : { kind: "first-build" })
  );
}
