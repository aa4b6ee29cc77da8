import type { Pairs } from "../../../dockerfile/instruction.ts";
import { SILENT_ARGS } from "../walk.ts";
import type { Walker } from "../walk.ts";

/** A build arg counts before the default, the default before a global ARG of the same name. */
export const walkArg: Walker<Pairs> = (walk, { pairs }) => {
  const { draft, planning } = walk;
  const shown: string[] = [];
  for (const { key, value: written } of pairs) {
    if (walk.failure !== undefined) break;
    walk.words.push(key);
    const value =
      planning.buildArgs.get(key) ??
      (written === undefined ? planning.globals.get(key) : walk.expand(written));
    if (value !== undefined && !SILENT_ARGS.has(key)) walk.setVariable(key, value);
    draft.args.push({ key, value });
    draft.declared.add(key);
    shown.push(value === undefined ? key : `${key}=${value}`);
  }
  walk.commit(`ARG ${shown.join(" ")}`);
  return undefined;
};
