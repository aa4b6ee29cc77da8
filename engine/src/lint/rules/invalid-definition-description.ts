import type { Instruction } from "../../dockerfile/instruction.ts";
import { type Rule, rulePage } from "../rule.ts";

/** The comment above an ARG or a named FROM is its description when it begins with its name. A blank line does not part them, whatever the summary says. */
export const invalidDefinitionDescription: Rule = {
  name: "InvalidDefinitionDescription",
  summary:
    "Comment for build stage or argument should follow the format: `# <arg/stage name> <description>`. If this is not intended to be a description comment, add an empty line or comment between the instruction and the comment.",
  url: rulePage("invalid-definition-description"),
  experimental: true,
  why: "Docker takes the comment above an ARG or a stage as its description, and shows it only where it begins with the name.",
  needs: "instructions",
  good: [
    "# tools what the others need\nFROM alpine AS tools",
    "# anything\n#\nARG V=1\nFROM alpine:$V",
    "# anything\nFROM alpine",
  ],
  bad: ["# The version\nARG V=1\nFROM alpine:$V"],
  check(dockerfile, _facts, report) {
    const look = (kind: string, { comments, range }: Instruction, names: readonly string[]): void => {
      const last = comments.at(-1);
      const [name] = names;
      if (last === undefined || name === undefined || names.includes(last.split(" ", 1)[0] ?? "")) return;
      report(
        range,
        `Comment for ${kind} should follow the format: \`# ${names.length > 1 ? "<arg_key>" : name} <description>\``,
      );
    };
    for (const arg of dockerfile.args)
      look(
        "ARG",
        arg,
        arg.pairs.map(({ key }) => key),
      );
    for (const { from, instructions } of dockerfile.stages) {
      look("FROM", from, from.name === "" ? [] : [from.name]);
      for (const instruction of instructions) {
        if (instruction.kind === "ARG")
          look(
            "ARG",
            instruction,
            instruction.pairs.map(({ key }) => key),
          );
      }
    }
  },
};
