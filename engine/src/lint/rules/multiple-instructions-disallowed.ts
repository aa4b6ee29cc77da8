import type { WalkedFact } from "../facts.ts";
import { type Rule, rulePage } from "../rule.ts";

/** Of several CMDs, ENTRYPOINTs or HEALTHCHECKs in a stage the last counts; the finding points at the one that does not. */
export const multipleInstructionsDisallowed: Rule = {
  name: "MultipleInstructionsDisallowed",
  summary: "Multiple instructions of the same type should not be used in the same stage",
  url: rulePage("multiple-instructions-disallowed"),
  why: "Only the last CMD, ENTRYPOINT and HEALTHCHECK of a stage count; an earlier one does nothing.",
  needs: "plan",
  good: ['FROM alpine\nENTRYPOINT ["a"]\nCMD ["b"]', 'FROM alpine AS a\nCMD ["a"]\nFROM a\nCMD ["b"]'],
  bad: ['FROM alpine\nCMD ["a"]\nCMD ["b"]', "FROM alpine\nHEALTHCHECK NONE\nHEALTHCHECK CMD true"],
  check(_dockerfile, facts, report) {
    const before = new Map<string, WalkedFact>();
    for (const fact of facts.walked) {
      const { kind, keyword } = fact.instruction;
      if (kind !== "CMD" && kind !== "ENTRYPOINT" && kind !== "HEALTHCHECK") continue;
      const key = `${fact.stage} ${kind}`;
      const earlier = before.get(key);
      before.set(key, fact);
      if (earlier === undefined) continue;
      report(
        earlier.range,
        `Multiple ${keyword} instructions should not be used in the same stage because only the last one will be used`,
      );
    }
  },
};
