import { stepsBefore } from "../reading/step.ts";
import type { TeachingRule } from "../teaching-rule.ts";

/** `ENV A=2 B=$A` where A had a value before. Where it had none, BuildKit's own UndefinedVar speaks. */
export const staleVariable: TeachingRule = {
  name: "StaleVariable",
  summary: "One ENV for a value, the next one to use it",
  why: "All words of an ENV are read before any of it is set, so a variable on its own line still has its old value.",
  good: [
    "FROM alpine:3.24\nENV HOME_DIR=/srv\nENV DATA=$HOME_DIR/data",
    "FROM alpine:3.24\nENV PATH=/opt/bin:$PATH",
  ],
  bad: ["FROM alpine:3.24\nENV ROOT=/srv\nENV ROOT=/opt DATA=${ROOT}/data"],
  check({ steps }, report) {
    for (const step of steps) {
      const { instruction } = step;
      if (instruction.kind !== "ENV" || instruction.pairs.length < 2) continue;
      const set = new Set<string>();
      for (const { key, value = "" } of instruction.pairs) {
        const used = [...value.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map((match) => match[1] ?? "");
        const stale = used.find((name) => set.has(name) && name !== key);
        set.add(key);
        if (stale === undefined || value.startsWith("'")) continue;
        let known = step.stage.config?.Env?.some((pair) => pair.startsWith(`${stale}=`)) === true;
        for (const before of stepsBefore(step))
          if (
            (before.instruction.kind === "ENV" || before.instruction.kind === "ARG") &&
            before.instruction.pairs.some((pair) => pair.key === stale)
          )
            known = true;
        if (known) report(instruction.range, `${key} gets the value that ${stale} had before this line`);
        break;
      }
    }
  },
};
