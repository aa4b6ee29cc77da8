import { EngineError } from "../../core/engine-error.ts";
import type { Ignore } from "../../context/ignore.ts";
import { goQuote } from "../../dockerfile/go-quote.ts";
import { clean, dirname } from "../../vfs/path.ts";
import { type Rule, rulePage } from "../rule.ts";

const COMPARISONS = 1_000_000;

/** What .dockerignore leaves out never reaches the builder. Sources are matched as text: wildcards stand for themselves. */
export const copyIgnoredFile: Rule = {
  name: "CopyIgnoredFile",
  summary: "Attempting to Copy file that is excluded by .dockerignore",
  url: rulePage("copy-ignored-file"),
  experimental: true,
  why: "What .dockerignore leaves out never reaches the builder, so this COPY finds nothing, or less than it names.",
  needs: "plan",
  good: ["FROM alpine\nCOPY app.js .", "FROM alpine AS a\nFROM alpine\nCOPY --from=a /dist/app.log ."],
  bad: ["FROM alpine\nCOPY dist/app.js .", "FROM alpine\nADD dist/ ."],
  ignore: "dist\n",
  check(_dockerfile, facts, report) {
    const { ignore } = facts;
    if (ignore === undefined) return;
    let work = 0;
    for (const { instruction, words, range } of facts.walked) {
      if (instruction.kind !== "COPY" && instruction.kind !== "ADD") continue;
      for (const source of words) {
        work += ignore.patterns.length;
        if (work > COMPARISONS)
          throw new EngineError("LIMIT", { what: "comparisons with .dockerignore", limit: COMPARISONS });
        if (!isIgnored(ignore, source)) continue;
        report(
          range,
          `Attempting to ${instruction.kind === "ADD" ? "Add" : "Copy"} file ${goQuote(source)} that is excluded by .dockerignore`,
        );
      }
    }
  },
};

/** As moby/patternmatcher's MatchesOrParentMatches: the path as it is written, or one of its parents cleaned. */
function isIgnored({ patterns }: Ignore, path: string): boolean {
  const parent = clean(dirname(path));
  const parts = parent === "." ? [] : parent.split("/");
  let ignored = false;
  for (const { excepts, matches } of patterns) {
    if (excepts !== ignored) continue;
    if (matches(path) || parts.some((_, i) => matches(parts.slice(0, i + 1).join("/")))) ignored = !excepts;
  }
  return ignored;
}
