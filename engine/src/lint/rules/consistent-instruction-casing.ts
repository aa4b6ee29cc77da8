import type { Instruction } from "../../dockerfile/instruction.ts";
import { type Rule, rulePage } from "../rule.ts";

/** Each keyword that is all lower or all upper case votes; a tie is upper case. ARGs before the first FROM neither vote nor count. */
export const consistentInstructionCasing: Rule = {
  name: "ConsistentInstructionCasing",
  summary: "All commands within the Dockerfile should use the same casing (either upper or lower)",
  url: rulePage("consistent-instruction-casing"),
  why: "Instructions in two casings make a reader look twice for a difference that is not there.",
  needs: "plan",
  good: ["FROM alpine\nRUN true", "from alpine\nrun true", "arg V=1\nFROM alpine"],
  bad: ["FROM alpine\nrun true\nRUN true", "from alpine\nrun true\nRUN true", "FROM alpine\nRun true"],
  check(dockerfile, _facts, report) {
    const all = dockerfile.stages.flatMap(({ from, instructions }): Instruction[] => [from, ...instructions]);
    const lower = all.filter(({ keyword }) => keyword === keyword.toLowerCase()).length;
    const upper = all.filter(({ keyword }) => keyword === keyword.toUpperCase()).length;
    const mostlyLower = lower > upper;
    for (const { keyword, range } of all) {
      if (keyword === (mostlyLower ? keyword.toLowerCase() : keyword.toUpperCase())) continue;
      report(
        range,
        `Command '${keyword}' should match the case of the command majority (${mostlyLower ? "lowercase" : "uppercase"})`,
      );
    }
  },
};
